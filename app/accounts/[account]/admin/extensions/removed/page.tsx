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
import { type RemovedExtension, removedExtensions } from '#db/pbx-extension/reads.ts'
import type { Language } from '#lib/language.ts'
import { restore } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.removed)

/** Extensions that were removed lately, each with the button that brings it back. */
export default async function RemovedPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.admin', (tx, { account }) =>
    removedExtensions(tx, account.id),
  )
  const { account, actor, language, data: extensions } = page
  const words = catalogue[language]
  return (
    <AccountFrame page={page} current="admin" query={await searchParams}>
      <PageHeader
        title={words.removed}
        description={words.removedText}
        back={{ href: `/accounts/${account.slug}/admin/extensions`, label: words.title }}
      />
      <Card flush={extensions.length > 0}>
        {extensions.length > 0 ? (
          <Form action={restore} label={words.restore}>
            <Once />
            <input type="hidden" name="account" value={account.id} />
            <input type="hidden" name="how" value="one" />
            <RemovedTable extensions={extensions} zone={actor.timeZone} language={language} />
          </Form>
        ) : (
          <EmptyState icon="trash" title={words.removedNone} />
        )}
      </Card>
    </AccountFrame>
  )
}

interface RemovedTableProps {
  readonly extensions: readonly RemovedExtension[]
  readonly zone: string
  readonly language: Language
}

function RemovedTable({ extensions, zone, language }: RemovedTableProps) {
  const words = catalogue[language]
  return (
    <Table
      caption={words.removed}
      hideCaption
      columns={[
        { id: 'number', label: words.column.number, rowHeading: true },
        { id: 'at', label: words.removedAt },
        { id: 'act', label: words.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={extensions.map(one => ({
        key: one.id,
        cells: {
          number: <TwoLines first={one.number} second={one.name === one.number ? '' : one.name} />,
          at: <When at={one.at} zone={zone} language={language} />,
          act: (
            <RowActions>
              <Button
                type="submit"
                size="small"
                name="extension"
                value={one.id}
                aria-label={words.restoreNamed(one.number)}
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
