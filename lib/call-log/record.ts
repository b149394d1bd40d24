import { z } from 'zod'
import { dialable } from '#lib/contact-fields.ts'
import { line } from '#lib/form-fields.ts'

// What a carrier or a switch keeps of a call, whichever way it comes to us: by file or by signed message.

export const recordKinds = ['call', 'switch'] as const
export type RecordKind = (typeof recordKinds)[number]

export const directions = ['incoming', 'outgoing'] as const
export type Direction = (typeof directions)[number]

export const results = ['answered', 'missed', 'voicemail', 'busy', 'failed'] as const
export type CallResult = (typeof results)[number]

/** A call, or an entry of the switch's own log. */
export interface CallRecord {
  /** The record's own id, given by whoever made it: the same one again is the same record. */
  readonly recordId: string
  readonly kind: RecordKind
  readonly direction: Direction
  readonly from: string
  readonly to: string
  /** Which of the account's numbers it concerns. */
  readonly number: string
  /** Who of the account answered; empty where that is not known. */
  readonly answeredBy: string
  readonly startedAt: Date
  readonly ringSeconds: number
  readonly talkSeconds: number
  readonly result: CallResult
}

export const longestRecordId = 100
const mostSeconds = 7 * 24 * 3600

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `not-one-of:${values.join(', ')}`)

/** Whole seconds, as a file or a message writes them; nothing is none. */
const seconds = z
  .union([z.number(), z.string()], 'not-seconds')
  .optional()
  .transform(value => (value === undefined || value === '' ? 0 : Number(value)))
  .refine(value => Number.isInteger(value) && value >= 0 && value <= mostSeconds, 'not-seconds')

/** A party may be withheld. */
const party = z
  .union([z.literal('anonymous'), dialable], 'not-dialable')
  .optional()
  .transform(text => text ?? '')

/** All but the moment, which is written in several ways. */
export const recordShape = {
  kind: oneOf(recordKinds)
    .optional()
    .transform(kind => kind ?? 'call'),
  direction: oneOf(directions),
  from: party,
  to: party,
  answered_by: line(120, { required: false })
    .optional()
    .transform(text => text ?? ''),
  ring_seconds: seconds,
  talk_seconds: seconds,
  result: oneOf(results),
}

export const recordId = line(longestRecordId)

/** Which of its two numbers is the account's own, by the way the call went. */
export function ownNumber({ direction, from, to }: Pick<CallRecord, 'direction' | 'from' | 'to'>): string {
  return direction === 'incoming' ? to : from
}

/** And which is the other party's. */
export function otherNumber({ direction, from, to }: Pick<CallRecord, 'direction' | 'from' | 'to'>): string {
  return direction === 'incoming' ? from : to
}
