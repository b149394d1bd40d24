import 'server-only'
import type { Refusal } from '#app/_server/door.ts'
import { currentInvitation } from '#app/_server/invitation-link.ts'
import type { HeldLink } from '#db/person-invitation/answer.ts'
import type { Language } from '#lib/language.ts'
import { personInvitationRefused } from '#lib/person-invitation/words.ts'
import type { Refused } from '#lib/result.ts'
import { words } from './words.ts'

/** What whoever answers holds: the token in this browser's keeping, for the invitation that their page showed. */
export async function heldLink(invitationId: string): Promise<HeldLink> {
  return { token: await currentInvitation(), invitationId }
}

type Lost = Parameters<typeof personInvitationRefused>[0] | 'replaced' | 'not-found'

/** With these the invitation is as open as before: the page would not say by itself why nothing came of it. */
const leavesOpen: readonly Lost[] = [
  'other-address',
  'inviter-gone',
  'provider-staff',
  'here-already',
  'one-place',
]

/** Where the invitation has moved on the page is made anew and says what became of it; the sentence stands at its top. */
export function tooLate({ refusal, seen }: Refused<Lost>, language: Language): Refusal {
  if (refusal === 'replaced' || refusal === 'not-found')
    return { refused: words[language].moved, overtaken: true }
  return {
    refused: personInvitationRefused(refusal, seen?.by, language),
    overtaken: !leavesOpen.includes(refusal),
  }
}
