import { whenPiece } from '#components/time/piece.ts'
import { LongTable, type PieceBadge } from '#components/ui/long-table.tsx'
import type { SeenCall } from '#db/call-log/reads.ts'
import { type CallResult, otherNumber, ownNumber } from '#lib/call-log/record.ts'
import { callWords, clockSpan, partyText } from '#lib/call-log/words.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface CallTableProps {
  readonly calls: readonly SeenCall[]
  readonly list: string
  /** The reader's own. */
  readonly zone: string
  readonly language: Language
}

/** One row for each record: who the other party was, when, and what came of it. */
export function CallTable({ calls, list, zone, language }: CallTableProps) {
  const words = catalogue[language]
  const { column } = words
  return (
    <LongTable
      caption={words.title}
      columns={[
        { id: 'party', label: column.party, rowHeading: true },
        { id: 'when', label: column.when },
        { id: 'direction', label: column.direction },
        { id: 'result', label: column.result },
        { id: 'talk', label: column.talk },
        { id: 'by', label: column.by },
      ]}
      rows={calls.map(call => {
        const party = partyText(otherNumber(call), language)
        return {
          cells: {
            party: [{ href: `${list}/${call.id}`, text: call.name || party }, call.name ? party : null],
            when: whenPiece(call.startedAt, zone, language),
            direction: [callWords[language].direction[call.direction], ownNumber(call) || null],
            result: resultBadge(call.result, language),
            talk: call.talkSeconds > 0 ? clockSpan(call.talkSeconds) : null,
            by: call.answeredBy || null,
          },
        }
      })}
    />
  )
}

const looks: Record<CallResult, Pick<PieceBadge, 'tone' | 'icon'>> = {
  answered: { tone: 'success', icon: 'check' },
  missed: { tone: 'danger', icon: 'cross' },
  voicemail: { tone: 'warning', icon: 'mail' },
  busy: { tone: 'neutral', icon: 'ban' },
  failed: { tone: 'neutral', icon: 'warning' },
}

/** What came of a call, by a drawing, a word and a colour. */
export function resultBadge(result: CallResult, language: Language): PieceBadge {
  return { ...looks[result], text: callWords[language].result[result] }
}
