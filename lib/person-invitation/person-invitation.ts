import { type Role, roles } from '#lib/access/roles.ts'
import type { BesideRefusal } from '#lib/person/beside.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

// An account invites somebody to be its administrator: by e-mail, which is meant for one person, or by a link, which is
// for whoever it is handed to. Either works once and lives for seven days.

export const personInvitationStates = ['created', 'accepted', 'declined', 'cancelled', 'lapsed'] as const
export type PersonInvitationState = (typeof personInvitationStates)[number]

/** An invitation to a person as the rules see it. */
export interface PersonInvitation {
  readonly state: PersonInvitationState
  readonly lapsesAt: Date
  readonly roles: readonly Role[]
  /** For whom it is; null = for whoever holds its link. */
  readonly email: string | null
  /** The one for whom it is may come with another sign-in than the one of that address. */
  readonly anyAddress: boolean
}

export type PersonInvitationMove = 'accept' | 'decline' | 'cancel' | 'lapse' | 'end-with'
type MovingSide = 'invited' | 'account' | 'provider' | 'portal'

/** Where each move leads an open invitation, and whose it is. What has ended never reopens: inviting again is a new row. */
const table: Record<PersonInvitationMove, { readonly to: PersonInvitationState; readonly by: MovingSide }> = {
  accept: { to: 'accepted', by: 'invited' },
  decline: { to: 'declined', by: 'invited' },
  cancel: { to: 'cancelled', by: 'account' },
  lapse: { to: 'lapsed', by: 'portal' },
  'end-with': { to: 'lapsed', by: 'provider' },
}

export type MoveRefusal = 'not-allowed' | 'already-decided' | 'lapsed' | 'not-due'

const isOpen = (state: PersonInvitationState) => state === 'created'

/** The state that holds at `now`: an open one past its life has lapsed, also while no sweep has said so. */
export function stateAt(
  { state, lapsesAt }: Pick<PersonInvitation, 'state' | 'lapsesAt'>,
  now: Date,
): PersonInvitationState {
  return isOpen(state) && lapsesAt <= now ? 'lapsed' : state
}

/**
 * Moves an invitation on behalf of one side. Refuses `not-allowed` (not that side's to do), `already-decided`, `lapsed`
 * (its life is over), and `not-due` for lapsing what still lives.
 */
export function move(
  invitation: Pick<PersonInvitation, 'state' | 'lapsesAt'>,
  by: PersonInvitationMove,
  side: MovingSide,
  now: Date,
): Result<PersonInvitationState, MoveRefusal> {
  if (table[by].by !== side) return refuse('not-allowed')
  const state = stateAt(invitation, now)
  if (by === 'lapse' && isOpen(state)) return refuse('not-due')
  if (by === 'lapse' && isOpen(invitation.state)) return ok('lapsed')
  if (isOpen(state)) return ok(table[by].to)
  return refuse(state === 'lapsed' ? 'lapsed' : 'already-decided')
}

export type OfferRefusal = 'no-role' | 'beyond-yours' | 'owner-by-link'

/** Whoever decides who else decides is never somebody whom a link happens to reach. */
const onlyByName: readonly Role[] = ['account-owner']

/**
 * Whether these roles may be offered so. `offers`: what whoever offers them may give at this moment. Refuses `no-role`,
 * `beyond-yours`, and `owner-by-link`: Account Owner is offered to one address, and taken with that address.
 */
export function mayOffer(
  wanted: readonly Role[],
  { email, anyAddress }: Pick<PersonInvitation, 'email' | 'anyAddress'>,
  offers: readonly Role[],
): Result<null, OfferRefusal> {
  if (wanted.length === 0) return refuse('no-role')
  if (wanted.some(role => !offers.includes(role))) return refuse('beyond-yours')
  const isNamed = email !== null && !anyAddress
  return !isNamed && wanted.some(role => onlyByName.includes(role)) ? refuse('owner-by-link') : ok(null)
}

/** What is offered, in one word, so that a page can say what it showed. */
export function offerMark(offered: readonly Role[]): string {
  return roles.filter(role => offered.includes(role)).join(' ')
}

/** How whoever wants to accept stands. */
export interface Accepting {
  /** The mark of the offer that they were shown. */
  readonly shown: string
  /** Their address is the one for which it is. */
  readonly isAddressee: boolean
  /** Why they can't be an administrator here beside what they are; null = they can. */
  readonly beside: BesideRefusal | null
  /** What whoever invited may give at this moment: nothing, once they lost the right. */
  readonly offers: readonly Role[]
}

