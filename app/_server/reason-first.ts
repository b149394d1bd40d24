import 'server-only'
import type { Language } from '#lib/language.ts'
import { reasonFirstWords } from './reason-first-words.ts'
import { sayOnThisPage } from './said.ts'

/** For one of the provider's support who comes to an account without a visit: what the page that is not there says instead. */
export async function sayReasonFirst(slug: string, language: Language): Promise<void> {
  const { message, why, open } = reasonFirstWords[language]
  const further = { href: `/provider/accounts/${slug}`, label: open }
  await sayOnThisPage({ message, further, about: null, typed: [], text: why })
}
