import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { DealingState } from '#lib/partner/dealing.ts'

type State = DealingState | 'approved'

const looks: Record<State, readonly [Tone, IconName]> = {
  none: ['neutral', 'lock'],
  asked: ['info', 'waiting'],
  question: ['warning', 'question'],
  invited: ['info', 'mail'],
  approved: ['success', 'check-circle'],
  declined: ['neutral', 'cross-circle'],
  withdrawn: ['neutral', 'arrow-left'],
  lapsed: ['neutral', 'clock'],
  scheduled: ['info', 'calendar'],
  active: ['success', 'key'],
  suspended: ['warning', 'pause'],
  expired: ['neutral', 'clock'],
  revoked: ['neutral', 'ban'],
  relinquished: ['neutral', 'exit'],
  terminated: ['neutral', 'building'],
  excluded: ['neutral', 'ban'],
}

/** How a firm stands with an account, or what became of a request or a grant: icon, colour and the given word. */
export function StateBadge({ state, children }: { state: State | 'pending'; children: ReactNode }) {
  const [tone, icon] = looks[state === 'pending' ? 'asked' : state]
  return (
    <Badge tone={tone} icon={icon}>
      {children}
    </Badge>
  )
}
