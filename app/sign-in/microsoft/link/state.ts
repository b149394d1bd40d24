import type { Language } from '#lib/language.ts'
import { type TokenState, tokenStateWords } from '#lib/one-time-token.ts'
import { words } from '../words.ts'

/** What became of the letter's link; `gone`: the link is good, and this browser holds nothing that it could link. */
export function linkStateWords(state: Exclude<TokenState, 'ready'> | 'gone', language: Language): string {
  if (state === 'unknown' || state === 'expired') return tokenStateWords[language][state]
  return words[language].link[state]
}
