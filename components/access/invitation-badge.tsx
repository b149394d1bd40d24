import { Badge } from '#components/ui/badge.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { InvitationState } from '#lib/invitation/invitation.ts'
import { invitationStateWords } from '#lib/invitation/words.ts'
import type { Language } from '#lib/language.ts'

const looks: Record<InvitationState, readonly [Tone, IconName]> = {
  invited: ['info', 'waiting'],
  accepted: ['success', 'check-circle'],
  declined: ['neutral', 'cross-circle'],
  cancelled: ['neutral', 'ban'],
  lapsed: ['neutral', 'clock'],
}

/** What has become of an invitation: icon, colour and word. */
export function InvitationBadge({ state, language }: { state: InvitationState; language: Language }) {
  const [tone, icon] = looks[state]
  return (
    <Badge tone={tone} icon={icon}>
      {invitationStateWords[language][state]}
    </Badge>
  )
}
