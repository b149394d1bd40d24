import 'server-only'
import type { Metadata } from 'next'
import type { Bilingual } from '#lib/language.ts'
import { currentLanguage } from './session.ts'

/** A page's title in the reader's language: `export const generateMetadata = titled(words, text => text.title)`. */
export function titled<Words>(words: Bilingual<Words>, pick: (text: Bilingual<Words>['en']) => string) {
  return async (): Promise<Metadata> => ({ title: pick(words[await currentLanguage()]) })
}
