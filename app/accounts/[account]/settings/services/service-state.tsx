import { Badge } from '#components/ui/badge.tsx'
import { accountWords } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { WaitingBadge } from '../outcome-notice.tsx'

interface ServiceStateProps {
  readonly enabled: boolean
  /** A change of it is on its way to the provider’s systems. */
  readonly waiting: boolean
  readonly language: Language
}

export function ServiceState({ enabled, waiting, language }: ServiceStateProps) {
  const words = accountWords[language]
  const state = enabled ? <Badge tone="success">{words.on}</Badge> : <Badge tone="neutral">{words.off}</Badge>
  if (!waiting) return state
  return (
    <>
      {state} <WaitingBadge language={language} />
    </>
  )
}
