import {
  capabilitiesOfScope,
  choicesWithin,
  isWithin,
  type Scope,
  type ScopeName,
  scopeNames,
  scopePages,
} from '#lib/access/scopes.ts'
import { type Duration, endOf } from '#lib/duration.ts'
import type { ProofRefusal } from '#lib/proof.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type Grant, isLive, stateAt } from './grant.ts'

// A live grant's end and scope, moved: later or earlier, and less. Being held (suspended) is another thing and stays.

const hour = 3_600_000

/** By how much an end is to move: so much more, to the end of a day, as far as the provider allows, or for good. */
export type Extra = Duration | { readonly kind: 'most' }

/** What the forms offer, the least harmful first. */
export const extraChoices = ['24h', '1h', '168h', '720h', 'most', 'until', 'ongoing'] as const

/** What a grant's time must keep to. */
export interface TimeRules {
  /** The provider's longest grant in hours; null = no limit. */
  readonly longestHours: number | null
  /** Where the account is: a day ends there. */
  readonly zone: string
}

type MovedRefusal = 'already-ended' | 'set-by-provider'
export type ExtendRefusal = MovedRefusal | 'no-end' | 'not-later' | 'longer-than-limit'
export type ShortenRefusal = MovedRefusal | 'not-earlier' | 'ends-in-the-past'
export type TrimRefusal = MovedRefusal | 'nothing-chosen' | 'not-less'

export type TermsRefusal =
  | ExtendRefusal
  | ShortenRefusal
  | TrimRefusal
  /** Its end or its scope is not the one that the form was shown with. */
  | 'changed-meanwhile'
  | ProofRefusal

type Timed = Pick<Grant, 'startsAt' | 'endsAt'>

/** From when a grant's time counts that is given now: now, or its start where that is still to come. */
function countedFrom({ startsAt }: Pick<Grant, 'startsAt'>, now: Date): Date {
  return startsAt > now ? startsAt : now
}

/**
 * The latest end that may be given at `now`; null = none is too late. The limit is how long an account may give at once,
 * so it counts from the decision and not from the grant's beginning: see docs/decisions/0038.
 */
export function latestEnd(
  grant: Pick<Grant, 'startsAt'>,
  now: Date,
  { longestHours }: Pick<TimeRules, 'longestHours'>,
): Date | null {
  return longestHours === null ? null : new Date(countedFrom(grant, now).getTime() + longestHours * hour)
}

/** The end that a choice leads to; null = none. Hours are added to the end that the grant has: "24 hours more". */
export function endWith(extra: Extra, grant: Timed, now: Date, rules: TimeRules): Date | null {
  if (extra.kind === 'most') return latestEnd(grant, now, rules)
  return endOf(extra, grant.endsAt ?? countedFrom(grant, now), rules.zone)
}

/** The end that a grant gets which is to last just so long from now; null = none. */
export function endIn(
  duration: Duration,
  grant: Pick<Grant, 'startsAt'>,
  now: Date,
  { zone }: Pick<TimeRules, 'zone'>,
): Date | null {
  return endOf(duration, countedFrom(grant, now), zone)
}

/** Whether a grant's end and scope can be moved by the account at all. */
function movable(grant: Grant, now: Date): Result<null, MovedRefusal> {
  if (!isLive(stateAt(grant, now))) return refuse('already-ended')
  return grant.designation === 'provider' ? refuse('set-by-provider') : ok(null)
}

/** Gives a grant a later end, or none. Refuses one that is over, also when only the clock has ended it. */
export function extendTo(
  grant: Grant,
  to: Date | null,
  now: Date,
  rules: Pick<TimeRules, 'longestHours'>,
): Result<Date | null, ExtendRefusal> {
  const may = movable(grant, now)
  if (!may.ok) return may
  if (!grant.endsAt) return refuse('no-end')
  if (to && to <= grant.endsAt) return refuse('not-later')
  const latest = latestEnd(grant, now, rules)
  return latest && (!to || to > latest) ? refuse('longer-than-limit') : ok(to)
}

/** Gives a grant an earlier end; one that had none gets one. */
export function shortenTo(grant: Grant, to: Date | null, now: Date): Result<Date, ShortenRefusal> {
  const may = movable(grant, now)
  if (!may.ok) return may
  if (!to) return refuse('not-earlier')
  if (to <= countedFrom(grant, now)) return refuse('ends-in-the-past')
  return grant.endsAt && to >= grant.endsAt ? refuse('not-earlier') : ok(to)
}

/** Leaves less of a grant's scope: nothing that it did not hold, and not all of it. */
export function trimTo(grant: Grant, held: Scope, wanted: Scope, now: Date): Result<Scope, TrimRefusal> {
  const may = movable(grant, now)
  if (!may.ok) return may
  if (wanted.name === 'chosen' && wanted.pages.length === 0) return refuse('nothing-chosen')
  if (!isWithin(wanted, held) || isWithin(held, wanted)) return refuse('not-less')
  return ok(wanted)
}

/** The scopes that are less than what is held, for the form that trims. */
export function choicesBelow(held: Scope): ReturnType<typeof choicesWithin> {
  const { names, pages } = choicesWithin(held)
  const isLess = (name: ScopeName) => name === 'chosen' || !isWithin(held, { name, pages: [] })
  // The one page that is held can't be picked out of itself.
  return { names: names.filter(name => isLess(name) && (name !== 'chosen' || pages.length > 1)), pages }
}

/**
 * What is left of an assigned scope under a trimmed grant: itself where it fits, null (all of the grant) where it held
 * all that is left, else whatever scope names exactly what both allow. Where none does, it stays as it is: the access
 * check gives only what both allow in any case, and what shows it says so (`partScopeText`). Nothing, where both allow
 * nothing but to stand in the account.
 */
export function cutScope(assigned: Scope, given: Scope): Scope | null | 'nothing' {
  if (isWithin(assigned, given)) return assigned
  if (isWithin(given, assigned)) return null
  const whole = capabilitiesOfScope(given)
  const both = [...capabilitiesOfScope(assigned)].filter(capability => whole.has(capability))
  if (both.every(capability => capability === 'account.read')) return 'nothing'
  const pages = scopePages.filter(page => {
    const one: Scope = { name: 'chosen', pages: [page] }
    return isWithin(one, given) && isWithin(one, assigned)
  })
  const named = [...scopeNames.map((name): Scope => ({ name, pages: name === 'chosen' ? pages : [] }))]
  return named.find(scope => holdsExactly(scope, both)) ?? assigned
}

function holdsExactly(scope: Scope, wanted: readonly string[]): boolean {
  const held = capabilitiesOfScope(scope)
  return held.size === wanted.length && wanted.every(one => (held as ReadonlySet<string>).has(one))
}
