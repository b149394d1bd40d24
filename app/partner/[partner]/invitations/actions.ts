'use server'

import { partnerAction } from '#app/_server/action.ts'
import { acceptInvitation, declineInvitation } from '#db/invitation/answer.ts'
import { acceptForm, declineForm } from '#lib/invitation/forms.ts'
import type { AcceptanceRefusal } from '#lib/invitation/invitation.ts'
import { moveRefused } from '#lib/invitation/words.ts'
import type { Language } from '#lib/language.ts'
import type { Refused } from '#lib/result.ts'
import { words } from './words.ts'

const only = 'administrators'
const own = (firm: string, invitation: string) => `/partner/${firm}/invitations/${invitation}`

function tooLate(refused: Refused<AcceptanceRefusal>, at: string, language: Language) {
  const sentence = moveRefused(refused, language)
  return { refused: sentence, overtaken: true, further: { href: at, label: words[language].seeEnded } }
}

/** Takes what the account has chosen; the clock starts. */
export const accept = partnerAction(
  { name: 'accept-invitation', form: acceptForm, only },
  async ({ input, change, language }) => {
    const at = own(change.partner.slug, input.invitation)
    const accepted = await acceptInvitation(change, input.invitation)
    if (accepted.ok) return { to: at, done: 'invitation-accepted' }
    const { refusal, seen } = accepted
    return refusal === 'not-found'
      ? refusal
      : tooLate({ ...accepted, refusal, ...(seen && { seen }) }, at, language)
  },
)

/** Says no. */
export const decline = partnerAction(
  { name: 'decline-invitation', form: declineForm, only },
  async ({ input, change, language }) => {
    const at = own(change.partner.slug, input.invitation)
    const declined = await declineInvitation(change, input.invitation, input.reason)
    if (declined.ok) return { to: at, done: 'invitation-declined' }
    const { refusal, seen } = declined
    return refusal === 'not-found'
      ? refusal
      : tooLate({ ...declined, refusal, ...(seen && { seen }) }, at, language)
  },
)
