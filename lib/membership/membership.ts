import { type ManagingLevel, mayManage } from '#lib/access/levels.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

export const membershipStates = ['invited', 'active', 'disabled', 'removed'] as const
export type MembershipState = (typeof membershipStates)[number]

/** What happens to a person's place on an account. `activate` is the person's own doing; the others are other people's. */
export type MembershipMove = 'activate' | 'disable' | 'enable' | 'remove'

/** What others do to a person with a button each. */
export const buttonActs = ['resend', 'reset', 'disable', 'enable', 'remove'] as const
export type ButtonAct = (typeof buttonActs)[number]

/** With what has a form of its own: another branding domain or language. */
export type MembershipAct = ButtonAct | 'move-home'

export type MembershipRefusal =
  | 'already-removed'
  | 'already-disabled'
  | 'not-disabled'
  | 'is-disabled'
  | 'not-invited'
  | 'still-invited'
  | 'above-you'
  | 'support-helps-in'
  | 'yourself'
  | 'last-one'
  | 'also-elsewhere'

const states: Record<
  MembershipMove,
  { readonly from: readonly MembershipState[]; readonly to: MembershipState }
> = {
  activate: { from: ['invited'], to: 'active' },
  disable: { from: ['active'], to: 'disabled' },
  enable: { from: ['disabled'], to: 'active' },
  remove: { from: ['invited', 'active', 'disabled'], to: 'removed' },
}

/** A place as the rules see it, and what else is known of the person who holds it. */
export interface Place {
  readonly state: MembershipState
  /** The person holds it themselves. */
  readonly isActor: boolean
  /** The highest level among the person's places on this account. */
  readonly level: ManagingLevel
  /** The same among all their places of this provider: what they sign in to. */
  readonly levelAnywhere: ManagingLevel
  /** Whether the place is the only thing that the person is in this portal. */
  readonly onlyHere: boolean
  /** Whether somebody else who is active could still manage the account without them. */
  readonly othersManage: boolean
  /** Whether the place lets its person manage the account. */
  readonly manages: boolean
}

/**
 * Moves a place. Removed is an end: whoever is to come back is added anew. Refuses `already-…`, `not-…` and
 * `still-invited` by the state that the place is in.
 */
export function moved(
  state: MembershipState,
  by: MembershipMove,
): Result<MembershipState, MembershipRefusal> {
  const { from, to } = states[by]
  if (from.includes(state)) return ok(to)
  if (state === 'removed') return refuse('already-removed')
  if (by === 'activate') return refuse('not-invited')
  if (by === 'enable') return refuse(state === 'invited' ? 'still-invited' : 'not-disabled')
  return refuse(state === 'invited' ? 'still-invited' : 'already-disabled')
}

/**
 * Whether somebody of this level may do so to the place, and which state it is in then. Nobody manages a person above
 * their own level; nobody shuts themselves out, and the provider's support shuts out nobody: it is there to help people in; the last person able to manage the account stays. What touches how the
 * person signs in anywhere (a reset, another home) counts all their places, and another home is only given to somebody
 * who is nothing else. An invitation that is sent again does neither: it counts what they are here, and so tells nothing of
 * what they are elsewhere.
 */
export function act(
  by: MembershipAct,
  place: Place,
  actor: ManagingLevel,
): Result<MembershipState, MembershipRefusal> {
  // Before the level: that of another place is not told.
  if (by === 'move-home' && place.state !== 'removed' && !place.onlyHere) return refuse('also-elsewhere')
  const touchesSignIn = by === 'reset' || by === 'move-home'
  if (!mayManage(actor, touchesSignIn ? place.levelAnywhere : place.level)) return refuse('above-you')
  if (touchesSignIn || by === 'resend') return touch(by, place.state)
  const next = moved(place.state, by)
  if (!next.ok || by === 'enable') return next
  if (actor === 'platform-support') return refuse('support-helps-in')
  if (place.isActor) return refuse('yourself')
  const losesManager = place.manages && place.state === 'active' && !place.othersManage
  return losesManager ? refuse('last-one') : next
}

function touch(
  by: 'resend' | 'reset' | 'move-home',
  state: MembershipState,
): Result<MembershipState, MembershipRefusal> {
  if (state === 'removed') return refuse('already-removed')
  if (by === 'resend' && state !== 'invited')
    return refuse(state === 'disabled' ? 'is-disabled' : 'not-invited')
  if (by !== 'reset') return ok(state)
  if (state === 'invited') return refuse('still-invited')
  return state === 'disabled' ? refuse('is-disabled') : ok(state)
}
