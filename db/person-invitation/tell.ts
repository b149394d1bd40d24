import type { EventAction } from '#lib/history/event.ts'
import { seal } from '#lib/mail/seal.ts'
import { invitationToken } from '#lib/person-invitation/link.ts'
import type { PersonInvitationState } from '#lib/person-invitation/person-invitation.ts'
import type { NewEvent } from '../events.ts'
import { toApprovers, toMailbox, toPerson } from '../mail/letters.ts'
import type { Write } from '../write.ts'
import type { LoadedPersonInvitation } from './load.ts'

type Action = Extract<EventAction, `person-invitation.${string}`>
type Named = Pick<LoadedPersonInvitation, 'id' | 'accountId' | 'email' | 'roles' | 'state'>

/** What the history holds of an invitation to a person: for whom it is, and as what. */
export function personInvitationEvent(
  { id: subjectId, accountId, email, roles, state }: Named,
  action: Action,
  to: PersonInvitationState,
  more: { readonly reason?: string; readonly facts?: NewEvent['facts'] } = {},
): NewEvent {
  const { facts, ...rest } = more
  const change = state === to ? {} : { from: state, to }
  const about = { action, accountId, partnerId: null, subjectId, ...change, ...rest }
  return { ...about, facts: { ...(email && { email }), roles, ...facts } }
}

/** The letter with the link, to the address for which it is: in the language and look of whoever is known by it. */
export function invitationLetter(
  invitation: Pick<
    LoadedPersonInvitation,
    'id' | 'round' | 'accountId' | 'email' | 'emailCanonical' | 'language'
  >,
  by: { readonly name: string; readonly firm: string },
  secret: string,
): readonly Write[] {
  const { id, round, accountId, email, emailCanonical, language } = invitation
  if (!email || !emailCanonical) return []
  const token = invitationToken({ id, round }, 'letter', secret)
  return [
    toMailbox({
      kind: 'administrator-invited',
      subjectId: id,
      accountId,
      occasion: `round-${round}`,
      facts: { by: by.name, firm: by.firm, round },
      address: email,
      canonical: emailCanonical,
      language,
      secret: seal(JSON.stringify({ token, code: '' }), secret),
    }),
  ]
}

interface Doer {
  readonly name: string
  readonly firm: string
  readonly personId: string | null
}

/** Who became an administrator is told to everybody who decides about access; that nobody did, to whoever had invited. */
export function outcomeLetters(
  { id: subjectId, accountId, invitedBy: personId, email }: LoadedPersonInvitation,
  outcome: 'accepted' | 'declined' | 'lapsed',
  doer: Doer | null,
): readonly Write[] {
  const facts = { ...(doer && { by: doer.name, firm: doer.firm }), ...(email && { email }) }
  const about = { subjectId, accountId, occasion: 'outcome', facts }
  if (outcome === 'accepted')
    return [
      toApprovers({
        ...about,
        kind: 'administrator-accepted',
        ...(doer?.personId && { except: doer.personId }),
      }),
    ]
  return [toPerson({ ...about, kind: `administrator-${outcome}`, personId })]
}
