import type pg from 'pg'
import { type Tx, writing } from '../client.ts'
import { getPool } from '../driver/pool.ts'
import { recorded } from '../events.ts'
import { isLiveNow } from '../grant/clock.ts'
import { toApprovers } from '../mail/letters.ts'
import { portalAuthor } from '../portal-author.ts'
import { type Batches, inBatches, type Watch } from '../sweep/batches.ts'
import { afterOf, type SweepPosition } from '../sweep/position.ts'
import { together } from '../write.ts'

export interface ToldCounts {
  /** The number of the restore whose accounts were still to be told; 0 = there was nothing to do. */
  restored: number
  /** Accounts that were given a list of accesses to look at again. */
  rechecks: number
  /** Accounts that could not be told; they are tried again by the next call. */
  notTold: number
}

const worker = { role: 'worker' } as const
const largest = 40

/**
 * After a restore: gives every account that has live grants from before its list (the account's row in access_recheck),
 * an event and a letter to its approvers. Each batch is a transaction of its own; a killed call loses nothing, and who was
 * told is not told again. `budget` is in milliseconds.
 */
export async function tellRestored(
  budget: number,
  from: pg.Pool = getPool(),
  watch: Watch = () => {},
): Promise<ToldCounts> {
  const counts: ToldCounts = { restored: 0, rechecks: 0, notTold: 0 }
  // Most calls find nothing to tell, and ask no more than this.
  const open = await writing(worker, openEpoch, from)
  if (!open) return counts
  counts.restored = open
  // A dump brings no statistics along, and without them accounts and grants are looked for in the worst ways. Whoever may
  // not count them is warned by the database, no more.
  await from.query('analyze access_grant, access_recheck, account')
  const course = { of: 'accounts', largest, end: Date.now() + budget, watch } as const
  if (await inBatches(course, telling(counts, from))) await writing(worker, tx => closeEpoch(tx, open), from)
  return counts
}

function telling(counts: ToldCounts, from: pg.Pool): Batches {
  return {
    async batch(size, after) {
      const told = await writing(worker, tx => tellAccounts(tx, size, after), from)
      counts.rechecks += told.told
      return told
    },
    async stepOver(after) {
      const bad = await writing(worker, tx => nextAccounts(tx, 1, after), from)
      if (bad[0]) counts.notTold += 1
      return bad[0] ? positionOf(bad[0]) : null
    },
  }
}

async function openEpoch(tx: Tx): Promise<number | null> {
  const answer = await tx.$client.query<{ number: number }>(
    'select number from portal_epoch where number > 0 and told_at is null',
  )
  return answer.rows[0]?.number ?? null
}

interface Untold {
  readonly accountId: string
  readonly providerId: string
  readonly epoch: number
  readonly restoredAt: Date
}

// Looked up account by account, and each in the order of an index: as joins (which `exists` becomes) they would be planned
// by how few lists there were when somebody last counted them.
const untold = `from portal_epoch e, account a
  where e.number > 0 and e.told_at is null and a.closed_at is null
    and (select true from access_grant g where g.account_id = a.id and ${isLiveNow('g')} and g.created_at <= e.at
      order by g.created_at, g.id limit 1)
    and (select c.epoch from access_recheck c where c.account_id = a.id) is distinct from e.number`

async function nextAccounts(tx: Tx, limit: number, after: SweepPosition | null): Promise<readonly Untold[]> {
  const found = await tx.$client.query<Untold>(
    `select a.id as "accountId", a.provider_id as "providerId", e.number as epoch, e.at as "restoredAt" ${untold}
        and a.id > $1::uuid order by a.id limit $2 for no key update of a skip locked`,
    [afterOf(after)[1], limit],
  )
  return found.rows
}

const positionOf = (row: Untold): SweepPosition => ({ at: '', id: row.accountId })

async function tellAccounts(tx: Tx, limit: number, after: SweepPosition | null) {
  const rows = await nextAccounts(tx, limit, after)
  let told = 0
  for (const row of rows) if (await tellAccount(tx, row)) told += 1
  const last = rows.at(-1)
  return { seen: rows.length, told, position: last ? positionOf(last) : after }
}

/**
 * Whether it was still to be told: another call may have told it, and let go of its lock, between this one's look and its
 * own lock, which then shows nothing new.
 */
async function tellAccount(tx: Tx, { accountId, providerId, epoch, restoredAt }: Untold): Promise<boolean> {
  const made = await tx.$client.query<{ id: string }>(
    `insert into access_recheck (provider_id, account_id, epoch, restored_at) values ($1, $2, $3, $4)
      on conflict (account_id) do update set epoch = excluded.epoch, restored_at = excluded.restored_at, done_at = null
        where access_recheck.epoch is distinct from excluded.epoch
      returning id`,
    [providerId, accountId, epoch, restoredAt],
  )
  const subjectId = made.rows[0]?.id
  if (!subjectId) return false
  await together(tx, [
    recorded(tx, portalAuthor(providerId), [
      { action: 'portal.restored', accountId, partnerId: null, subjectId },
    ]),
    toApprovers({ kind: 'portal-restored', subjectId, accountId, occasion: `epoch-${epoch}` }),
  ])
  return true
}

/** Whoever somebody was working on is still to be told; then the next call goes on. */
async function closeEpoch(tx: Tx, epoch: number): Promise<void> {
  await tx.$client.query(
    `update portal_epoch p set told_at = clock_timestamp()
      where p.number = $1 and p.told_at is null and not exists (select 1 ${untold})`,
    [epoch],
  )
}
