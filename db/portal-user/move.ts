import type { ButtonAct } from '#lib/membership/membership.ts'
import { mayMove } from '#lib/membership/switches.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { loadPlace } from '../membership/load.ts'
import { switcher } from './switch.ts'

/**
 * Whether the modules that somebody gains or loses by this are the author's to give; what else stands against it,
 * db/membership/act says, also that there is no such person.
 */
export async function mayBeMoved(
  change: AccountChange,
  id: string,
  act: ButtonAct,
): Promise<Result<null, 'beyond-yours' | 'of-the-firm'>> {
  const place = await loadPlace(change, id, ['portal-user'])
  if (!place) return ok(null)
  const allowed = mayMove(place, act, switcher(change))
  return allowed.ok ? allowed : refuse(allowed.refusal, { state: place.name, by: null })
}
