import { type GrantState, isLive } from '#lib/grant/grant.ts'
import type { Reported } from './reported.ts'

// What still-true.ts holds several kinds of letters to.

/** In which state a thing must be for the letter that tells of it. */
export const stateTold = {
  'access-declined': 'declined',
  'access-withdrawn': 'withdrawn',
  'access-lapsed': 'lapsed',
  'partner-invitation-declined': 'declined',
  'partner-invitation-cancelled': 'cancelled',
  'partner-invitation-lapsed': 'lapsed',
  'administrator-accepted': 'accepted',
  'administrator-declined': 'declined',
  'administrator-lapsed': 'lapsed',
  'extension-asked': 'pending',
  'extension-declined': 'declined',
  'extension-withdrawn': 'withdrawn',
} as const

/**
 * "You have access" is not said of access that is over or suspended by now: the letter about that says all. What only
 * waits for its start was given all the same.
 */
export function givenUntrue(state: GrantState): 'grant-ended' | 'suspended' | null {
  if (!isLive(state)) return 'grant-ended'
  return state === 'suspended' ? 'suspended' : null
}

const ofPersonInvitations = [
  'administrator-invited',
  'administrator-accepted',
  'administrator-declined',
  'administrator-lapsed',
] as const
type OfPersonInvitation = Extract<Reported, { kind: (typeof ofPersonInvitations)[number] }>

export function isOfPersonInvitation(reported: Reported): reported is OfPersonInvitation {
  return ofPersonInvitations.some(kind => kind === reported.kind)
}

/** A link goes out only while it is the newest one of an invitation that waits; an outcome only while it is the outcome. */
export function personInvitationUntrue(
  { kind, facts }: OfPersonInvitation,
  now: Date,
): 'invitation-decided' | 'token-spent' | null {
  if (kind !== 'administrator-invited') return facts.state === stateTold[kind] ? null : 'invitation-decided'
  if (facts.state !== 'created' || facts.lapsesAt <= now) return 'invitation-decided'
  return facts.isNewest ? null : 'token-spent'
}

const ofAssignments = [
  'assignment-given',
  'assignments-given',
  'assignment-changed',
  'assignment-ended',
  'assignment-asked',
  'assignment-answered',
] as const
type OfAssignment = Extract<Reported, { kind: (typeof ofAssignments)[number] }>

export function isOfAssignment(reported: Reported): reported is OfAssignment {
  return ofAssignments.some(kind => kind === reported.kind)
}

/** "You are assigned" is not said where nothing opens by it any more, and nobody is asked what was answered. */
export function assignmentUntrue(
  reported: OfAssignment,
): ReturnType<typeof givenUntrue> | 'ask-decided' | 'assignment-ended' | null {
  if (reported.kind === 'assignment-ended') return null
  if (reported.kind === 'assignments-given')
    return reported.facts.given.length > 0 ? null : 'assignment-ended'
  const { kind, facts } = reported
  if (kind === 'assignment-asked') return facts.state === 'waiting' ? null : 'ask-decided'
  if (kind === 'assignment-answered' && facts.state !== 'granted')
    return facts.state === 'declined' ? null : 'ask-decided'
  return givenUntrue(facts.grantState) ?? (facts.holds ? null : 'assignment-ended')
}
