'use server'

import { partnerAction } from '#app/_server/action.ts'
import { assignToMany } from '#db/assignment/assign-many.ts'
import { assignManyForm } from '#lib/grant/assignment-forms.ts'
import { assignmentSentence } from '#lib/grant/assignment-words.ts'

/** An administrator assigns one technician to several accounts: what can be done is done, the page tells what can't. */
export const assignMany = partnerAction(
  { name: 'assign-technician', form: assignManyForm, only: 'administrators' },
  async ({ input, change, language }) => {
    const { done, refused } = await assignToMany(change, input.staff, input.grants, input.shown)
    const [first] = refused
    if (done.length === 0 && first)
      return first.refusal === 'not-found'
        ? 'not-found'
        : { refused: assignmentSentence(first.refusal, undefined, language), overtaken: true }
    const not = new URLSearchParams(refused.map(({ grantId, refusal }) => ['not', `${grantId}.${refusal}`]))
    const theirs = `/partner/${change.partner.slug}/staff/${input.staff}`
    return { to: not.size > 0 ? `${theirs}/assign?${not}` : theirs, done: 'technicians-assigned' }
  },
)
