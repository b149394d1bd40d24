import { type ManagingLevel, mayManage } from '#lib/access/levels.ts'
import { modulesInOrder } from '#lib/access/offering.ts'
import type { Module } from '#lib/access/roles.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type ButtonAct, moved, type Place } from './membership.ts'

export type SwitchRefusal = 'already-removed' | 'above-you' | 'own-modules' | 'beyond-yours' | 'of-the-firm'

/** A portal user's place, as far as the rules of its modules go. */
export interface ModulesPlace extends Pick<Place, 'state' | 'isActor' | 'level'> {
  readonly modules: readonly string[]
  /** They work for the firm in whose name it would be done. */
  readonly isOfFirm: boolean
}

/** Who switches: how high they stand on the account, and which modules are theirs to switch. */
export interface Switcher {
  readonly level: ManagingLevel
  readonly offers: readonly Module[]
}

/**
 * Whether a portal user's modules may become these. Nobody touches a person above their own level, or lifts somebody above
 * it; a module that is not one's own to give is not one's own to take. Whoever stands no higher than the portal users
 * themselves leaves their own modules alone: that would be a way up, or a way out. A firm gives its own people nothing that
 * would outlast its access.
 */
export function mayBecome(
  place: ModulesPlace,
  wanted: readonly Module[],
  by: Switcher,
): Result<null, SwitchRefusal> {
  if (place.state === 'removed') return refuse('already-removed')
  const wouldBe = wanted.includes('admin') ? 'portal-administrator' : 'user'
  if (!mayManage(by.level, place.level) || !mayManage(by.level, wouldBe)) return refuse('above-you')
  if (place.isActor && !mayManage(by.level, 'owner')) return refuse('own-modules')
  const was = modulesInOrder(place.modules)
  const given = wanted.filter(one => !was.includes(one))
  const taken = was.filter(one => !wanted.includes(one))
  if (![...given, ...taken].every(one => by.offers.includes(one))) return refuse('beyond-yours')
  return place.isOfFirm && given.length > 0 ? refuse('of-the-firm') : ok(null)
}

/** What gives somebody all their modules back, or takes them all: only for whom each of them is theirs to switch. */
export function mayMove(
  place: ModulesPlace,
  act: ButtonAct,
  by: Switcher,
): Result<null, 'beyond-yours' | 'of-the-firm'> {
  if (act === 'resend' || act === 'reset' || !moved(place.state, act).ok) return ok(null)
  if (!modulesInOrder(place.modules).every(one => by.offers.includes(one))) return refuse('beyond-yours')
  return place.isOfFirm && act === 'enable' ? refuse('of-the-firm') : ok(null)
}

/** What one of several who look at the same switches wants: what they saw, and what they made of it. */
export interface Wish {
  readonly shown: readonly Module[]
  readonly ticked: readonly Module[]
}

/** What was switched since it was shown counts as it is by now; only what this person switched becomes as they say. */
export function merged(stored: readonly Module[], { shown, ticked }: Wish): readonly Module[] {
  const touched = (one: Module) => shown.includes(one) !== ticked.includes(one)
  return modulesInOrder([...stored.filter(one => !touched(one)), ...ticked.filter(one => touched(one))])
}
