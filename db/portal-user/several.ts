import { modulesInOrder } from '#lib/access/offering.ts'
import type { Module } from '#lib/access/roles.ts'
import { act, type ButtonAct } from '#lib/membership/membership.ts'
import { mayBecome, mayMove, type SwitchRefusal } from '#lib/membership/switches.ts'
import { ok, type Result } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { type ActRefusal, actOnMembership } from '../membership/act.ts'
import { type LoadedPlace, loadPlaces } from '../membership/load.ts'
import { mayBeMoved } from './move.ts'
import { type SwitchesDone, switcher, switchModules } from './switch.ts'

interface Switch {
  readonly module: Module
  readonly on: boolean
}

const becoming = (stored: readonly Module[], { module, on }: Switch) =>
  modulesInOrder(on ? [...stored, module] : stored.filter(one => one !== module))

/** One module on or off for all of them, or for none. */
export function switchSeveral(
  change: AccountChange,
  ids: readonly string[],
  switched: Switch,
): Promise<Result<SwitchesDone, SwitchRefusal | 'not-found'>> {
  return switchModules(
    change,
    [...new Set(ids)].map(id => ({ id, becomes: stored => becoming(stored, switched) })),
  )
}

/** The same act on all of them, or on none: the first refusal undoes the rest with its transaction. */
export async function actOnSeveral(
  change: AccountChange,
  ids: readonly string[],
  by: ButtonAct,
  secret: string,
): Promise<Result<null, ActRefusal | 'beyond-yours' | 'of-the-firm' | 'not-found'>> {
  for (const id of new Set(ids)) {
    const allowed = await mayBeMoved(change, id, by)
    if (!allowed.ok) return allowed
    const done = await actOnMembership(change, { id, by }, ['portal-user'], secret)
    if (!done.ok) return done
  }
  return ok(null)
}

/** What would become of each, for the page that asks once more. */
export interface Foreseen {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly outcome: 'changes' | 'nothing' | Exclude<ActRefusal, 'too-many-letters'> | SwitchRefusal
}

type Looking = Pick<AccountChange, 'tx' | 'actor' | 'account' | 'partnerId' | 'authority'>

/** Looks at the same rules as the act itself, and changes nothing. Those who are not there any more are left out. */
export async function foresee(
  looking: Looking,
  ids: readonly string[],
  what: Switch | null,
): Promise<readonly Foreseen[]> {
  const by = switcher(looking)
  const places = await loadPlaces(looking, ids, ['portal-user'])
  return places
    .filter(place => place.state !== 'removed')
    .map(place => ({
      id: place.id,
      name: place.name,
      email: place.email,
      outcome: what ? switchOutcome(place, what, by) : removeOutcome(place, by),
    }))
}

type By = ReturnType<typeof switcher>

function switchOutcome(place: LoadedPlace, what: Switch, by: By): Foreseen['outcome'] {
  const was = modulesInOrder(place.modules)
  const wanted = becoming(was, what)
  if (String(was) === String(wanted)) return 'nothing'
  const allowed = mayBecome(place, wanted, by)
  return allowed.ok ? 'changes' : allowed.refusal
}

function removeOutcome(place: LoadedPlace, by: By): Foreseen['outcome'] {
  const allowed = mayMove(place, 'remove', by)
  if (!allowed.ok) return allowed.refusal
  const done = act('remove', place, by.level)
  return done.ok ? 'changes' : done.refusal
}
