import type { StaffRole } from '#lib/access/person-kinds.ts'
import { isWithin, type Scope } from '#lib/access/scopes.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type Grant, stateAt as grantStateAt, isLive } from './grant.ts'

// A firm hands its grant on to one of its technicians: the whole scope or less, the whole time or less. Its administrators
// enter by role and need none.

/** How much of the grant, and until when; null = all of what the grant gives. */
export interface AssignmentTerms {
  readonly scope: Scope | null
  readonly endsAt: Date | null
}

/** One of the firm's staff, as far as it bears on being assigned. */
export interface Assignable {
  readonly role: StaffRole
  /** They have taken their place in the firm, and it was not taken from them. */
  readonly isActive: boolean
  /** What they hold now under the grant; null = nothing that opens it. */
  readonly held: AssignmentTerms | null
  /** How often that was written, also where its own time is up; 0 = they were given nothing, or were taken off. */
  readonly version: number
}

export type AssignRefusal =
  | 'not-allowed'
  | 'grant-ended'
  | 'nothing-chosen'
  | 'beyond-scope'
  | 'ends-in-the-past'
  | 'beyond-end'
  | 'not-active'
  | 'not-technician'
  | 'already-assigned'
  | 'changed-meanwhile'

export type TakeOffRefusal = 'not-allowed' | 'grant-ended' | 'not-assigned'

/** What somebody held once: by the clock it opens nothing any more, also while its row says otherwise. */
export function holdsAt({ endsAt }: Pick<AssignmentTerms, 'endsAt'>, now: Date): boolean {
  return endsAt === null || endsAt > now
}

/** Those of a firm who hand its access on. */
export function mayAssign(role: StaffRole): boolean {
  return role === 'administrator'
}

/**
 * What may be handed on under a grant, as it is stored: what is all of it becomes null, so that it stays all of it when the
 * grant is given more time or less.
 * Refuses who may not, a grant that is over, and whatever is more than the grant gives.
 */
export function termsUnder(
  by: StaffRole,
  grant: Grant,
  given: Scope,
  wanted: AssignmentTerms,
  now: Date,
): Result<AssignmentTerms, AssignRefusal> {
  if (!mayAssign(by)) return refuse('not-allowed')
  if (!isLive(grantStateAt(grant, now))) return refuse('grant-ended')
  const { scope, endsAt } = wanted
  if (scope?.name === 'chosen' && scope.pages.length === 0) return refuse('nothing-chosen')
  if (scope && !isWithin(scope, given)) return refuse('beyond-scope')
  if (endsAt && endsAt <= (grant.startsAt > now ? grant.startsAt : now)) return refuse('ends-in-the-past')
  if (endsAt && grant.endsAt && endsAt > grant.endsAt) return refuse('beyond-end')
  return ok({
    scope: scope && isWithin(given, scope) ? null : scope,
    endsAt: endsAt?.getTime() === grant.endsAt?.getTime() ? null : endsAt,
  })
}

/**
 * Assigns one of the firm's staff on terms from `termsUnder`; whoever has an assignment already gets the new terms in the
 * place of the old. `shown` is the version of theirs that the form stood beside; null = it was not about that.
 * Refuses whoever has not taken their place, whoever needs none, terms that they have, and what is not as it was shown.
 */
export function assign(
  { role, isActive, held, version }: Assignable,
  terms: AssignmentTerms,
  shown: number | null,
): Result<'given' | 'changed', AssignRefusal> {
  if (!isActive) return refuse('not-active')
  if (role !== 'technician') return refuse('not-technician')
  if (held && isSame(held, terms)) return refuse('already-assigned')
  // What the clock has ended is shown as nothing.
  const isAsShown = shown === null || shown === version || (shown === 0 && !held)
  if (!isAsShown) return refuse('changed-meanwhile')
  return ok(held ? 'changed' : 'given')
}

function isSame(one: AssignmentTerms, other: AssignmentTerms): boolean {
  if (one.endsAt?.getTime() !== other.endsAt?.getTime()) return false
  if (!one.scope || !other.scope) return one.scope === other.scope
  return isWithin(one.scope, other.scope) && isWithin(other.scope, one.scope)
}

/** Whether somebody may be taken off a grant. With the grant's end everybody is. */
export function takeOff(
  by: StaffRole,
  grant: Grant,
  held: AssignmentTerms | null,
  now: Date,
): Result<null, TakeOffRefusal> {
  if (!mayAssign(by)) return refuse('not-allowed')
  if (!isLive(grantStateAt(grant, now))) return refuse('grant-ended')
  return held ? ok(null) : refuse('not-assigned')
}
