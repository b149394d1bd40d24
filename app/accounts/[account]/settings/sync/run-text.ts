import type { PieceBadge } from '#components/ui/long-table.tsx'
import type { SeenRun } from '#db/back-office/reads.ts'
import { pulledKinds } from '#lib/back-office/items.ts'
import { backOfficeWords, troubleSentence } from '#lib/back-office/words.ts'
import { timeLeft, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { flatCounts, syncCounts, thingsText } from '#lib/sync-counts.ts'
import { words as catalogue } from './words.ts'

type Run = Pick<SeenRun, 'state' | 'counts' | 'problem'>

const hasRefusals = ({ counts }: Run) => Object.values(counts).some(one => one.refused > 0)

/** How a pull ended, by a drawing, a word and a colour. */
export function runBadge(run: Run, language: Language): PieceBadge {
  const { state, withRefusals } = backOfficeWords[language]
  if (run.state === 'running') return { tone: 'info', icon: 'refresh', text: state.running }
  if (run.state === 'failed') return { tone: 'danger', icon: 'cross', text: state.failed }
  return hasRefusals(run)
    ? { tone: 'warning', icon: 'warning', text: withRefusals }
    : { tone: 'success', icon: 'check', text: state.done }
}

/** What it came to: what changed, or why it stopped; `provider` by its name. */
export function resultText(run: Run, provider: string, language: Language): string {
  const changed = syncCounts(flatCounts(run.counts), language)
  if (run.state === 'failed')
    return [troubleSentence(run.problem, provider, language), changed && `${changed}.`]
      .filter(Boolean)
      .join(' ')
  return changed || catalogue[language].nothingChanged
}

/** "5 services, 14 invoices, 1 balance". */
export function readText({ counts }: Run, language: Language): string {
  return pulledKinds
    .filter(kind => (counts[kind]?.read ?? 0) > 0)
    .map(kind => thingsText(kind, counts[kind]?.read ?? 0, language))
    .join(', ')
}

/** How long it took: "4 s", "2 min". */
export function tookText({ beganAt, endedAt }: SeenRun, language: Language): string | null {
  if (!endedAt) return null
  const seconds = Math.floor((endedAt.getTime() - beganAt.getTime()) / 1000)
  const words = catalogue[language]
  if (seconds < 1) return words.second
  return seconds < 60 ? words.seconds(wholeNumber(seconds, language)) : timeLeft(seconds * 1000, language)
}
