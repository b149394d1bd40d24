import { sql } from 'drizzle-orm'
import type pg from 'pg'
import type { CarrierCall, CarrierEvent, ReadEvent } from '#lib/carrier/message.ts'
import { countryOf } from '#lib/dialling.ts'
import { digitsOf } from '#lib/phone.ts'
import { keptCalls } from '../call-log/keep.ts'
import { type Tx, writing } from '../client.ts'

/** What became of one event of a message. */
export type Outcome =
  | 'kept'
  /** It had come in before: nothing was done. */
  | 'known'
  /** No open account has this number, so there is nowhere to keep it. */
  | 'unknown-number'
  | 'unknown-type'
  | 'unreadable'

export interface Answered {
  readonly id: string
  readonly outcome: Outcome
  /** Of what could not be read: the field, and what is wrong with it. */
  readonly field?: string
  readonly problem?: string
}

/** The account that a number belongs to. */
interface Owner {
  readonly accountId: string
  readonly providerId: string
  readonly country: string
  readonly number: string
}

/**
 * Takes in the events of one message, each for the account whose number it names; all that can be kept is kept in one
 * transaction, and what can't be is told. The same message once more changes nothing.
 */
export async function takeMessage(
  events: readonly ReadEvent[],
  from?: pg.Pool,
): Promise<readonly Answered[]> {
  return writing(
    { role: 'worker' },
    async tx => {
      const read = events.flatMap(one => ('event' in one ? [one.event] : []))
      const owners = await ownersOf(tx, read)
      const kept = await keepCalls(tx, read, owners)
      return events.map(one => ('event' in one ? answered(one.event, owners, kept) : one))
    },
    from,
  )
}

function answered(
  event: CarrierEvent,
  owners: ReadonlyMap<string, Owner>,
  kept: ReadonlySet<string>,
): Answered {
  const owner = owners.get(digitsOf(event.number))
  if (!owner) return { id: event.recordId, outcome: 'unknown-number' }
  return { id: event.recordId, outcome: kept.has(keyOf(owner, event)) ? 'kept' : 'known' }
}

const keyOf = ({ accountId }: Owner, { recordId }: CarrierCall) => `${accountId} ${recordId}`

/** Whose the numbers are, by their digits. One that several accounts have is nobody's: it must not be guessed. */
async function ownersOf(tx: Tx, events: readonly CarrierEvent[]): Promise<ReadonlyMap<string, Owner>> {
  const answer = await tx.$client.query<Owner & { digits: string }>(
    `select ${numberDigits('s')} as digits, a.id as "accountId", a.provider_id as "providerId", a.country, s.identifier as number
      from service s join account a on a.id = s.account_id and a.closed_at is null
      where s.kind = 'number' and ${numberDigits('s')} = any($1)`,
    [[...new Set(events.map(event => digitsOf(event.number)))]],
  )
  const owners = new Map<string, Owner>()
  const several = new Set<string>()
  for (const { digits, ...owner } of answer.rows) {
    if (owners.has(digits) && owners.get(digits)?.accountId !== owner.accountId) several.add(digits)
    owners.set(digits, owner)
  }
  for (const digits of several) owners.delete(digits)
  return owners
}

/** The digits of a service's number, as they are indexed. */
const numberDigits = (of: string) => `regexp_replace(${of}.identifier, '\\D', '', 'g')`

/** The calls among the events that were new, by account and record. */
async function keepCalls(
  tx: Tx,
  events: readonly CarrierEvent[],
  owners: ReadonlyMap<string, Owner>,
): Promise<ReadonlySet<string>> {
  const records = events.flatMap(call => {
    const owner = owners.get(digitsOf(call.number))
    return owner ? [{ ...owner, from: countryOf(owner.country, [owner.number]), call }] : []
  })
  if (records.length === 0) return new Set()
  const { query } = keptCalls(records)
  const answer = await tx.execute<{ account_id: string; record_id: string }>(
    sql`with kept as ${query} select account_id, record_id from kept`,
  )
  return new Set(answer.rows.map(row => `${row.account_id} ${row.record_id}`))
}
