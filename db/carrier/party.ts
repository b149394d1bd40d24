import { dialled, worldNumber } from '#lib/dialling.ts'
import { foldedText } from '#lib/fold.ts'
import type { Owner } from './owners.ts'

/** How the other party is shown, and by what it is known: its number, or the name by which a firm writes. */
export function otherParty(from: string, { country }: Pick<Owner, 'country'>) {
  const number = worldNumber(from, country)
  if (number) return number
  return { shown: from, key: /[^\d\s().+-]/.test(from) ? foldedText(from) : dialled(from, country) }
}
