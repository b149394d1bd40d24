import type { PieceBadge } from '#components/ui/long-table.tsx'
import type { Language } from '#lib/language.ts'
import type { SubscriptionState } from '#lib/subscription/subscription.ts'
import { subscriptionWords } from '#lib/subscription/words.ts'

const looks: Record<SubscriptionState, Pick<PieceBadge, 'tone' | 'icon'>> = {
  active: { tone: 'success', icon: 'check' },
  scheduled: { tone: 'info', icon: 'clock' },
  ending: { tone: 'warning', icon: 'clock' },
  ended: { tone: 'neutral', icon: 'ban' },
  refused: { tone: 'danger', icon: 'cross' },
}

/** How a subscription stands, by a drawing, a word and a colour. */
export function stateBadge(state: SubscriptionState, language: Language): PieceBadge {
  return { ...looks[state], text: subscriptionWords[language].state[state] }
}
