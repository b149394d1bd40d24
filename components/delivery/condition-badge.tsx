import { Badge } from '#components/ui/badge.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { Condition } from '#lib/delivery/condition.ts'
import { deliveryWords } from '#lib/delivery/words.ts'
import type { Language } from '#lib/language.ts'

const looks: Record<Condition, readonly [Tone, IconName]> = {
  complained: ['danger', 'ban'],
  bounced: ['danger', 'cross-circle'],
  failed: ['danger', 'warning'],
  stuck: ['warning', 'clock'],
  delayed: ['warning', 'pause'],
  waiting: ['info', 'waiting'],
  sent: ['info', 'mail'],
  delivered: ['success', 'check-circle'],
  dropped: ['neutral', 'cross'],
  replaced: ['neutral', 'check'],
}

/** What has become of a letter, as icon, word and colour. */
export function ConditionBadge({ condition, language }: { condition: Condition; language: Language }) {
  const [tone, icon] = looks[condition]
  return (
    <Badge tone={tone} icon={icon}>
      {deliveryWords[language].condition[condition]}
    </Badge>
  )
}
