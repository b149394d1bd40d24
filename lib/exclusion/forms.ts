import { z } from 'zod'
import { choice, id, lines } from '../form-fields.ts'
import { exclusionActs } from './exclusion.ts'

/** A client account excludes itself from a firm that comes through its parent, or lets it come again. */
export const exclusionForm = z.object({
  account: id,
  partner: id,
  act: choice(exclusionActs),
  reason: lines(1000, { required: false }).optional(),
})
