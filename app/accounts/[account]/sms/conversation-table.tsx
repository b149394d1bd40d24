import { statePiece } from '#components/sending/state-badge.tsx'
import { whenPiece } from '#components/time/piece.ts'
import { LongTable, type PieceBadge } from '#components/ui/long-table.tsx'
import type { ListedConversation } from '#db/sms/reads.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface ConversationTableProps {
  readonly conversations: readonly ListedConversation[]
  readonly list: string
  /** The reader's own. */
  readonly zone: string
  readonly language: Language
}

/** One row for each conversation: with whom, what was last said, and whether the reader has seen it. */
export function ConversationTable({ conversations, list, zone, language }: ConversationTableProps) {
  const words = catalogue[language]
  const { column } = words
  return (
    <LongTable
      caption={words.title}
      columns={[
        { id: 'party', label: column.party, rowHeading: true },
        { id: 'line', label: column.line },
        { id: 'state', label: column.state, narrow: true },
        { id: 'when', label: column.when, narrow: true },
      ]}
      rows={conversations.map(one => ({
        cells: {
          party: [
            { href: `${list}/${one.id}`, text: one.name || one.otherNumber },
            one.name ? one.otherNumber : null,
          ],
          line: [one.direction === 'outgoing' ? words.you(one.line) : one.line, one.ownNumber],
          state: stateOf(one, language),
          when: whenPiece(one.lastAt, zone, language),
        },
      }))}
    />
  )
}

function stateOf({ unread, state }: ListedConversation, language: Language): PieceBadge {
  if (unread > 0) return { tone: 'warning', icon: 'mail', text: catalogue[language].unread(unread) }
  return statePiece(state, language)
}
