import { Badge } from '#components/ui/badge.tsx'
import type { Colleague } from '#db/partner/staff-list.ts'
import type { Language } from '#lib/language.ts'
import { staffWords } from '#lib/partner/words.ts'
import { words as catalogue } from './words.ts'

export function StaffState({ state, language }: { state: Colleague['state']; language: Language }) {
  const active = state === 'active'
  return (
    <Badge tone={active ? 'success' : 'info'} icon={active ? 'check-circle' : 'mail'}>
      {staffWords[language].state[state]}
    </Badge>
  )
}

/** On how many customers somebody works now. */
export function worksOn({ role, state, customers }: Colleague, language: Language): string {
  const words = catalogue[language]
  if (state !== 'active') return words.nowhere
  if (role === 'administrator') return words.everywhere
  return customers === 0 ? words.nowhere : words.customers(customers)
}
