import type pg from 'pg'
import { holdsSecret, letterKinds } from '#lib/mail/kinds.ts'
import type { DropReason } from '#lib/mail/still-true.ts'
import { type DatabaseIdentity, isAnother, learnt } from '#lib/restore/identity.ts'
import { codeOf, isNotMigrated } from '../faults.ts'
import { intoEvent } from '../into-event.ts'

// Everything here is asked on a bare connection: it stands before the pool gives it to anybody.

/** Who found out: the portal, by the database's identity, or whoever runs it, by `npm run restored`. */
export type RestoreCause = 'noticed' | 'told'

/** What a new epoch has put an end to. */
export interface NewEpoch {
  readonly number: number
  readonly at: Date
  readonly sessions: number
  readonly tokens: number
  readonly letters: number
}

interface Known {
  readonly number: number
  readonly known: DatabaseIdentity
  readonly seen: DatabaseIdentity
}

const look = 'select number, identity as known, database_identity() as seen from portal_epoch'
const begin = (access: 'read only' | 'read write') =>
  `begin ${access}; set local role latchkey_worker; set local lock_timeout = '5s'; set local statement_timeout = '60s'`

/**
 * Compares the database with the one that the portal last ran on; if it is another one, a backup was restored, and a new
 * epoch begins. A first start only writes down which database it is. Of many who notice at once exactly one begins it.
 */
export async function noticeRestore(
  client: pg.ClientBase,
): Promise<{ readonly seen: DatabaseIdentity; readonly begun: NewEpoch | null }> {
  const glanced = await glance(client)
  const { seen } = glanced
  if (!learnt(glanced.known, seen)) return { seen, begun: null }
  return inTransaction(client, async () => {
    const held = await lockedEpoch(client)
    if (isAnother(held.known, held.seen)) return { seen, begun: await newEpoch(client, held, 'noticed') }
    const identity = learnt(held.known, held.seen)
    if (identity) await client.query('update portal_epoch set identity = $1', [JSON.stringify(identity)])
    return { seen, begun: null }
  })
}

/** Epochs that began with a new connection, of which nobody has said anything yet. */
const untold: NewEpoch[] = []

/** Gives each of them once, to be told in the log. */
export function epochsToTell(): readonly NewEpoch[] {
  return untold.splice(0)
}

/**
 * A restored database is met over new connections: nobody gets one before the portal has noticed. A database that the
 * migrations are still to reach has nothing to compare.
 */
export async function lookedAt(client: pg.ClientBase): Promise<void> {
  try {
    const { begun } = await noticeRestore(client)
    if (begun) untold.push(begun)
  } catch (error) {
    if (!isNotMigrated(error)) throw error
  }
}

/** What was known of restores before. */
export interface LastEpoch {
  readonly number: number
  readonly at: Date | null
  readonly cause: RestoreCause | null
  readonly now: Date
}

/**
 * Begins a new epoch because somebody says that a backup was restored. Not within an hour of the last one, unless
 * `again`: the same restore told twice would send everybody a second letter. Gives the last one either way.
 */
export async function tellRestore(
  client: pg.ClientBase,
  again: boolean,
): Promise<{ readonly last: LastEpoch; readonly begun: NewEpoch | null }> {
  return inTransaction(client, async () => {
    const held = await lockedEpoch(client)
    const answer = await client.query<LastEpoch & { lately: boolean }>(
      `select number, at, cause, clock_timestamp() as now,
          coalesce(at > clock_timestamp() - interval '1 hour', false) as lately from portal_epoch`,
    )
    const { lately, ...last } = only(answer)
    return { last, begun: lately && !again ? null : await newEpoch(client, held, 'told') }
  })
}

/** One round trip, and no lock: all there is to it for every connection but the first to a restored database. */
async function glance(client: pg.ClientBase): Promise<Known> {
  try {
    const answers = await client.query<Known>(`${begin('read only')};${look};commit`)
    return only((answers as unknown as pg.QueryResult<Known>[]).at(-2))
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

function only<Row extends pg.QueryResultRow>(answer: pg.QueryResult<Row> | undefined): Row {
  const row = answer?.rows[0]
  if (!row) throw new Error('portal_epoch has lost its row')
  return row
}

/** Whoever signs out, or changes a password, takes the same tables in another order: then one of the two begins again. */
async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(begin('read write'))
      const value = await work()
      await client.query('commit')
      return value
    } catch (error) {
      await client.query('rollback').catch(() => {})
      if (attempt >= 5 || codeOf(error) !== '40P01') throw error
    }
  }
}

