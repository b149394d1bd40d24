import { z } from 'zod'
import { checkGiving, givingFields } from '#lib/access/giving-form.ts'
import { checkbox, choice, id, lines, refuseField } from '#lib/form-fields.ts'

export const longestDesignationReason = 1000

/** The provider sets a firm's access to an account: why, what, for how long, and whether to its client accounts too. */
export const designateForm = z
  .object({
    account: id,
    partner: id,
    reason: lines(longestDesignationReason),
    clients: checkbox,
    ...givingFields,
  })
  .superRefine(checkGiving)

/** The account asks for the end of it. */
export const askToEndForm = z.object({
  account: id,
  grant: id,
  reason: lines(longestDesignationReason, { required: false }),
})

/** The provider ends it, or says why it stays. */
export const answerAskForm = z
  .object({
    ask: id,
    answer: choice(['end', 'keep']),
    reason: lines(longestDesignationReason, { required: false }),
  })
  .superRefine(({ answer, reason }, context) => {
    if (answer === 'keep' && reason === '') refuseField(context, 'reason', 'required')
  })
