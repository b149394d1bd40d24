'use server'

import { accountAction } from '#app/_server/action.ts'
import { authorisationOf, invited } from '#app/_server/inviting.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { cancelInvitation } from '#db/invitation/answer.ts'
import { chosenQuery } from '#lib/access/giving-form.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { cancelForm, inviteForm, inviteTries } from '#lib/invitation/forms.ts'
import { moveRefused } from '#lib/invitation/words.ts'
import { partnerIdFault, readPartnerId } from '#lib/partner/partner-id.ts'
import { invitationWords } from './invitation-words.ts'

const needs = 'partners.decide'

/** Invites a partner by its Partner ID. */
export const invite = accountAction(
  {
    name: 'invite-partner',
    form: inviteForm,
    needs,
    check: 'unsent',
    limit: async ({ input, actor, language }) => {
      const words = invitationWords[language]
      // A slip is told as a slip: it says nothing of any firm, and is no try.
      const fault = partnerIdFault(readPartnerId(input.partnerId))
      const { unsent } = fieldWords[language].check
      if (fault) return { refused: unsent, fields: { partnerId: words.fault[fault] } }
      return tooManyTries(inviteTries(actor.personId), words.tooMany, language)
    },
  },
  async ({ input, change, language }) => {
    const partnerCode = readPartnerId(input.partnerId)
    const chosen = chosenQuery(input)
    chosen.set('partnerId', partnerCode)
    const back = `${authorisationOf(change.account.slug)}/invitations/new?${chosen}`
    const answer = await invited(change, { firm: { partnerCode }, input, field: 'partnerId', back }, language)
    return answer === 'gone' ? 'not-found' : answer
  },
)

/** Takes an open invitation back. */
export const cancel = accountAction(
  { name: 'cancel-invitation', form: cancelForm, needs },
  async ({ input, change, language }) => {
    const own = `${authorisationOf(change.account.slug)}/invitations/${input.invitation}`
    const cancelled = await cancelInvitation(change, input.invitation)
    if (cancelled.ok) return { to: own, done: 'invitation-cancelled' }
    const { refusal, seen } = cancelled
    if (refusal === 'not-found') return 'not-found'
    const further = { href: own, label: invitationWords[language].see }
    return { refused: moveRefused({ refusal, seen }, language), overtaken: true, further }
  },
)
