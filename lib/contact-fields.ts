import { z } from 'zod'
import { oddLetterIn, parseEmail } from './email.ts'
import { type FieldRefusal, line, refuseUnseen } from './form-fields.ts'
import { parsePhone } from './phone.ts'

// How somebody is reached: e-mail address, telephone, web address. On screens and in files alike.

const code = (refusal: FieldRefusal) => refusal

const parsed = (text: string) => text === '' || parseEmail(text).ok

function refuseOddLetter(text: string, context: z.RefinementCtx): void {
  const odd = oddLetterIn(text)
  if (!odd) return
  const facts = [odd.letter, odd.at, odd.part, odd.script, odd.among]
  context.addIssue({ code: 'custom', message: [code('odd-letter'), ...facts].join(':') })
}

const anyEmail = z
  .string(code('required'))
  .transform(text => text.trim())
  .superRefine((text, context) => refuseUnseen(text, 'not-a-line', context))
  .refine(parsed, code('not-an-email'))
const needed = (text: string) => text !== ''

/**
 * The e-mail address of somebody who signs in. One that the portal knows is never refused for its letters, or whoever
 * has it would be shut out.
 */
export const ownEmail = anyEmail.refine(needed, code('required'))

/** An e-mail address that the portal is to write to: none whose letters make it look like another's. */
export const emailIfAny = anyEmail.superRefine(refuseOddLetter).meta({ written: true })
export const email = emailIfAny.refine(needed, code('required')).meta({ written: true })

/** A telephone number, or nothing. */
export const phone = z
  .string(code('required'))
  .refine(text => text.trim() === '' || parsePhone(text) !== null, code('not-a-phone'))
  .transform(text => parsePhone(text) ?? '')

/** The fewest digits that a telephone dials: an extension, a short number. */
const shortestDialled = 2

/** Whatever a telephone can dial, extensions and short numbers too, or nothing. */
export const dialable = z
  .string(code('required'))
  .refine(text => text.trim() === '' || parsePhone(text, shortestDialled) !== null, code('not-dialable'))
  .transform(text => parsePhone(text, shortestDialled) ?? '')

/** An address of the web that nobody can listen to on its way, as browsers write it; or nothing. */
export const httpsAddress = line(500, { required: false }).transform((text, context) => {
  if (text === '') return ''
  const url = /^https:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null
  if (url && url.protocol === 'https:' && url.username === '' && url.password === '') return url.href
  context.addIssue({ code: 'custom', message: code('not-https') })
  return z.NEVER
})
