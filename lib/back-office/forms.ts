import { z } from 'zod'
import { id } from '#lib/form-fields.ts'

/** The button that begins a pull: of which account, and nothing else. */
export const syncForm = z.object({ account: id })
