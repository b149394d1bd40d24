import { type Country, type WorldNumber, worldNumber } from './dialling.ts'
import { ok, type Result, refuse } from './result.ts'

/** Why nothing can be sent from one number to another: see lib/sending-words.ts. */
export type NumberRefusal = 'gone' | 'nonsense' | 'itself'

/**
 * From which number to which something goes. `own` is the account's own, or nothing where it is no longer one of them; `typed`
 * is meant from where the account is.
 */
export function between<Own extends WorldNumber>(
  own: Own | undefined,
  typed: string,
  country: Country | null,
): Result<{ readonly from: Own; readonly to: WorldNumber }, NumberRefusal> {
  if (!own) return refuse('gone')
  const to = worldNumber(typed, country)
  if (!to) return refuse('nonsense')
  return to.key === own.key ? refuse('itself') : ok({ from: own, to })
}
