import { z } from 'zod'
import { email, id } from '#lib/form-fields.ts'

export const resendForm = z.object({ letter: id })
export const linkForm = z.object({ letter: id })
export const addressForm = z.object({ letter: id, email })
