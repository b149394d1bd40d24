import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import { Code, Unseen } from '#components/ui/text.tsx'
import { toldChanges } from '#lib/history/changes.ts'
import type { HistoryEntry } from '#lib/history/entry.ts'
import { type EventReader, eventSentence, saidLabel, stateChange } from '#lib/history/tell.ts'
import { historyWords } from '#lib/history/words.ts'
import type { Language } from '#lib/language.ts'
import { historyPageWords as catalogue } from './words.ts'

interface Props extends EventReader {
  readonly entries: readonly HistoryEntry[]
  readonly addresses: boolean
  /** Where the history is not one account's: which one it was about. */
  readonly accounts?: boolean
}

/** The history as rows: who in whose name, what in plain words, when, and from which address. */
export function HistoryTable({ entries, addresses, accounts = false, ...reader }: Props) {
  const { zone, language } = reader
  const words = catalogue[language]
  const { column } = words
  return (
    <Table
      caption={words.caption}
      hideCaption
      columns={[
        { id: 'who', label: column.who, rowHeading: true },
        { id: 'what', label: column.what },
        ...(accounts ? [{ id: 'account' as const, label: column.account }] : []),
        { id: 'when', label: column.when },
        ...(addresses ? [{ id: 'address' as const, label: column.address }] : []),
      ]}
      rows={entries.map(entry => ({
        key: entry.id,
        cells: {
          who: <Who entry={entry} language={language} />,
          what: <What entry={entry} {...reader} />,
          account: entry.accountName ?? '–',
          when: <When at={entry.at} zone={zone} language={language} />,
          address: entry.address ? (
            <span className="whitespace-nowrap">
              <Code>{entry.address}</Code>
            </span>
          ) : null,
        },
      }))}
    />
  )
}

const marks: Partial<Record<HistoryEntry['side'], IconName>> = { partner: 'users', provider: 'building' }

function Who({ entry, language }: { entry: HistoryEntry; language: Language }) {
  const { mark } = historyWords[language]
  if (entry.side === 'portal') return mark.portal
  const icon = marks[entry.side]
  return (
    <TwoLines
      first={entry.by}
      second={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {entry.firm}
          {icon && (
            <Badge tone="info" icon={icon}>
              {mark[entry.side]}
            </Badge>
          )}
        </span>
      }
    />
  )
}

function What({ entry, zone, language }: EventReader & { entry: HistoryEntry }) {
  const words = catalogue[language]
  const changes = toldChanges(entry.facts, language)
  const state = stateChange(entry, language)
  return (
    <div className="grid gap-1">
      <span>{eventSentence(entry, zone, language)}</span>
      {changes.length > 0 && (
        <ul className="list-disc ps-4">
          {changes.map(change => (
            <li key={change.field}>
              <span aria-hidden="true">{words.change(change.field, change.old, change.new)}</span>
              <Unseen>{words.changeSpoken(change.field, change.old, change.new)}</Unseen>
            </li>
          ))}
        </ul>
      )}
      {entry.reason && (
        <blockquote className="border-line-strong border-s-2 ps-2.5 whitespace-pre-line">
          <Unseen>{saidLabel(entry.action, language)} </Unseen>
          {entry.reason}
        </blockquote>
      )}
      {state && <span className="text-muted text-[0.8125rem]">{words.stateIs(state)}</span>}
    </div>
  )
}
