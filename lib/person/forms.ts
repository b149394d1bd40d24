import { z } from 'zod'
import { choice, id, line, password } from '../form-fields.ts'
import { languages } from '../language.ts'
import { isTimeZone } from './time-zones.ts'

/** What a person changes about themselves. */
export const profileForm = z.object({
  name: line(100),
  language: choice(languages),
  timeZone: z.string('required').refine(isTimeZone, 'not-a-zone'),
})

/** Pasting is welcome, so nothing is typed twice. `currentPassword` is empty for somebody who has none yet. */
export const passwordForm = z.object({
  currentPassword: z.string().max(1000, 'too-long').default(''),
  newPassword: password,
})

export const endSessionForm = z.object({ session: id })

export const endOthersForm = z.object({})
