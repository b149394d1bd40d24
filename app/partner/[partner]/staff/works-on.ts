import type { Colleague } from '#db/partner/staff-list.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** On how many customers somebody works now. */
export function worksOn({ role, state, customers }: Colleague, language: Language): string {
  const words = catalogue[language]
  if (state !== 'active') return words.nowhere
  if (role === 'administrator') return words.everywhere
  return customers === 0 ? words.nowhere : words.customers(customers)
}
