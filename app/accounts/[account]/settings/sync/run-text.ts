import type { PieceBadge } from '#components/ui/long-table.tsx'
import type { SeenRun } from '#db/back-office/reads.ts'
import type { Authority } from '#lib/access/authority.ts'
import { pulledKinds } from '#lib/back-office/items.ts'
import { seenOf } from '#lib/back-office/seen.ts'
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

/** Who reads it: of what they may not see they are told no number. */
export interface RunReader {
  readonly authority: Authority
  /** The provider's name. */
  readonly provider: string
  readonly language: Language
}

/** What it came to: what changed, or why it stopped. */
export function resultText(run: Run, { authority, provider, language }: RunReader): string {
  const words = catalogue[language]
  const { counts, others } = seenOf(run.counts, authority)
  const seen = syncCounts(flatCounts(counts), language)
  const unseen = Object.keys(flatCounts(others)).length > 0
  const changed = seen && unseen ? `${seen}; ${words.andUnseen}` : seen || (unseen ? words.unseen : '')
  if (run.state === 'failed')
    return [troubleSentence(run.problem, provider, language), changed && `${changed}.`]
      .filter(Boolean)
      .join(' ')
  return changed || words.nothingChanged
}

/** "5 services, 14 invoices, 1 balance", of what the reader may see. */
export function readText(run: Run, { authority, language }: Omit<RunReader, 'provider'>): string {
  const { counts } = seenOf(run.counts, authority)
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