async function lockedEpoch(client: pg.ClientBase): Promise<Known> {
  await client.query('select 1 from portal_epoch for update')
  // Read only once the lock is held: what whoever held it before has written counts.
  return only(await client.query<Known>(look))
}

const secretKinds = letterKinds.filter(holdsSecret)

/**
 * An invitation that was cancelled after the backup would be open again, and the firm could still take it up. Lapsed by
 * the clock, they are told as such by the next sweep. A backup from before there were any has no such table.
 */
const invitationsVoid = `do $$ begin
    if to_regclass('partner_invitation') is not null then
      update partner_invitation set lapses_at = clock_timestamp() where state = 'invited' and lapses_at > clock_timestamp();
    end if;
  end $$`

/** The address of a calendar that was replaced or switched off after the backup would read again. */
const calendarsVoid = `do $$ begin
    if to_regclass('calendar_feed') is not null then delete from calendar_feed; end if;
  end $$`

/** So would the address at which phones read a phonebook; its account makes another one. */
const phonebooksVoid = `do $$ begin
    if to_regclass('phonebook') is not null then
      update phonebook set address_key = null, token_hash = null, address_made_at = null, fetched_at = null, fetched_by = ''
        where token_hash is not null;
    end if;
  end $$`

/**
 * What somebody had proved at Microsoft and not linked yet is as void as a letter's link. Accounts that are linked open nothing
 * until they are linked anew, by a proof of their person's own: one that was unlinked after the backup would be a way in again.
 * The ways first, so that whoever is linking by one has done so or finds it void.
 */
const microsoftVoid = `do $$ begin
    if to_regclass('microsoft_flow') is not null then
      update microsoft_flow set expires_at = created_at where expires_at > created_at;
      update microsoft_link set ended_at = clock_timestamp() where ended_at is null;
    end if;
  end $$`

/**
 * Everything that could let somebody in and was made before is void: sessions, one-time tokens, and letters that carry
 * one. Grants stay, since the portal can't know which of them was taken back after the backup: their accounts are told
 * (db/restore/tell.ts). The caller holds the epoch's row.
 */
async function newEpoch(client: pg.ClientBase, { seen }: Known, cause: RestoreCause): Promise<NewEpoch> {
  // Waits for sign-ins that are under way, and holds up new ones: none of them may slip through between two statements.
  // Tokens first, as whoever signs in takes them.
  await client.query('lock table one_time_token, session in share row exclusive mode')
  const began = await client.query<{ number: number; at: Date }>(
    `update portal_epoch set number = number + 1, at = clock_timestamp(), cause = $1, identity = $2, told_at = null
      returning number, at`,
    [cause, JSON.stringify(seen)],
  )
  const sessions = await client.query('delete from session')
  const tokens = await client.query(
    'update one_time_token set expires_at = created_at where expires_at > created_at',
  )
  // A look into an account that was ended by hand after the backup would run again.
  await client.query('update account_visit set ends_at = clock_timestamp() where ends_at > clock_timestamp()')
  await client.query(invitationsVoid)
  await client.query(calendarsVoid)
  await client.query(phonebooksVoid)
  await client.query(microsoftVoid)
  const letters = await client.query(
    `update letter set state = 'dropped', drop_reason = $1, secret = null, frozen = null, lease_until = null
      where state = 'queued' and (secret is not null or kind = any($2))`,
    ['restored' satisfies DropReason, secretKinds],
  )
  await client.query(
    `${intoEvent} select id, null, null, clock_timestamp(), null, 'Latchkey', '', 'portal', 'portal.restored', null, null, null, '', '{}'
      from provider`,
  )
  const count = (answer: pg.QueryResult) => answer.rowCount ?? 0
  return { ...only(began), sessions: count(sessions), tokens: count(tokens), letters: count(letters) }
}
