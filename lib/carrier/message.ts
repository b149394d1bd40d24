import { z } from 'zod'
import { type CallRecord, recordId, recordShape } from '#lib/call-log/record.ts'
import { dialable } from '#lib/contact-fields.ts'

// What a carrier tells: events of several types in one message. A type has its form here and its place in
// db/carrier/take.ts; text messages and faxes come in beside calls.

/** More of them come in several messages. */
export const mostEvents = 500

/** A message around its events, which are read one by one: one that can't be read holds up no other. */
const message = z.object({ events: z.array(z.unknown()).min(1).max(mostEvents) })

/** Which event it is, also of one that can't be read. */
const named = z
  .object({ id: z.string().max(200).catch(''), type: z.string().max(100).catch('') })
  .catch({ id: '', type: '' })

const call = z
  .object({
    type: z.literal('call'),
    id: recordId,
    /** One of the account's own numbers, by which the account is found. */
    number: dialable.refine(text => text !== '', 'required'),
    started_at: z.iso.datetime({ offset: true, error: 'not-a-moment' }).transform(text => new Date(text)),
    ...recordShape,
  })
  .transform(
    ({
      id,
      started_at: startedAt,
      answered_by: answeredBy,
      ring_seconds,
      talk_seconds,
      ...rest
    }): CarrierCall => ({
      ...rest,
      recordId: id,
      startedAt,
      answeredBy,
      ringSeconds: ring_seconds,
      talkSeconds: talk_seconds,
    }),
  )

export interface CarrierCall extends CallRecord {
  readonly type: 'call'
}

const forms = { call } as const

/** Everything that a carrier can tell, once it is read. */
export type CarrierEvent = CarrierCall

/** An event that was read, or why it could not be: the sender is told which, and in which field. */
export type ReadEvent =
  | { readonly id: string; readonly event: CarrierEvent }
  | { readonly id: string; readonly outcome: 'unknown-type' }
  | { readonly id: string; readonly outcome: 'unreadable'; readonly field: string; readonly problem: string }

/** The events of a message; null where it is none. */
export function readMessage(payload: string): readonly ReadEvent[] | null {
  const parsed = message.safeParse(jsonIn(payload))
  return parsed.success ? parsed.data.events.map(readOne) : null
}

function readOne(given: unknown): ReadEvent {
  const { id, type } = named.parse(given)
  if (!Object.hasOwn(forms, type)) return { id, outcome: 'unknown-type' }
  const parsed = forms[type as keyof typeof forms].safeParse(given)
  if (parsed.success) return { id, event: parsed.data }
  const [issue] = parsed.error.issues
  return { id, outcome: 'unreadable', field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
