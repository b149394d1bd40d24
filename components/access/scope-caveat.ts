import { pagesNotYet } from '#lib/access/scope-gives.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import type { Scope } from '#lib/access/scopes.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from './words.ts'

/** "Not in the portal yet: Call log.", to stand under a scope that names it; empty where all that it names is there. */
export function scopeCaveat(scope: Scope, language: Language): string {
  const missing = pagesNotYet(scope, language)
  return missing && accessWords[language].notYetList(missing)
}

/** A scope by its name, and what of it the portal does not have. */
export function scopeWithCaveat(scope: Scope, language: Language): string {
  const caveat = scopeCaveat(scope, language)
  return caveat ? `${scopeText(scope, language)}. ${caveat}` : scopeText(scope, language)
}