export type AcceptRefusal = MoveRefusal | 'offer-changed' | 'other-address' | 'inviter-gone' | BesideRefusal

/**
 * Accepts: the roles become the person's. Nobody accepts what they were not shown (`offer-changed`). Every right is asked
 * again at this moment: whoever invited must still be one who may give each of these roles, or nobody gets any of them.
 */
export function accept(
  invitation: PersonInvitation,
  { shown, isAddressee, beside, offers }: Accepting,
  now: Date,
): Result<readonly Role[], AcceptRefusal> {
  const moved = move(invitation, 'accept', 'invited', now)
  if (!moved.ok) return moved
  const offered = mayOffer(invitation.roles, invitation, offers)
  if (!offered.ok) return refuse('inviter-gone')
  if (!isFor(invitation, isAddressee)) return refuse('other-address')
  if (shown !== offerMark(invitation.roles)) return refuse('offer-changed')
  return beside ? refuse(beside) : ok(roles.filter(role => invitation.roles.includes(role)))
}

/** Whether it is theirs to answer who hold its link. */
function isFor({ email, anyAddress }: Pick<PersonInvitation, 'email' | 'anyAddress'>, isAddressee: boolean) {
  return email === null || anyAddress || isAddressee
}

export type DeclineRefusal = MoveRefusal | 'other-address'

/**
 * Says no for good, which is as much as to accept: what is meant for one address nobody else turns down who came by its
 * link. `isAddressee`: theirs is the address for which it is.
 */
export function decline(
  invitation: PersonInvitation,
  isAddressee: boolean,
  now: Date,
): Result<PersonInvitationState, DeclineRefusal> {
  const moved = move(invitation, 'decline', 'invited', now)
  return moved.ok && !isFor(invitation, isAddressee) ? refuse('other-address') : moved
}

/**
 * Whether an account elsewhere may become the sign-in of whoever is invited by letter. `isSameAddress`: it says that it has the
 * address for which the invitation is. What it says proves nothing, and is not taken for a proof: the letter has proved the
 * mailbox. It keeps people from coming with an account that was not meant.
 */
export function accountFits(
  { email, anyAddress }: Pick<PersonInvitation, 'email' | 'anyAddress'>,
  isSameAddress: boolean,
): boolean {
  return email !== null && (anyAddress || isSameAddress)
}

const hour = 3_600_000
/** An invitation to a person lives for seven days, from when its newest link was made. */
export const personInvitationHours = 168

export function lapsingFrom(now: Date): Date {
  return new Date(now.getTime() + personInvitationHours * hour)
}

/** An account has no more open at a time, and makes no more within a day: nobody invites so many by hand. */
export const mostOpen = 50
export const mostADay = 50
/** Links of one invitation, the letters that were sent again included. */
export const mostRounds = 20

export type InvitingRefusal = OfferRefusal | 'already-invited' | 'too-many-open' | 'too-many-today'

/** How the account stands, as far as it bears on inviting somebody more. */
export interface InvitingStanding {
  /** The address has an open invitation to this account. */
  readonly isInvited: boolean
  readonly open: number
  readonly today: number
}

/** Whether an account may invite somebody more. */
export function invite(
  offer: Pick<PersonInvitation, 'roles' | 'email' | 'anyAddress'>,
  { isInvited, open, today }: InvitingStanding,
  offers: readonly Role[],
): Result<null, InvitingRefusal> {
  const offered = mayOffer(offer.roles, offer, offers)
  if (!offered.ok) return offered
  if (isInvited) return refuse('already-invited')
  if (open >= mostOpen) return refuse('too-many-open')
  return today >= mostADay ? refuse('too-many-today') : ok(null)
}

export type AnewRefusal =
  | OfferRefusal
  | 'already-decided'
  | 'lapsed'
  | 'already-invited'
  | 'too-many-letters'
  | 'by-link'

/** Whether an open invitation may be given a new link, which replaces all before it. */
export function anew(
  invitation: PersonInvitation,
  rounds: number,
  offers: readonly Role[],
  now: Date,
): Result<null, AnewRefusal> {
  const state = stateAt(invitation, now)
  if (state !== 'created') return refuse(state === 'lapsed' ? 'lapsed' : 'already-decided')
  const offered = mayOffer(invitation.roles, invitation, offers)
  if (!offered.ok) return offered
  return rounds >= mostRounds ? refuse('too-many-letters') : ok(null)
}
