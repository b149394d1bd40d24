import { z } from 'zod'
import { email } from '#lib/contact-fields.ts'
import { id } from '#lib/form-fields.ts'

export const resendForm = z.object({ letter: id })
export const linkForm = z.object({ letter: id })
export const addressForm = z.object({ letter: id, email })
