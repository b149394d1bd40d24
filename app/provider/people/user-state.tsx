import { Badge } from '#components/ui/badge.tsx'
import type { ListedPlatformUser } from '#db/provider/people.ts'
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
