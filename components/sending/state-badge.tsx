import { Badge } from '#components/ui/badge.tsx'
import type { PieceBadge } from '#components/ui/long-table.tsx'
import type { Language } from '#lib/language.ts'
import type { SendingState } from '#lib/sending.ts'
import { sendingWords } from '#lib/sending-words.ts'

type State = SendingState | 'received'

const looks: Record<State, Pick<PieceBadge, 'tone' | 'icon'>> = {
  received: { tone: 'neutral', icon: 'arrow-left' },
  queued: { tone: 'info', icon: 'waiting' },
  sent: { tone: 'info', icon: 'arrow-right' },
  delivered: { tone: 'success', icon: 'check' },
  failed: { tone: 'danger', icon: 'cross-circle' },
}

export function stateText(state: State, language: Language): string {
  const words = sendingWords[language]
  return state === 'received' ? words.received : words.state[state]
}

/** How something that was sent stands, as a piece of a long table. */
export function statePiece(state: State, language: Language): PieceBadge {
  return { ...looks[state], text: stateText(state, language) }
}

/** The same beside other words. */
export function SendingBadge({ state, language }: { state: State; language: Language }) {
  const { tone, icon } = looks[state]
  return (
    <Badge tone={tone} icon={icon}>
      {stateText(state, language)}
    </Badge>
  )
}
