import { Badge } from '#components/ui/badge.tsx'
import { accountWords } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'

export function ServiceState({ enabled, language }: { enabled: boolean; language: Language }) {
  const words = accountWords[language]
  return enabled ? <Badge tone="success">{words.on}</Badge> : <Badge tone="neutral">{words.off}</Badge>
}
