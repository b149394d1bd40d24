import { isWithin } from '#lib/access/scopes.ts'
import { isOpen } from '#lib/access-request/access-request.ts'
import { isLive, stateAt } from '#lib/grant/grant.ts'
import { isOpen as isOpenInvitation } from '#lib/invitation/invitation.ts'
import type { GrantFacts, InvitationFacts, RequestFacts } from './facts.ts'
import type { LetterKind } from './kinds.ts'
import type { ReaderSide } from './letter.ts'
import type { Reported } from './reported.ts'
import {
  assignmentUntrue,
  givenUntrue,
  isOfAssignment,
  isOfPersonInvitation,
  personInvitationUntrue,
  stateTold,
} from './told-state.ts'

/** Why a waiting letter is not sent any more. */
export type DropReason =
  | 'person-gone'
  | 'not-entitled'
  | 'account-closed'
  | 'subject-gone'
  | 'address-changed'
  | 'token-spent'
  | 'request-decided'
  | 'question-answered'
  | 'invitation-decided'
  | 'inviter-gone'
  | 'grant-ended'
  | 'not-ended'
  | 'already-ended'
  | 'end-moved'
  | 'scope-moved'
  | 'extension-decided'
  | 'assignment-ended'
  | 'ask-decided'
  | 'not-suspended'
  | 'suspended'
  | 'suspended-again'
  | 'not-an-address'
  | 'unknown-kind'
  | 'nothing-left'
  | 'included-again'
  | 'restored'

const sides: Record<LetterKind, readonly ReaderSide[]> = {
  'sign-in-link': [],
  activation: [],
  reset: [],
  'password-changed': [],
  'microsoft-proof': [],
  'microsoft-linked': [],
  'microsoft-unlinked': [],
  'access-requested': ['account'],
  'access-request-reminder': ['account', 'partner'],
  'access-approved': ['account', 'partner'],
  'access-declined': ['account', 'partner'],
  'access-question': ['partner'],
  'access-answered': ['account'],
  'access-withdrawn': ['account', 'partner'],
  'access-lapsed': ['account', 'partner'],
  'partner-invited': ['partner'],
  'partner-invitation-reminder': ['partner'],
  'partner-invitation-accepted': ['account', 'partner'],
  'partner-invitation-declined': ['account', 'partner'],
  'partner-invitation-cancelled': ['account', 'partner'],
  'partner-invitation-lapsed': ['account', 'partner'],
  'grant-ending': ['account', 'partner'],
  'grant-ended': ['account', 'partner'],
  'grant-suspended': ['account', 'partner'],
  'grant-resumed': ['account', 'partner'],
  'grant-extended': ['account', 'partner'],
  'grant-shortened': ['account', 'partner'],
  'grant-trimmed': ['account', 'partner'],
  'review-due': ['account'],
  'review-unanswered': ['account'],
  'extension-asked': ['account'],
  'extension-declined': ['account', 'partner'],
  'extension-withdrawn': ['account', 'partner'],
  'assignment-given': ['partner'],
  'assignments-given': ['partner'],
  'assignment-changed': ['partner'],
  'assignment-ended': ['partner'],
  'assignment-asked': ['partner'],
  'assignment-answered': ['partner'],
  'first-entry': ['account'],
  'partner-designated': ['account', 'partner'],
  'designation-kept': ['account'],
  'client-excluded': ['account', 'partner'],
  'client-included': ['account', 'partner'],
  'relationship-started': ['account', 'partner'],
  'relationship-ended': ['account', 'partner'],
  'account-closed': ['account', 'partner'],
  'partner-closed': ['account', 'partner'],
  'administrator-invited': [],
  'administrator-accepted': ['account'],
  'administrator-declined': ['account'],
  'administrator-lapsed': ['account'],
  'portal-restored': ['account'],
}

/** Where the recipient stands at the moment of sending. */
export interface Standing {
  /** May decide on partner access for the account. */
  readonly isApprover: boolean
  /** Belongs to the partner's staff. */
  readonly isStaff: boolean
}

/** The side on which the recipient reads; null = the letter is none of their business any more. */
export function sideOf(kind: LetterKind, standing: Standing): ReaderSide | null {
  const allowed = sides[kind]
  if (allowed.length === 0) return 'account'
  if (standing.isApprover && allowed.includes('account')) return 'account'
  return standing.isStaff && allowed.includes('partner') ? 'partner' : null
}

