import { sql } from 'drizzle-orm'
import type pg from 'pg'
import type {
  CarrierCall,
  CarrierEvent,
  CarrierFax,
  CarrierText,
  CarrierWord,
  ReadEvent,
} from '#lib/carrier/message.ts'
import { keptCalls } from '../call-log/keep.ts'
import { type Tx, writing } from '../client.ts'
import { keepFaxes } from '../fax/keep.ts'
import { keepTexts } from '../sms/keep.ts'
import { type Owner, ownersOf } from './owners.ts'
import { type HeardWord, takeWords } from './words-of.ts'

/** What became of one event of a message. */
export type Outcome =
  | 'kept'
  /** It had come in before, or tells what is known or over: nothing was done. */
  | 'known'
  /** No open account has this number, so there is nowhere to keep it. */
  | 'unknown-number'
  /** Nothing was sent under this id. */
  | 'unknown-id'
  | 'unknown-type'
  | 'unreadable'

export interface Answered {
  readonly id: string
  readonly outcome: Outcome
  /** Of what could not be read: the field, and what is wrong with it. */
  readonly field?: string
  readonly problem?: string
}

/**
 * Takes in the events of one message, each for the account whose number it names, or for what the portal had sent; all that
 * can be kept is kept in one transaction, and what can't be is told. The same message once more changes nothing.
 */
export async function takeMessage(
  events: readonly ReadEvent[],
  from?: pg.Pool,
): Promise<readonly Answered[]> {
  return writing(
    { role: 'worker' },
    async tx => {
      const read = events.flatMap(one => ('event' in one ? [one.event] : []))
      const owners = await ownersOf(
        tx,
        read.flatMap(event => ('number' in event ? [event.number] : [])),
      )
      const taken: Taken = {
        owners,
        call: await keepCalls(tx, ofType<CarrierCall>(read, 'call'), owners),
        message: await keepTexts(tx, owned(ofType<CarrierText>(read, 'message'), owners)),
        fax: await keepFaxes(tx, owned(ofType<CarrierFax>(read, 'fax'), owners)),
        words: await takeWords(tx, read.filter(isWord)),
      }
      return events.map(one => ('event' in one ? answered(one.event, taken) : one))
    },
    from,
  )
}

/** By account and record: what was new. */
type Kept = ReadonlySet<string>

interface Taken {
  readonly owners: ReadonlyMap<string, Owner>
  readonly call: Kept
  readonly message: Kept
  readonly fax: Kept
  readonly words: ReadonlyMap<string, HeardWord>
}

function answered(event: CarrierEvent, taken: Taken): Answered {
  const id = event.recordId
  if (isWord(event)) return { id, outcome: taken.words.get(id) ?? 'unknown-id' }
  const owner = taken.owners.get(event.number)
  if (!owner) return { id, outcome: 'unknown-number' }
  return { id, outcome: taken[event.type].has(keptKey(owner.accountId, id)) ? 'kept' : 'known' }
}

const keptKey = (accountId: string, recordId: string) => `${accountId} ${recordId}`

function isWord(event: CarrierEvent): event is CarrierWord {
  return event.type === 'message-state' || event.type === 'fax-state'
}

function ofType<E extends CarrierEvent>(events: readonly CarrierEvent[], type: E['type']): readonly E[] {
  return events.filter((event): event is E => event.type === type)
}

function owned<E extends { readonly number: string }>(
  events: readonly E[],
  owners: ReadonlyMap<string, Owner>,
): readonly (Owner & { readonly event: E })[] {
  return events.flatMap(event => {
    const owner = owners.get(event.number)
    return owner ? [{ ...owner, event }] : []
  })
}

/** The calls among the events that were new, by account and record. */
async function keepCalls(
  tx: Tx,
  events: readonly CarrierCall[],
  owners: ReadonlyMap<string, Owner>,
): Promise<Kept> {
  const records = owned(events, owners).map(({ event: call, ...owner }) => ({
    ...owner,
    from: owner.country,
    // By the service's own writing, so that it is known under the same key.
    call: { ...call, number: owner.number },
  }))
  if (records.length === 0) return new Set()
  const { query } = keptCalls(records)
  const answer = await tx.execute<{ account_id: string; record_id: string }>(
    sql`with kept as ${query} select account_id, record_id from kept`,
  )
  return new Set(answer.rows.map(row => keptKey(row.account_id, row.record_id)))
}
