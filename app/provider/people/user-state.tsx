import { Badge } from '#components/ui/badge.tsx'
import type { ListedPlatformUser } from '#db/provider/people.ts'
import { type Condition, conditionOf } from '#lib/delivery/condition.ts'
import { letterName } from '#lib/delivery/names.ts'
import { deliveryWords } from '#lib/delivery/words.ts'
import type { Language } from '#lib/language.ts'
import { platformWords } from '#lib/platform/words.ts'

export function UserState({ user, language }: { user: ListedPlatformUser; language: Language }) {
  const active = user.state === 'active'
  return (
    <Badge tone={active ? 'success' : 'info'} icon={active ? 'check-circle' : 'mail'}>
      {platformWords[language].state[user.state]}
    </Badge>
  )
}

/** "Activation: Came back", with what became of the letter; null where none was sent. */
export function letterText(
  { letter }: ListedPlatformUser,
  now: Date,
  language: Language,
): { readonly text: string; readonly condition: Condition } | null {
  if (!letter) return null
  const condition = conditionOf(letter, now)
  const separator = language === 'fr' ? '\u202F: ' : ': '
  const text = `${letterName(letter.kind, language)}${separator}${deliveryWords[language].condition[condition]}`
  return { text, condition }
}
