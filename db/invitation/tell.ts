import { formatDuration } from '#lib/duration.ts'
import type { EventAction } from '#lib/history/event.ts'
import type { InvitationState } from '#lib/invitation/invitation.ts'
import type { LetterKind } from '#lib/mail/kinds.ts'
import type { NewEvent } from '../events.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import type { Write } from '../write.ts'
import type { LoadedInvitation } from './load.ts'

type Action = Extract<EventAction, `partner-invitation.${string}`>

/** What the history holds of a move of an invitation. */
export function invitationEvent(
  invitation: LoadedInvitation,
  action: Action,
  to: InvitationState,
  reason = '',
): NewEvent {
  const { id: subjectId, accountId, partnerId, partnerName, inviterName, state, scope, duration } = invitation
  const facts = {
    partner: partnerName,
    whom: inviterName,
    scope: scope.name,
    pages: scope.pages,
    duration: formatDuration(duration),
  }
  return { action, accountId, partnerId, subjectId, from: state, to, reason, facts }
}

/** Both sides are told of every outcome, and by whom; but for whoever did it. */
export function outcomeLetters(
  invitation: LoadedInvitation,
  kind: Extract<LetterKind, `partner-invitation-${string}`>,
  doer: { readonly name: string; readonly firm: string; readonly personId: string } | null,
  reason = '',
): readonly Write[] {
  const { id: subjectId, accountId, partnerId } = invitation
  const about = {
    kind,
    subjectId,
    accountId,
    ...(doer && { facts: { by: doer.name, firm: doer.firm, reason }, except: doer.personId }),
  }
  return [
    toPartner({ ...about, occasion: 'outcome', partnerId, asked: [] }),
    toApprovers({ ...about, occasion: 'outcome-approvers' }),
  ]
}
