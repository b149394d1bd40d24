import { Badge } from '#components/ui/badge.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import { Code } from '#components/ui/text.tsx'
import type { DnsRecord } from '#lib/branding/records.ts'
import type { Language } from '#lib/language.ts'
import { setupWords } from './setup-words.ts'

interface RecordTableProps {
  readonly caption: string
  readonly records: readonly DnsRecord[]
  readonly language: Language
}

/** Records to create, each with its value to copy and, where somebody looked, whether it is there. */
export function RecordTable({ caption, records, language }: RecordTableProps) {
  const words = setupWords[language]
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { id: 'purpose', label: words.column.purpose, rowHeading: true },
        { id: 'type', label: words.column.type },
        { id: 'name', label: words.column.name },
        { id: 'value', label: words.column.value },
        { id: 'state', label: words.column.state },
      ]}
      rows={records.map(one => ({
        key: `${one.purpose} ${one.name} ${one.value}`,
        cells: {
          purpose: words.purpose[one.purpose],
          type: (
            <TwoLines
              first={<Code>{one.type}</Code>}
              second={
                one.priority !== undefined && (
                  <span className="whitespace-nowrap">{words.priority(one.priority)}</span>
                )
              }
            />
          ),
          name: (
            <span className="record-value">
              <Code>{one.name}</Code>
            </span>
          ),
          value: <RecordValue record={one} language={language} />,
          state: <RecordState record={one} language={language} />,
        },
      }))}
    />
  )
}

function RecordValue({ record: { value, purpose }, language }: { record: DnsRecord; language: Language }) {
  const words = setupWords[language]
  if (value === null)
    return <span className="text-muted">{purpose === 'host' ? words.hostUnknown : words.fromService}</span>
  return (
    <span className="record-value">
      <Code>{value}</Code>{' '}
      <CopyButton text={value} copied={words.copied} variant="quiet">
        {words.copy}
      </CopyButton>
    </span>
  )
}

const tones = { verified: 'success', pending: 'warning', failed: 'danger' } as const

function RecordState({ record: { state }, language }: { record: DnsRecord; language: Language }) {
  const words = setupWords[language]
  if (!state) return <span className="text-muted whitespace-nowrap">{words.unlooked}</span>
  return <Badge tone={tones[state]}>{words.state[state]}</Badge>
}
