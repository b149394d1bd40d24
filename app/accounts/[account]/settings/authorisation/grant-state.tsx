import { Badge } from '#components/ui/badge.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import type { PieceBadge } from '#components/ui/long-table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { ListedGrant } from '#db/grant/reads.ts'
import type { GrantState as State } from '#lib/grant/grant.ts'
import { grantWords } from '#lib/grant/words.ts'
import type { Language } from '#lib/language.ts'

const looks: Record<State, { tone: Tone; icon: IconName }> = {
  scheduled: { tone: 'info', icon: 'calendar' },
  active: { tone: 'success', icon: 'check-circle' },
  suspended: { tone: 'warning', icon: 'lock' },
  expired: { tone: 'neutral', icon: 'clock' },
  revoked: { tone: 'neutral', icon: 'cross-circle' },
  relinquished: { tone: 'neutral', icon: 'exit' },
  terminated: { tone: 'neutral', icon: 'link' },
}

/** The state that holds now, for a cell of a long table. */
export function statePiece(state: State, language: Language): PieceBadge {
  return { ...looks[state], text: grantWords[language].state[state] }
}

/** The state that holds now, as icon, word and colour. */
export function GrantState({ grant, language }: { grant: Pick<ListedGrant, 'state'>; language: Language }) {
  return <Badge {...looks[grant.state]}>{grantWords[language].state[grant.state]}</Badge>
}
