import { z } from 'zod'
import { ownEmail } from '../contact-fields.ts'
import { choice, id, password } from '../form-fields.ts'
import { languages } from '../language.ts'
import { personName } from './name.ts'
import { isTimeZone } from './time-zones.ts'

/** What a person changes about themselves. */
export const profileForm = z.object({
  name: personName,
  language: choice(languages),
  timeZone: z.string('required').refine(isTimeZone, 'not-a-zone'),
})

/** Pasting is welcome, so nothing is typed twice. `currentPassword` is empty for somebody who has none yet. */
export const passwordForm = z.object({
  currentPassword: z.string().max(1000, 'too-long').default(''),
  newPassword: password,
})

/** The first password of one's own, or the one that replaces a lost one; the token travels in a cookie. */
export const setPasswordForm = z.object({ newPassword: password })

/** The same for whoever has the letter but not its link: its user name and temporary password are typed. */
export const firstPasswordForm = z.object({
  email: ownEmail,
  temporaryPassword: z.string('required').min(1, 'required').max(100, 'too-long'),
  newPassword: password,
})

export const askForResetForm = z.object({ email: ownEmail })

/** A button and nothing else. */
export const pressForm = z.object({})

export const endSessionForm = z.object({ session: id })

export const endOthersForm = z.object({})
