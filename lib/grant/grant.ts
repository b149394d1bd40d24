import type { Side } from '#lib/actor.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { reviewMoments, reviewStage } from './review.ts'

export const grantStates = [
  'scheduled',
  'active',
  'suspended',
  'expired',
  'revoked',
  'relinquished',
  'terminated',
] as const
export type GrantState = (typeof grantStates)[number]

/** A grant as the rules see it. */
export interface Grant {
  readonly id: string
  readonly state: GrantState
  readonly designation: 'customer' | 'provider'
  readonly startsAt: Date
  /** Exclusive: valid while now is before it. None = ongoing. */
  readonly endsAt: Date | null
  readonly suspendedBy: 'account' | 'provider' | null
}

/** What its state by the clock hangs on. */
export type TimedGrant = Pick<Grant, 'state' | 'startsAt' | 'endsAt'>

export type GrantMove = 'start' | 'expire' | 'revoke' | 'relinquish' | 'terminate' | 'suspend' | 'resume'

/** What people do to a grant; the other moves are the clock's. */
export type GrantAct = Exclude<GrantMove, 'start' | 'expire'>

/** Whose each move is: the key is taken back by whoever gave it, given up by whoever holds it. */
const movers: Record<GrantMove, readonly Side[]> = {
  start: ['portal'],
  expire: ['portal'],
  revoke: ['account'],
  relinquish: ['partner'],
  terminate: ['provider', 'portal'],
  suspend: ['account', 'provider'],
  resume: ['account', 'provider'],
}

export type GrantRefusal =
  | 'not-allowed'
  | 'already-ended'
  | 'set-by-provider'
  | 'not-due'
  | 'already-suspended'
  | 'not-suspended'
  | 'suspended-by-other-side'

/** The states that a grant can still leave. */
export const liveGrantStates: readonly GrantState[] = ['scheduled', 'active', 'suspended']

export function isLive(state: GrantState): boolean {
  return liveGrantStates.includes(state)
}

/**
 * The state that holds at `now`, also while no sweep has said so: the clock decides, never the row. What
 * is active opens the door: of that the database's twin is the view effective_grant, which asks the start as well.
 */
export function stateAt(grant: TimedGrant, now: Date): GrantState {
  if (!isLive(grant.state)) return grant.state
  if (grant.endsAt && grant.endsAt <= now) return 'expired'
  if (grant.state === 'scheduled' && grant.startsAt <= now) return 'active'
  return grant.state
}

/** What a move changes in the row. */
export interface GrantChange {
  readonly state: GrantState
  readonly suspendedBy: 'account' | 'provider' | null
}

/**
 * Moves a grant on behalf of one side. Ended states never reopen. Refuses `not-allowed` (this move is not that side's),
 * `already-ended` (also when only the clock ended it), `set-by-provider` (the account may not revoke or suspend what the
 * provider designated), `suspended-by-other-side` (a suspension is lifted by the side that set it), `not-due`.
 */
export function move(grant: Grant, by: GrantMove, side: Side, now: Date): Result<GrantChange, GrantRefusal> {
  if (!movers[by].includes(side)) return refuse('not-allowed')
  const state = stateAt(grant, now)
  if (by === 'expire') return expire(grant, state)
  if (!isLive(state)) return refuse('already-ended')
  if (by === 'start')
    return grant.state === 'scheduled' && state === 'active' ? ok(to('active')) : refuse('not-due')
  if (by === 'relinquish') return ok(to('relinquished'))
  if (by === 'terminate') return ok(to('terminated'))
  if (side === 'account' && grant.designation === 'provider') return refuse('set-by-provider')
  if (by === 'revoke') return ok(to('revoked'))
  const setter = side === 'provider' ? 'provider' : 'account'
  if (by === 'suspend')
    return state === 'suspended'
      ? refuse('already-suspended')
      : ok({ state: 'suspended', suspendedBy: setter })
  if (state !== 'suspended') return refuse('not-suspended')
  if (grant.suspendedBy !== setter) return refuse('suspended-by-other-side')
  // A grant suspended before its start waits for its start again.
  return ok(to(grant.startsAt > now ? 'scheduled' : 'active'))
}

function expire(grant: Grant, state: GrantState): Result<GrantChange, GrantRefusal> {
  if (!isLive(grant.state)) return refuse('already-ended')
  return state === 'expired' ? ok(to('expired')) : refuse('not-due')
}

function to(state: GrantState): GrantChange {
  return { state, suspendedBy: null }
}

const hour = 3_600_000

/** Before the end both sides are reminded: hours before it, for grants that last longer than `over` hours. */
export const endReminders = [
  { name: '30d', before: 720, over: 1440 },
  { name: '7d', before: 168, over: 336 },
  { name: '1d', before: 24, over: 48 },
  { name: '2h', before: 2, over: 6 },
] as const
export type EndReminder = (typeof endReminders)[number]['name']

/** The moments at which reminders of a grant fall due, earliest first; none for ongoing grants. */
export function reminderTimes(
  grant: Pick<Grant, 'startsAt' | 'endsAt'>,
): readonly { name: EndReminder; at: Date }[] {
  const end = grant.endsAt
  if (!end) return []
  const length = end.getTime() - grant.startsAt.getTime()
  return endReminders
    .filter(reminder => length > reminder.over * hour)
    .map(reminder => ({ name: reminder.name, at: new Date(end.getTime() - reminder.before * hour) }))
}

/** The reminder to send at `now`: the latest that is due, so that silence is not followed by a flood. */
export function reminderDue(grant: Pick<Grant, 'startsAt' | 'endsAt'>, now: Date): EndReminder | null {
  if (grant.endsAt && grant.endsAt <= now) return null
  return reminderTimes(grant).findLast(reminder => reminder.at <= now)?.name ?? null
}

/** The next moment after `now` at which the sweep has something to do with a live grant; null = never. */
export function nextDue(
  grant: Pick<Grant, 'state' | 'startsAt' | 'endsAt'> & { readonly reviewAt?: Date | null },
  now: Date,
): Date | null {
  const moments = [
    ...(grant.state === 'scheduled' ? [grant.startsAt] : []),
    ...reviewMoments(grant),
    ...reminderTimes(grant).map(reminder => reminder.at),
    ...(grant.endsAt ? [grant.endsAt] : []),
  ]
  const later = moments.filter(moment => moment > now).sort((a, b) => a.getTime() - b.getTime())
  return later[0] ?? null
}

/** The twin of isReviewDue in db/grant/clock.ts: whether the account is to review it now: what it gave itself, and what can still be used or resumed. */
export function isReviewWanted(
  grant: { readonly state: GrantState; readonly reviewAt: Date | null; readonly via?: string },
  now: Date,
): boolean {
  return isLive(grant.state) && !grant.via && reviewStage(grant, now) !== null
}
