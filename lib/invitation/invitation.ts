import { type Given, type Giving, type GivingRefusal, type GivingRules, give } from '#lib/access/giving.ts'
import type { Side } from '#lib/actor.ts'
import { maySendFrom } from '#lib/asking-pace.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

export const invitationStates = ['invited', 'accepted', 'declined', 'cancelled', 'lapsed'] as const
export type InvitationState = (typeof invitationStates)[number]

/** An invitation to a partner as the rules see it. */
export interface Invitation extends Giving {
  readonly state: InvitationState
  readonly lapsesAt: Date
}

export type InvitationMove = 'accept' | 'decline' | 'cancel' | 'lapse' | 'end-with'

/** Where each move leads an open invitation, and whose it is. What has ended never reopens: inviting again is a new row. */
const table: Record<InvitationMove, { readonly to: InvitationState; readonly by: readonly Side[] }> = {
  accept: { to: 'accepted', by: ['partner'] },
  decline: { to: 'declined', by: ['partner'] },
  cancel: { to: 'cancelled', by: ['account'] },
  lapse: { to: 'lapsed', by: ['portal'] },
  'end-with': { to: 'lapsed', by: ['provider'] },
}

/** Why an invitation can't be moved: each is told with the state it is in by now and who put it there. */
export type InvitationRefusal = 'not-allowed' | 'already-decided' | 'lapsed' | 'not-due'

export function isOpen(state: InvitationState): boolean {
  return state === 'invited'
}

/** The state that holds at `now`: an open invitation past its life has lapsed, also while no sweep has said so. */
export function stateAt(invitation: Pick<Invitation, 'state' | 'lapsesAt'>, now: Date): InvitationState {
  return isOpen(invitation.state) && invitation.lapsesAt <= now ? 'lapsed' : invitation.state
}

/**
 * Moves an invitation on behalf of one side.
 * Refuses `not-allowed` (this move is not that side's), `already-decided`, `lapsed` (its life is over), and `not-due` for
 * lapsing what still lives.
 */
export function move(
  invitation: Pick<Invitation, 'state' | 'lapsesAt'>,
  by: InvitationMove,
  side: Side,
  now: Date,
): Result<InvitationState, InvitationRefusal> {
  if (!table[by].by.includes(side)) return refuse('not-allowed')
  const state = stateAt(invitation, now)
  if (by === 'lapse') {
    if (!isOpen(invitation.state)) return refuse(state === 'lapsed' ? 'lapsed' : 'already-decided')
    return state === 'lapsed' ? ok('lapsed') : refuse('not-due')
  }
  if (isOpen(state)) return ok(table[by].to)
  return refuse(state === 'lapsed' ? 'lapsed' : 'already-decided')
}

export type AcceptanceRefusal = InvitationRefusal | GivingRefusal | 'inviter-gone'

/**
 * Accepts: what the account chose becomes a grant, and its clock starts now.
 * Refuses also `inviter-gone`, where whoever invited may not decide on partner access any more: the right is asked again
 * when it is used. The provider's limit is that of now.
 */
export function accept(
  invitation: Invitation,
  inviterDecides: boolean,
  now: Date,
  rules: GivingRules,
): Result<Given, AcceptanceRefusal> {
  const moved = move(invitation, 'accept', 'partner', now)
  if (!moved.ok) return moved
  if (!inviterDecides) return refuse('inviter-gone')
  return give({ scope: invitation.scope, duration: invitation.duration }, null, now, rules)
}

export type InvitingRefusal =
  | GivingRefusal
  | 'unknown-partner'
  | 'blocked'
  | 'already-invited'
  | 'has-asked'
  | 'invited-too-often'
  | 'too-many-today'

const hour = 3_600_000
/** An invitation lives for seven days. */
export const invitationLifeHours = 168
/** More than this to all firms together is no account's daily work. */
export const mostInvitesInAll = 50

/** How the account and the firm stand, as far as it bears on inviting. */
export interface InvitingStanding {
  readonly blocked: boolean
  readonly hasOpenInvitation: boolean
  /** The firm asks for access by itself: that is to be decided on first. */
  readonly hasOpenRequest: boolean
  /** When the account sent the firm its latest invitations, the newest first; `mostAsksADay` of them are enough. */
  readonly lastSentAt: readonly Date[]
  /** How many invitations the account has sent within 24 hours, to whichever firms. */
  readonly sentToday: number
}

/** Whether an account may invite a firm: not one that it blocks, one invitation at a time, within the provider's limit. */
export function invite(
  giving: Giving,
  standing: InvitingStanding,
  now: Date,
  rules: GivingRules,
): Result<{ readonly lapsesAt: Date }, InvitingRefusal> {
  if (standing.blocked) return refuse('blocked')
  if (standing.hasOpenRequest) return refuse('has-asked')
  if (standing.hasOpenInvitation) return refuse('already-invited')
  if (maySendFrom(standing, now)) return refuse('invited-too-often')
  if (standing.sentToday >= mostInvitesInAll) return refuse('too-many-today')
  const given = give(giving, null, now, rules)
  return given.ok ? ok({ lapsesAt: new Date(now.getTime() + invitationLifeHours * hour) }) : given
}

/** Hours after inviting at which an open invitation is brought to mind: day 5. */
export const reminderHours = [120] as const
