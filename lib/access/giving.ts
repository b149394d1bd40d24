import { checkDuration, type Duration } from '#lib/duration.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Scope } from './scopes.ts'

/** What an account means to give, whether by approving a request or by inviting. */
export interface Giving {
  readonly scope: Scope
  readonly duration: Duration
  /** It opens the account's client accounts, too. */
  readonly reachesClients?: boolean
}

/** What comes of it: the grant's start, end and state. */
export interface Given extends Giving {
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly state: 'scheduled' | 'active'
}

export type GivingRefusal = 'nothing-chosen' | 'ends-in-the-past' | 'longer-than-limit'

export interface GivingRules {
  /** The provider's limit in hours; null = none. */
  readonly longestHours: number | null
  /** Where the account's days end. */
  readonly zone: string
}

/** The clock starts now, or at the agreed start if that is still to come; no longer than the provider allows. */
export function give(
  giving: Giving,
  agreedStart: Date | null,
  now: Date,
  { longestHours, zone }: GivingRules,
): Result<Given, GivingRefusal> {
  if (giving.scope.name === 'chosen' && giving.scope.pages.length === 0) return refuse('nothing-chosen')
  const later = agreedStart !== null && agreedStart > now
  const startsAt = later ? agreedStart : now
  const end = checkDuration(giving.duration, startsAt, zone, longestHours)
  if (!end.ok) return end
  return ok({ ...giving, startsAt, endsAt: end.value, state: later ? 'scheduled' : 'active' })
}
