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
import { type RemovedFax, removedFaxes } from '#db/fax/reads.ts'
import { faxWords } from '#lib/fax/words.ts'
import type { Language } from '#lib/language.ts'
import { restore } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.removed)

/** Faxes that were removed lately, each with the button that brings it back. */
export default async function RemovedFaxesPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.fax', (tx, { account }) =>
    removedFaxes(tx, account.id),
  )
  const { account, actor, language, data: faxes } = page
  const words = catalogue[language]
  return (
    <AccountFrame page={page} current="fax" query={await searchParams}>
      <PageHeader
        title={words.removed}
        description={words.removedText}
        back={{ href: `/accounts/${account.slug}/fax`, label: words.title }}
      />
      <Card flush={faxes.length > 0}>
        {faxes.length > 0 ? (
          <Form action={restore} label={words.restore}>
            <Once />
            <input type="hidden" name="account" value={account.id} />
            <RemovedTable faxes={faxes} zone={actor.timeZone} language={language} />
          </Form>
        ) : (
          <EmptyState icon="trash" title={words.removedNone} />
        )}
      </Card>
    </AccountFrame>
  )
}

interface RemovedTableProps {
  readonly faxes: readonly RemovedFax[]
  readonly zone: string
  readonly language: Language
}

function RemovedTable({ faxes, zone, language }: RemovedTableProps) {
  const words = catalogue[language]
  const { party, direction, at, act } = words.removedColumn
  return (
    <Table
      caption={words.removed}
      hideCaption
      columns={[
        { id: 'party', label: party, rowHeading: true },
        { id: 'direction', label: direction },
        { id: 'at', label: at },
        { id: 'act', label: act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={faxes.map(one => {
        const other = one.otherNumber || faxWords[language].withheld
        return {
          key: one.id,
          cells: {
            party: <TwoLines first={other} second={one.title} />,
            direction: faxWords[language].direction[one.direction],
            at: <When at={one.at} zone={zone} language={language} />,
            act: (
              <RowActions>
                <Button
                  type="submit"
                  size="small"
                  name="fax"
                  value={one.id}
                  aria-label={words.restoreNamed(other)}
                >
                  {words.restore}
                </Button>
              </RowActions>
            ),
          },
        }
      })}
    />
  )
}
