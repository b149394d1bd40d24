import type { ReactNode } from 'react'
import { When } from '#components/time/when.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { Language } from '#lib/language.ts'
import { Once } from './once.tsx'

interface RestoreProps {
  /** Brings one thing back, or all that were removed together with it. */
  readonly action: Parameters<typeof Form>[0]['action']
  readonly accountId: string
}

interface UndoBarProps extends RestoreProps {
  readonly label: string
  /** What names the thing that was removed a moment ago, as the action takes it. */
  readonly fields: Readonly<Record<string, string>>
}

/** The way back in one press, right where one lands after removing something. */
export function UndoBar({ action, accountId, label, fields }: UndoBarProps) {
  return (
    <Form action={action} label={label}>
      <Once />
      <Fields of={{ account: accountId, ...fields }} />
      <div>
        <SubmitButton variant="secondary" icon={<Icon name="history" />}>
          {label}
        </SubmitButton>
      </div>
    </Form>
  )
}

function Fields({ of }: { of: Readonly<Record<string, string>> }) {
  return Object.entries(of).map(([name, value]) => <input key={name} type="hidden" {...{ name, value }} />)
}

/** One thing that was removed lately. */
export interface RemovedRow {
  readonly key: string
  readonly name: string
  readonly about: string
  /** What sort of thing it is, where there are several. */
  readonly kind?: ReactNode
  readonly at: Date
  /** What the button sends. */
  readonly value: string
}

interface RemovedThingsProps extends RestoreProps {
  readonly words: {
    readonly title: string
    readonly removed: string
    readonly removedText: string
    readonly removedNone: string
    readonly restore: string
    readonly restoreNamed: (name: string) => string
    readonly removedColumn: {
      readonly name: string
      readonly kind?: string
      readonly at: string
      readonly act: string
    }
  }
  /** Address of the list that they are missing from. */
  readonly list: string
  readonly rows: readonly RemovedRow[]
  /** Field that a row's value is sent in. */
  readonly field: string
  /** What else the action takes. */
  readonly fields?: Readonly<Record<string, string>>
  readonly zone: string
  readonly language: Language
}

/** What stands on a page of things that were removed lately: each with the button that brings it back. */
export function RemovedThings({ action, accountId, words, list, fields = {}, ...table }: RemovedThingsProps) {
  return (
    <>
      <PageHeader
        title={words.removed}
        description={words.removedText}
        back={{ href: list, label: words.title }}
      />
      <Card flush={table.rows.length > 0}>
        {table.rows.length > 0 ? (
          <Form action={action} label={words.restore}>
            <Once />
            <Fields of={{ account: accountId, ...fields }} />
            <RemovedTable words={words} {...table} />
          </Form>
        ) : (
          <EmptyState icon="trash" title={words.removedNone} />
        )}
      </Card>
    </>
  )
}

type RemovedTableProps = Pick<RemovedThingsProps, 'words' | 'rows' | 'field' | 'zone' | 'language'>

function RemovedTable({ words, rows, field, zone, language }: RemovedTableProps) {
  const { name, kind, at, act } = words.removedColumn
  return (
    <Table
      caption={words.removed}
      hideCaption
      columns={[
        { id: 'name', label: name, rowHeading: true },
        ...(kind ? [{ id: 'kind', label: kind } as const] : []),
        { id: 'at', label: at },
        { id: 'act', label: act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={rows.map(one => ({
        key: one.key,
        cells: {
          name: <TwoLines first={one.name} second={one.about} />,
          kind: one.kind,
          at: <When at={one.at} zone={zone} language={language} />,
          act: (
            <RowActions>
              <Button
                type="submit"
                size="small"
                name={field}
                value={one.value}
                aria-label={words.restoreNamed(one.name)}
              >
                {words.restore}
              </Button>
            </RowActions>
          ),
        },
      }))}
    />
  )
}
