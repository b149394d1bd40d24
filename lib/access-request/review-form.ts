import { z } from 'zod'
import { checkGiving, givingFields } from '#lib/access/giving-form.ts'
import { checkbox, id, lines } from '#lib/form-fields.ts'

export const approveForm = z
  .object({ account: id, request: id, clients: checkbox, ...givingFields })
  .superRefine(checkGiving)
export const declineForm = z.object({ account: id, request: id, reason: lines(1000, { required: false }) })
export const questionForm = z.object({ account: id, request: id, question: lines(1000) })
