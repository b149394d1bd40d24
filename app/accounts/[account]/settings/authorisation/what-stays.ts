import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { designationWords } from './designation-words.ts'
import { reachingWords } from './reaching-words.ts'

interface Staying {
  readonly providerName: string
  /** The firms whose access the provider set. */
  readonly firms: readonly string[]
  /** The parent account, where something comes through it. */
  readonly via: string | null
}

/** What is not the account's own to revoke: said to whoever revokes all, so that nobody believes that all of it is over. */
export function whatStays({ providerName, firms, via }: Staying, language: Language): readonly string[] {
  return [
    ...(firms.length > 0 ? [designationWords[language].stay(plainList(firms, language), providerName)] : []),
    ...(via ? [reachingWords[language].alsoVia(via)] : []),
  ]
}
