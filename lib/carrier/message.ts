import { z } from 'zod'
import { type CallRecord, recordId, recordShape } from '#lib/call-log/record.ts'
import { dialable } from '#lib/contact-fields.ts'
import { largestFax } from '#lib/fax/fax.ts'
import { saysPdf } from '#lib/fax/pdf.ts'
import { type CarrierReason, carrierReason, type ToldState, toldStates } from '#lib/sending.ts'

// What a carrier tells: events of several types in one message. A type has its form here and its place in
// db/carrier/take.ts.

/** More of them come in several messages. */
export const mostEvents = 500

/** A message around its events, which are read one by one: one that can't be read holds up no other. */
const message = z.object({ events: z.array(z.unknown()).min(1).max(mostEvents) })

/** Which event it is, also of one that can't be read. */
const named = z
  .object({ id: z.string().max(200).catch(''), type: z.string().max(100).catch('') })
  .catch({ id: '', type: '' })

/** One of the account's own numbers, by which the account is found. */
const ownNumber = dialable.refine(text => text !== '', 'required')
const moment = z.iso.datetime({ offset: true, error: 'not-a-moment' }).transform(text => new Date(text))

const call = z
  .object({ type: z.literal('call'), id: recordId, number: ownNumber, started_at: moment, ...recordShape })
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

/** Letters of a text that came in; what can't be shown or kept is left out, since nobody here could mend it. */
const longestText = 5000
const text = z
  .string('required')
  .max(longestText, `too-long:${longestText}`)
  .transform(said => said.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]|\p{Cs}/gu, ''))

/** Firms write by name, where networks let them; short numbers and withheld ones there are, too. */
const longestName = 20
const party = z
  .string('required')
  .max(40, 'too-long:40')
  .transform(said =>
    said
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .trim(),
  )
  .refine(said => /\d/.test(said) || said.length <= longestName, `too-long:${longestName}`)

const incomingText = z
  .object({ type: z.literal('message'), id: recordId, number: ownNumber, from: party, text, at: moment })
  .transform(({ id, ...rest }) => ({ ...rest, recordId: id }))

/** A text message that somebody wrote to one of an account's numbers. */
export type CarrierText = z.infer<typeof incomingText>

const mostPages = 10_000

/** Without a pattern for the whole: one of fourteen million letters is more than such an engine holds. */
const isBase64 = (said: string) =>
  said.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(said.replace(/={1,2}$/, ''))

const document = z
  .string('required')
  .refine(isBase64, 'not-base64')
  .transform(encoded => new Uint8Array(Buffer.from(encoded, 'base64')))
  .refine(bytes => bytes.length <= largestFax, `too-large:${largestFax}`)
  .refine(saysPdf, 'not-a-pdf')

const incomingFax = z
  .object({
    type: z.literal('fax'),
    id: recordId,
    number: ownNumber,
    from: party.optional().transform(said => said ?? ''),
    pages: z.int('not-pages').min(1, 'not-pages').max(mostPages, 'not-pages'),
    at: moment,
    document,
  })
  .transform(({ id, ...rest }) => ({ ...rest, recordId: id }))

/** A fax that came to one of an account's numbers. */
export type CarrierFax = z.infer<typeof incomingFax>

/** How something stands that the portal had sent, by the id that the portal gave it. */
export interface CarrierWord {
  readonly type: 'message-state' | 'fax-state'
  readonly recordId: string
  readonly state: ToldState
  /** Only of what failed. */
  readonly reason: CarrierReason | ''
  /** How many pages the other machine took; null = not said. */
  readonly pagesSent: number | null
}

const word = z
  .object({
    type: z.enum(['message-state', 'fax-state']),
    id: z.uuid('not-an-id'),
    state: z.enum(toldStates, `not-one-of:${toldStates.join(', ')}`),
    reason: z.string().max(100).optional(),
    pages_sent: z.int('not-pages').min(0, 'not-pages').max(mostPages, 'not-pages').optional(),
  })
  .transform(
    ({ type, id, state, reason, pages_sent }): CarrierWord => ({
      type,
      recordId: id.toLowerCase(),
      state,
      reason: state === 'failed' ? carrierReason(reason) : '',
      pagesSent: pages_sent ?? null,
    }),
  )

const forms = {
  call,
  message: incomingText,
  'message-state': word,
  fax: incomingFax,
  'fax-state': word,
} as const

/** Everything that a carrier can tell, once it is read. */
export type CarrierEvent = CarrierCall | CarrierText | CarrierFax | CarrierWord

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

function jsonIn(said: string): unknown {
  try {
    return JSON.parse(said)
  } catch {
    return null
  }
}
