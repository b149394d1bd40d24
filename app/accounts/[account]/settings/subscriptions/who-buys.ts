import type { SeenAccount } from '#db/authority.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** Who buys for an account, for whoever only reads: money passes down one level, and only from an account that is nobody's client. */
export function whoBuys(
  {
    parentName,
    parentIsClient,
    providerName,
  }: Pick<SeenAccount, 'parentName' | 'parentIsClient' | 'providerName'>,
  language: Language,
): string {
  const words = catalogue[language]
  if (parentName === null) return words.whoBuys(providerName)
  return parentIsClient
    ? words.whoBuysBelow(parentName, providerName)
    : words.whoBuysHere(parentName, providerName)
}
