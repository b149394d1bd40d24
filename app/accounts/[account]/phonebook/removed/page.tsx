import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import { type RemovedThing, removedOf } from '#db/phonebook/reads.ts'
import type { Language } from '#lib/language.ts'
import { restore } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.removed)

/** Contacts and groups that were removed lately, each with the button that brings it back. */
export default async function RemovedPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.phonebook', (tx, { account }) =>
    removedOf(tx, account.id),
  )
  const { account, actor, language, data: things } = page
  const words = catalogue[language]
  return (
    <AccountFrame page={page} current="phonebook" query={await searchParams}>
      <PageHeader
        title={words.removed}
        description={words.removedText}
        back={{ href: `/accounts/${account.slug}/phonebook`, label: words.title }}
      />
      <Card flush={things.length > 0}>
        {things.length > 0 ? (
          <Form action={restore} label={words.restore}>
            <Once />
            <input type="hidden" name="account" value={account.id} />
            <RemovedTable things={things} zone={actor.timeZone} language={language} />
          </Form>
        ) : (
          <EmptyState icon="trash" title={words.removedNone} />
        )}
      </Card>
    </AccountFrame>
  )
}

interface RemovedTableProps {
  readonly things: readonly RemovedThing[]
  readonly zone: string
  readonly language: Language
}

function RemovedTable({ things, zone, language }: RemovedTableProps) {
  const words = catalogue[language]
  const { name, kind, at, act } = words.removedColumn
  return (
    <Table
      caption={words.removed}
      hideCaption
      columns={[
        { id: 'name', label: name, rowHeading: true },
        { id: 'kind', label: kind },
        { id: 'at', label: at },
        { id: 'act', label: act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={things.map(one => ({
        key: one.id,
        cells: {
          name: <TwoLines first={one.name} second={one.about} />,
          kind: words.kind[one.kind],
          at: <When at={one.at} zone={zone} language={language} />,
          act: (
            <RowActions>
              <Button
                type="submit"
                size="small"
                name="thing"
                value={`${one.kind}:${one.id}`}
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
