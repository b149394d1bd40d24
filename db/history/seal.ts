import type { Tx } from '../client.ts'

/**
 * Seals over the history: each covers the events after the seal before it up to its own `last`, and its hash is chained
 * to that one's. A row that is edited, taken out or slipped in later changes the digest of its range; a seal that is
 * changed or taken out breaks the chain behind it.
 *
 * What the seals can't show alone is a history cut off at its end together with its seals, or a whole chain computed
 * anew by somebody who owns the database. So whoever runs sealHistory writes the newest hash to the log, out of their
 * reach; see docs/decisions on the seal of the history.
 *
 * Ids are given out when a row is written but seen when it is committed, so a lower id may appear after a higher one.
 * Hence two waits: an event is sealed a minute after it was written, and a gap in the ids is only passed once what
 * follows it is fifteen minutes old. By then the gap belongs to a change that was undone: the portal's statements end
 * after 20 seconds, and no transaction of it waits for a person.
 */
const settledAfter = `interval '1 minute'`
const gapClosedAfter = `interval '15 minutes'`

/** One row as a text that depends on nothing but its content, whatever the session's time zone and formats are. */
const canonical = `json_build_array(e.id, e.provider_id, e.account_id, e.partner_id, (extract(epoch from e.at) * 1000000)::bigint,
  e.actor_id, e.actor_name, e.actor_firm, e.actor_kind, e.action, e.subject_id, e.from_state, e.to_state, e.reason, e.address,
  e.data::text)::text`

const hashOf = (before: string, rows: string) =>
  `encode(sha256(convert_to(${before} || E'\\n' || coalesce(string_agg(${rows}, E'\\n' order by e.id), ''), 'UTF8')), 'hex')`

export interface Sealed {
  /** How many events were sealed; fewer than the limit means that all that could be is. */
  readonly sealed: number
  /** The newest event under seal, and the newest hash: for the log. Null as long as there is no seal. */
  readonly last: string | null
  readonly hash: string | null
}

/**
 * Seals the next events, `limit` at most. For the worker's role. Somebody else sealing at the same time wins, and this
 * call seals nothing.
 */
export async function sealHistory(tx: Tx, limit: number): Promise<Sealed> {
  const turn = await tx.$client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('latchkey'), hashtext('history-seal')) as mine`,
  )
  if (turn.rows[0]?.mine) {
    const made = await tx.$client.query<{ last: string; hash: string; count: string }>(statement, [limit])
    const seal = made.rows[0]
    if (seal) return { sealed: Number(seal.count), last: seal.last, hash: seal.hash }
  }
  const head = await tx.$client.query<{ last: string; hash: string }>(
    'select last::text, hash from event_seal s order by s.last desc limit 1',
  )
  return { sealed: 0, last: head.rows[0]?.last ?? null, hash: head.rows[0]?.hash ?? null }
}

const statement = `
  with head as (
    select coalesce(max(last), 0) as last, coalesce((array_agg(hash order by last desc))[1], '') as hash
    from (select last, hash from event_seal order by last desc limit 1) s),
  next as (
    select e.id, e.at, e.id - lag(e.id, 1, (select last from head)) over (order by e.id) - 1 as missing
    from event e where e.id > (select last from head) order by e.id limit $1),
  stop as (
    select min(id) as id from next where at > clock_timestamp() - ${settledAfter}
      or (missing > 0 and at > clock_timestamp() - ${gapClosedAfter})),
  upto as (
    select max(id) as id from next where id < coalesce((select id from stop), 9223372036854775807))
  insert into event_seal (last, sealed_at, count, hash)
    select max(e.id), clock_timestamp(), count(*), ${hashOf('(select hash from head)', canonical)}
    from event e where e.id > (select last from head) and e.id <= (select id from upto)
    having count(*) > 0
  returning last::text, hash, count::text`

/** A range of the history that is not as it was sealed. */
export interface BrokenSeal {
  /** The range: after this event, up to and with that one. */
  readonly after: string
  readonly last: string
  readonly sealedAt: Date
  readonly expected: number
  readonly found: number
}

export interface Verified {
  readonly seals: number
  readonly events: number
  readonly broken: readonly BrokenSeal[]
  /** Where to go on; null = that was the last seal. */
  readonly next: string | null
}

interface Checked {
  readonly after: string
  readonly last: string
  readonly sealedAt: Date
  readonly expected: string
  readonly found: string
  readonly intact: boolean
}

/**
 * Computes seals anew, `limit` of them from the one behind `from`, and names those that don't hold. For the worker's
 * role; a long history is checked in several calls.
 */
export async function verifyHistory(tx: Tx, { from = '0', limit = 100 } = {}): Promise<Verified> {
  const answer = await tx.$client.query<Checked>(
    `with seal as (
       select last, sealed_at, count, hash, lag(last, 1, 0::bigint) over w as after, lag(hash, 1, '') over w as before
       from event_seal where last >= $1 window w as (order by last) order by last limit $2 + 1)
     select s.after::text, s.last::text, s.sealed_at as "sealedAt", s.count::text as expected, f.count::text as found,
       f.count = s.count and f.hash = s.hash as intact
     from seal s, lateral (
       select count(e.id), ${hashOf('s.before', canonical)} as hash from event e where e.id > s.after and e.id <= s.last) f
     where s.last > $1 order by s.last limit $2`,
    [from, limit],
  )
  const broken = answer.rows.flatMap(({ intact, expected, found, ...range }) =>
    intact ? [] : [{ ...range, expected: Number(expected), found: Number(found) }],
  )
  const events = answer.rows.reduce((sum, row) => sum + Number(row.found), 0)
  const next = answer.rows.length === limit ? (answer.rows.at(-1)?.last ?? null) : null
  return { seals: answer.rows.length, events, broken, next }
}