/** Whether what the letter reports still holds at `now`; gives the reason to drop it where it does not. */
export function untrue(reported: Reported, side: ReaderSide, now: Date): DropReason | null {
  if (isOfAssignment(reported)) return assignmentUntrue(reported)
  if (isOfPersonInvitation(reported)) return personInvitationUntrue(reported, now)
  switch (reported.kind) {
    case 'password-changed':
    case 'microsoft-linked':
    case 'microsoft-unlinked':
    case 'client-included':
    case 'first-entry':
      return null
    case 'sign-in-link':
    case 'activation':
    case 'reset':
    case 'microsoft-proof':
      return reported.facts.isSpent || reported.facts.expiresAt <= now ? 'token-spent' : null
    case 'access-requested':
    case 'access-answered':
      return isWaiting(reported.facts, now) ? null : 'request-decided'
    case 'access-request-reminder':
      if (!isWaiting(reported.facts, now)) return 'request-decided'
      return side === 'partner' && reported.facts.state !== 'question' ? 'question-answered' : null
    case 'access-question':
      if (!isWaiting(reported.facts, now)) return 'request-decided'
      return isLastQuestion(reported.facts) ? null : 'question-answered'
    case 'access-approved':
      return approvalUntrue(reported.facts, now)
    case 'access-declined':
    case 'access-withdrawn':
    case 'access-lapsed':
      return reported.facts.state === stateTold[reported.kind] ? null : 'request-decided'
    case 'partner-invited':
    case 'partner-invitation-reminder':
      return invitationUntrue(reported.facts, now)
    case 'partner-invitation-accepted':
      return acceptanceUntrue(reported.facts, now)
    case 'partner-invitation-declined':
    case 'partner-invitation-cancelled':
    case 'partner-invitation-lapsed':
      return reported.facts.state === stateTold[reported.kind] ? null : 'invitation-decided'
    case 'relationship-started':
      return reported.facts.endedAt ? 'already-ended' : null
    case 'relationship-ended':
      return reported.facts.endedAt ? null : 'not-ended'
    case 'account-closed':
    case 'partner-closed':
      return reported.facts.closedAt ? null : 'not-ended'
    case 'extension-asked':
    case 'extension-declined':
    case 'extension-withdrawn':
      return reported.facts.state === stateTold[reported.kind] ? null : 'extension-decided'
    case 'client-excluded':
      return reported.facts.includedAt ? 'included-again' : null
    case 'review-due':
    case 'review-unanswered':
    case 'portal-restored':
      return reported.facts.count > 0 ? null : 'nothing-left'
    default:
      return grantUntrue(reported.kind, reported.facts, now)
  }
}

function isWaiting(facts: RequestFacts, now: Date): boolean {
  return isOpen(facts.state) && facts.lapsesAt > now
}

function isLastQuestion(facts: RequestFacts): boolean {
  return facts.state === 'question' && facts.question === facts.said
}

function approvalUntrue(facts: RequestFacts, now: Date): DropReason | null {
  if (facts.state !== 'approved' || !facts.grant) return 'request-decided'
  return givenUntrue(stateOf(facts.grant, now))
}

/** Nobody is asked to accept what can't be accepted. */
function invitationUntrue(
  { state, lapsesAt, inviterDecides }: InvitationFacts,
  now: Date,
): DropReason | null {
  if (!isOpenInvitation(state) || lapsesAt <= now) return 'invitation-decided'
  return inviterDecides ? null : 'inviter-gone'
}

function acceptanceUntrue({ state, grant }: InvitationFacts, now: Date): DropReason | null {
  if (state !== 'accepted' || !grant) return 'invitation-decided'
  return givenUntrue(stateOf(grant, now))
}

function grantUntrue(
  kind: Extract<Reported, { facts: GrantFacts }>['kind'],
  facts: GrantFacts,
  now: Date,
): DropReason | null {
  const state = stateOf(facts, now)
  if (kind === 'grant-ended') return isLive(state) ? 'not-ended' : null
  if (!isLive(state)) return 'grant-ended'
  if (kind === 'partner-designated') return givenUntrue(state)
  if (kind === 'designation-kept') return null
  if (kind === 'grant-suspended') return state === 'suspended' ? null : 'not-suspended'
  if (kind === 'grant-resumed') return state === 'suspended' ? 'suspended-again' : null
  if (kind === 'grant-extended' || kind === 'grant-shortened') return endUntrue(facts)
  if (kind === 'grant-trimmed') return scopeUntrue(facts)
  if (!facts.endsAt) return 'end-moved'
  return facts.endAsWritten && facts.endAsWritten.getTime() !== facts.endsAt.getTime() ? 'end-moved' : null
}

/** "It ends then" is not said where it has been moved again: the letter about that says all. */
function endUntrue({ moved, endsAt }: GrantFacts): DropReason | null {
  return moved && moved.to.endsAt?.getTime() !== endsAt?.getTime() ? 'end-moved' : null
}

function scopeUntrue({ moved, scope }: GrantFacts): DropReason | null {
  const isSame = !moved || (isWithin(moved.to.scope, scope) && isWithin(scope, moved.to.scope))
  return isSame ? null : 'scope-moved'
}

function stateOf(grant: Pick<GrantFacts, 'state' | 'startsAt' | 'endsAt'>, now: Date) {
  return stateAt(grant, now)
}
