import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { PulledKind } from '#lib/back-office/items.ts'
import type { Counted } from '#lib/back-office/merge.ts'
import { isNight, nightlyAfterHours, runLeaseSeconds } from '#lib/back-office/run.ts'
import type { AccountChange } from '../change.ts'
import { type Tx, writing } from '../client.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'

// The rows of runs: begun, leased, gone on with and ended.

const worker = { role: 'worker' } as const

/** What a press came to: a run of its own, or the one that runs already, with the name of whoever began it. */
export type Pressed =
  | { readonly outcome: 'begun'; readonly runId: string }
  | { readonly outcome: 'running'; readonly runId: string; readonly by: string }

/** Begins a pull of the account, unless one runs. The account's lock is held; an index holds it, too. */
export async function beginRun({ tx, actor, author, account, partnerId }: AccountChange): Promise<Pressed> {
  const running = await tx.$client.query<{ id: string; by: string }>(
    `select id, asked_by as by from sync_run where account_id = $1 and state = 'running'`,
    [account.id],
  )
  const [there] = running.rows
  if (there) return { outcome: 'running', runId: there.id, by: there.by }
  const id = randomUUID()
  await tx.$client.query(
    `insert into sync_run (id, provider_id, account_id, person_id, asked_by, lease_until, created_at)
      values ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp())`,
    [id, actor.providerId, account.id, actor.personId, actor.name],
  )
  const event = { action: 'sync.started', accountId: account.id, partnerId, subjectId: id } as const
  await together(tx, [recorded(tx, author, [event])])
  return { outcome: 'begun', runId: id }
}

/** A run that this server holds. */
export interface LeasedRun {
  readonly id: string
  readonly attempt: number
  readonly providerId: string
  readonly accountId: string
  readonly provider: string
  readonly providerName: string
  readonly account: string
  readonly kind: string
  readonly cursor: string | null
  readonly page: number
  readonly seen: readonly string[]
  readonly unread: number
  /** When it was begun, by the database's clock. */
  readonly beganAt: Date
  /** The night's own. */
  readonly nightly: boolean
}

/** Leases one run that nobody holds, the oldest first; null where there is none. */
export async function leaseRun(from?: pg.Pool): Promise<LeasedRun | null> {
  return writing(
    worker,
    async tx => {
      const answer = await tx.$client.query<LeasedRun>(
        `with due as (select id from sync_run where state = 'running' and lease_until <= clock_timestamp()
            order by created_at, id limit 1 for update skip locked)
          update sync_run r set attempt = r.attempt + 1, lease_until = clock_timestamp() + make_interval(secs => $1)
          from due, account a, provider p where r.id = due.id and a.id = r.account_id and p.id = r.provider_id
          returning r.id, r.attempt, r.provider_id as "providerId", r.account_id as "accountId", p.slug as provider,
            p.name as "providerName", a.slug as account, r.kind, r.cursor, r.page, r.seen, r.unread, r.created_at as "beganAt",
            r.person_id is null as nightly`,
        [runLeaseSeconds],
      )
      return answer.rows[0] ?? null
    },
    from,
  )
}

/** Holds a run for longer, and gives the database's time; null where somebody else has it by now. */
export async function holdRun(run: LeasedRun, from?: pg.Pool): Promise<Date | null> {
  return writing(
    worker,
    async tx => {
      const answer = await tx.$client.query<{ now: Date }>(
        `update sync_run set lease_until = clock_timestamp() + make_interval(secs => $3)
          where id = $1 and attempt = $2 and state = 'running' returning clock_timestamp() as now`,
        [run.id, run.attempt, runLeaseSeconds],
      )
      return answer.rows[0]?.now ?? null
    },
    from,
  )
}

