'use server'

import { partnerAction } from '#app/_server/action.ts'
import { assignToMany } from '#db/assignment/assign-many.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { assignManyForm, fieldOfAssigning, partAssigned, timeAssigned } from '#lib/grant/assignment-forms.ts'
import { assignmentSentence } from '#lib/grant/assignment-words.ts'

/** An administrator assigns one technician to several accounts: what can be done is done, the page tells what can't. */
export const assignMany = partnerAction(
  { name: 'assign-technician', form: assignManyForm, only: 'administrators' },
  async ({ input, change, language }) => {
    const { done, refused } = await assignToMany(change, {
      staffId: input.staff,
      grantIds: input.grants,
      scope: partAssigned(input),
      duration: timeAssigned(input),
      shown: input.shown,
    })
    const [first] = refused
    if (done.length === 0 && first) {
      if (first.refusal === 'not-found') return 'not-found'
      const sentence = assignmentSentence(first.refusal, undefined, language)
      const field = fieldOfAssigning(first.refusal, input)
      if (!field) return { refused: sentence, overtaken: true }
      return { refused: fieldWords[language].check.unchanged, fields: { [field]: sentence } }
    }
    const not = new URLSearchParams(refused.map(({ grantId, refusal }) => ['not', `${grantId}.${refusal}`]))
    const theirs = `/partner/${change.partner.slug}/staff/${input.staff}`
    return { to: not.size > 0 ? `${theirs}/assign?${not}` : theirs, done: 'technicians-assigned' }
  },
)
