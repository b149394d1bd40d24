import { type CallFilter, digitsWanted } from '#lib/call-log/filter.ts'
import type { CallRecord } from '#lib/call-log/record.ts'
import { momentsOf } from '#lib/day-span.ts'
import { countryOf, ownNumber } from '#lib/dialling.ts'
import { wantedIn } from '#lib/phonebook/contact.ts'
import { dialsFrom, tellingNumbers } from '../account/dials-from.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { anywhere } from '../lists/like.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'

/** A record as the list and its own page show it. */
export interface SeenCall extends Omit<CallRecord, 'number'> {
  readonly id: string
  /** How the phonebook knows the other party; empty where it does not, or the reader may not read it. */
  readonly name: string
}

export interface CallQuestion {
  readonly accountId: string
  readonly filter: CallFilter
  /** Where the account is: its days are meant. */
  readonly zone: string
  /** Whether the reader may read the phonebook: without it nobody is known by name. */
  readonly names: boolean
}

type Value = string | readonly string[] | Date

export interface Narrowed {
  readonly condition: string
  /** Tells statements apart whose texts differ. */
  readonly name: string
}

/** The names that the phonebook has for a number, of the record `r`. */
const nameOf = `coalesce((select c.name from contact c where c.account_id = r.account_id and c.ended_at is null
  and c.reach @> array[r.other_key] order by c.likeness, c.id limit 1), '')`

export const callColumns = (
  names: boolean,
) => `r.id, r.record_id as "recordId", r.kind, r.direction, r.from_number as "from",
  r.to_number as "to", r.answered_by as "answeredBy", r.started_at as "startedAt", r.ring_seconds as "ringSeconds",
  r.talk_seconds as "talkSeconds", r.result, ${names ? nameOf : `''`} as name`

/** The condition for what a filter leaves, and its values behind those that are given already; $1 is the account. */
export async function narrowedTo(
  tx: Tx,
  { accountId, filter, zone, names }: CallQuestion,
  values: Value[],
): Promise<Narrowed> {
  const given = (value: Value) => `$${values.push(value)}`
  const span = momentsOf(filter, zone)
  const parts: string[] = [`r.kind = ${given(filter.kind)}`]
  const name: string[] = []
  const add = (key: string, condition: string) => {
    parts.push(condition)
    name.push(key)
  }
  if (filter.direction) add('direction', `r.direction = ${given(filter.direction)}`)
  if (filter.result) add('result', `r.result = ${given(filter.result)}`)
  if (filter.number) add('number', `r.own_key = ${given(filter.number)}`)
  if (span.from) add('from', `r.started_at >= ${given(span.from)}`)
  if (span.until) add('until', `r.started_at < ${given(span.until)}`)
  if (filter.search) {
    const from = await dialsFrom(tx, accountId)
    const digits = digitsWanted(filter.search)
    const wanted = wantedIn(filter.search, from)
    if (digits.length > 1 && wanted)
      add('digits', `r.other_key like any(${given(wanted.texts.map(anywhere))}::text[])`)
    else if (wanted) {
      const texts = given(wanted.texts.map(anywhere))
      // Those of the phonebook who are called so, first: then their numbers are looked for, and no names.
      const known = `r.other_key = any(array(select unnest(c.reach) from contact c
        where c.account_id = $1 and c.ended_at is null and c.findable like all(${texts}::text[])))`
      const answered = `lower(r.answered_by) like all(${texts}::text[])`
      add(names ? 'names' : 'answered', names ? `(${known} or ${answered})` : answered)
    }
  }
  return { condition: parts.join(' and '), name: name.join('-') || 'all' }
}

/** One page of records, the newest first. A cursor only says where to go on: whoever's it is, the account's own are read. */
export async function callsOf(
  tx: Tx,
  question: CallQuestion,
  after: string | undefined,
  limit: number,
): Promise<{ readonly calls: readonly SeenCall[]; readonly next: string | null }> {
  const values: Value[] = [question.accountId]
  const { condition, name } = await narrowedTo(tx, question, values)
  const position = momentPosition(after)
  const beyond = position
    ? `and (r.started_at, r.id) < ($${values.push(position.at)}::timestamp at time zone 'UTC', $${values.push(position.id)}::uuid)`
    : ''
  const answer = await tx.$client.query<SeenCall & { cursor: string }>({
    name: `calls-${name}-${question.names ? 'named' : 'bare'}-${position ? 'next' : 'first'}-${limit}`,
    text: `with page as (select r.id from call_record r where r.account_id = $1 and ${condition} ${beyond}
        order by r.started_at desc, r.id desc ${atMost(limit + 1)})
      select ${callColumns(question.names)}, ${momentCursor('r.started_at', 'r.id')} as cursor
      from page join call_record r on r.id = page.id order by r.started_at desc, r.id desc`,
    values,
  })
  const rows = answer.rows.slice(0, limit)
  const next = answer.rows.length > limit ? (rows.at(-1)?.cursor ?? null) : null
  return { calls: rows.map(({ cursor: _, ...call }) => call), next }
}

/** One record of the account; null where it has no such. */
export async function callOf(
  tx: Tx,
  accountId: string,
  id: string,
  names: boolean,
): Promise<SeenCall | null> {
  const answer = await tx.$client.query<SeenCall>(
    `select ${callColumns(names)} from call_record r where r.account_id = $1 and r.id = $2`,
    [accountId, id],
  )
  return answer.rows[0] ?? null
}

/** One of the account's own numbers, as its services name it. */
export interface OwnNumber {
  readonly number: string
  readonly label: string
  readonly digits: string
}

/** What the page of a call log knows beside its records. */
export interface CallLogHead {
  readonly numbers: readonly OwnNumber[]
  /** Whether there are records at all, of either kind. */
  readonly any: boolean
}

export async function callLogHead(tx: Tx, accountId: string): Promise<CallLogHead> {
  const answer = await tx.$client.query<{
    any: boolean
    country: string
    telling: readonly string[]
    numbers: readonly Omit<OwnNumber, 'digits'>[]
  }>({
    name: 'call-log-head',
    text: `select exists (select 1 from call_record r where r.account_id = $1) as any, a.country, ${tellingNumbers} as telling,
      (select coalesce(json_agg(json_build_object('number', s.identifier, 'label', s.label) order by s.identifier), '[]')
        from service s where s.account_id = a.id and s.kind = 'number') as numbers
      from account a where a.id = $1`,
    values: [accountId],
  })
  const [row] = answer.rows
  if (!row) return { numbers: [], any: false }
  const country = countryOf(row.country, row.telling)
  const numbers = row.numbers.map(one => ({ ...one, digits: ownNumber(one.number, country).key }))
  return { numbers, any: row.any }
}
