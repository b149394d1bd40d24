import { z } from 'zod'
import { ownEmail } from '../contact-fields.ts'
import { choice } from '../form-fields.ts'

/** Where somebody wanted to go; read as a path of this very host, whatever it says. */
const next = z.string().max(2000).default('/')

/** Two buttons, one form: the password, or a letter with a link and a code. */
export const signInForm = z.object({
  email: ownEmail,
  password: z.string().max(1000, 'too-long').default(''),
  way: choice(['password', 'letter']),
  next,
})

/** Six digits; people copy them with blanks and hyphens. */
export const codeForm = z.object({
  code: z
    .string('required')
    .transform(text => text.normalize('NFKC').replace(/[\s-]/g, ''))
    .refine(text => text.length > 0, 'required')
    .refine(text => /^\d{6}$/.test(text), 'not-a-code'),
})

/** Another letter to the address that this browser asked for. */
export const askAgainForm = z.object({ next })

/** A button and nothing else: the token travels in a cookie. */
export const spendForm = z.object({})

/** Proving once more who one is. */
export const confirmForm = z.object({
  password: z.string().max(1000, 'too-long').default(''),
  way: choice(['password', 'letter']),
  next,
})