/** Whether this server has the run still; if so, nobody else takes it before the transaction ends. */
export async function isHeld(tx: Tx, run: LeasedRun): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from sync_run where id = $1 and attempt = $2 and state = 'running' for update`,
    [run.id, run.attempt],
  )
  return answer.rowCount === 1
}

/** Lets go of a run that somebody is to go on with at once. */
export async function releaseRun(run: LeasedRun, from?: pg.Pool): Promise<void> {
  await writing(
    worker,
    tx =>
      tx.$client.query(
        `update sync_run set lease_until = clock_timestamp() where id = $1 and attempt = $2 and state = 'running'`,
        [run.id, run.attempt],
      ),
    from,
  )
}

/** How far a run has come, and what it has to tell. */
export interface Progress {
  readonly kind: PulledKind | ''
  readonly cursor: string | null
  readonly page: number
  readonly seen: readonly string[]
  readonly unread: number
  readonly counted: Counted
  readonly countedKind: PulledKind
  readonly faults: readonly unknown[]
  readonly told: readonly unknown[]
}

/** More faults and changes than these are only counted. */
const mostKept = 50

/** Writes down how far a run has come, in the transaction that brought it there. False where another server has it. */
export async function noteProgress(tx: Tx, run: LeasedRun, progress: Progress): Promise<boolean> {
  const { kind, cursor, page, seen, unread, counted, countedKind, faults, told } = progress
  const cut = (column: string, value: string) =>
    `(select coalesce(jsonb_agg(x order by n), '[]') from jsonb_array_elements(r.${column} || ${value}::jsonb)
      with ordinality as e(x, n) where n <= ${mostKept})`
  const sums = `(select jsonb_object_agg(k, coalesce((r.counts->$8->>k)::int, 0) + v::int) from jsonb_each_text($9::jsonb) c(k, v))`
  const answer = await tx.$client.query(
    `update sync_run r set kind = $3, cursor = $4, page = $11, seen = $5::text[], unread = $6, faults = ${cut('faults', '$7')},
        counts = r.counts || jsonb_build_object($8::text, ${sums}), told = ${cut('told', '$10')},
        lease_until = clock_timestamp() + interval '${runLeaseSeconds} seconds'
      where r.id = $1 and r.attempt = $2 and r.state = 'running'`,
    [
      run.id,
      run.attempt,
      kind,
      cursor,
      seen,
      unread,
      JSON.stringify(faults),
      countedKind,
      JSON.stringify(counted),
      JSON.stringify(told),
      page,
    ],
  )
  return answer.rowCount === 1
}

/** How many runs of the night wait at once at most; the others come in the minutes after. */
const mostNightly = 20

/**
 * Begins the night's runs: accounts where it is night by the database's clock, that were not pulled lately, those first that have waited longest.
 * Gives how many.
 */
export async function beginNightly(from?: pg.Pool): Promise<number> {
  return writing(
    worker,
    async tx => {
      const zones = await tx.$client.query<{ zone: string; now: Date }>(
        `select z.zone, c.now from (select distinct time_zone as zone from account where closed_at is null) z,
          (select clock_timestamp() as now) c`,
      )
      const dark = zones.rows.filter(({ zone, now }) => isNight(now, zone)).map(row => row.zone)
      if (dark.length === 0) return 0
      const begun = await tx.$client.query(
        `insert into sync_run (provider_id, account_id, lease_until, created_at)
          select a.provider_id, a.id, clock_timestamp(), clock_timestamp() from account a
          left join lateral (select max(r.created_at) as at, bool_or(r.state = 'running') as runs from sync_run r
            where r.account_id = a.id) l on true
          where a.closed_at is null and a.time_zone = any($1) and l.runs is not true
            and (l.at is null or l.at <= clock_timestamp() - interval '${nightlyAfterHours} hours')
            and (select count(*) from sync_run w where w.state = 'running' and w.person_id is null) < ${mostNightly}
          order by l.at nulls first, a.id limit ${mostNightly}
          on conflict (account_id) where state = 'running' do nothing`,
        [dark],
      )
      return begun.rowCount ?? 0
    },
    from,
  )
}
