import { z } from 'zod'
import { isCalendarDay } from '#lib/duration.ts'
import { isAmount, isCurrency } from '#lib/money.ts'
import { unseenAt } from '#lib/unseen.ts'

// What the things of the provider's systems are made of. A message is a code for a sentence in lib/item-fault-words.ts, with
// what that needs behind a colon.

export const itemLine = (longest: number, needed = true) =>
  z
    .string('not-a-text')
    .transform(text => text.normalize('NFC').trim())
    .refine(text => !needed || text !== '', 'missing')
    .refine(text => text.length <= longest, `too-long:${longest}`)
    .refine(text => unseenAt(text) === null, 'unseen')

export const itemKey = itemLine(200)
export const itemAmount = z.custom<number>(isAmount, 'not-an-amount')
export const itemDay = z.string('not-a-day').refine(isCalendarDay, 'not-a-day')
export const itemCurrency = z.string('unknown-currency').refine(isCurrency, 'unknown-currency')
export const itemOneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `not-one-of:${values.join(', ')}`)
/** A whole number between two others, both included. */
export const itemWhole = (least: number, most: number) =>
  z.custom<number>(
    value => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
    `not-whole:${least}–${most}`,
  )
