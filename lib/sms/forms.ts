import { z } from 'zod'
import { chosenId, type FieldRefusal, id } from '#lib/form-fields.ts'

const needed: FieldRefusal = 'required'
const tooLong = (longest: number) => `${'too-long' satisfies FieldRefusal}:${longest}`
const notPlain: FieldRefusal = 'not-plain'

/** What ten parts hold at most; parts are counted where the message is made. */
export const longestText = 1530

/** Control characters and those that turn the direction of writing; what joins and varies emoji belongs to them. */
const unsendable =
  /[^\P{Cc}\n]|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufff9-\ufffb]/u

/** What somebody writes: several lines of plain text, with emoji as they are. */
export const messageText = z
  .string(needed)
  .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .refine(text => text !== '', needed)
  .refine(text => text.length <= longestText, tooLong(longestText))
  .superRefine((text, context) => {
    const found = unsendable.exec(text)
    if (!found) return
    const at = [...text.slice(0, found.index)].length + 1
    context.addIssue({ code: 'custom', message: `${notPlain}:${at}` })
  })
  .meta({ written: true })

/** The number to send to, as it was typed; what it means depends on where the account is. */
export const typedNumber = z
  .string(needed)
  .transform(text => text.trim())
  .refine(text => text !== '', needed)
  .refine(text => text.length <= 60, tooLong(60))

/** A message to any number. `from` is one of the account's own, by its service. */
export const sendForm = z.object({ account: id, from: chosenId, to: typedNumber, text: messageText })

/** A message in a conversation that is there. */
export const replyForm = z.object({ account: id, conversation: id, text: messageText })

/** A message that did not arrive, as a new one. */
export const againForm = z.object({ account: id, message: id })
