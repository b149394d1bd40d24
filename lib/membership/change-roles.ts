import { type ManagingLevel, mayManage } from '#lib/access/levels.ts'
import type { Role } from '#lib/access/roles.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Place } from './membership.ts'

/** What an administrator's roles are to become, and who says so. */
export interface RolesWanted {
  readonly was: readonly Role[]
  readonly wanted: readonly Role[]
  /** Nobody changed the place since the form was shown. */
  readonly isAsShown: boolean
  /** With the new roles the person could still manage the account. */
  readonly wouldManage: boolean
  /** How high the new roles would put the person. */
  readonly wouldBe: ManagingLevel
  readonly actor: ManagingLevel
  /** What the actor may give on this account. */
  readonly offers: readonly Role[]
}

export type RolesRefusal =
  | 'already-removed'
  | 'changed-meanwhile'
  | 'above-you'
  | 'own-roles'
  | 'no-role'
  | 'beyond-yours'
  | 'last-one'

/**
 * Whether an administrator may be given these roles. Nobody changes their own, which would be a way up; nobody makes
 * somebody higher than they are themselves, or touches whoever is; a role that is new must be the actor's to give, one that
 * the person has may stay; the last person able to manage the account stays able to.
 */
export function changeRoles(place: Place, of: RolesWanted): Result<null, RolesRefusal> {
  if (place.state === 'removed') return refuse('already-removed')
  if (!mayManage(of.actor, place.level) || !mayManage(of.actor, of.wouldBe)) return refuse('above-you')
  if (place.isActor) return refuse('own-roles')
  if (of.wanted.length === 0) return refuse('no-role')
  if (!of.isAsShown) return refuse('changed-meanwhile')
  if (of.wanted.some(role => !of.was.includes(role) && !of.offers.includes(role)))
    return refuse('beyond-yours')
  const losesManager = place.manages && !of.wouldManage && !place.othersManage
  return losesManager ? refuse('last-one') : ok(null)
}
