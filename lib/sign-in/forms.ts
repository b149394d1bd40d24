import { z } from 'zod'
import { choice, email } from '../form-fields.ts'

/** Two buttons, one form: the password, or a letter with a link and a code. */
export const signInForm = z.object({
  email,
  password: z.string().max(1000, 'too-long').default(''),
  way: choice(['password', 'letter']),
  next: z.string().max(2000).default('/'),
})
