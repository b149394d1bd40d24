import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedAccount } from '#db/provider/accounts.ts'
import { productNames } from '#lib/account/words.ts'
import { cappedText, dateOnly } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { listWords } from './list-words.ts'

interface AccountTableProps {
  readonly accounts: readonly ListedAccount[]
  readonly language: Language
  readonly zone: string
}

/** One row per account of the provider. */
export function AccountTable({ accounts, language, zone }: AccountTableProps) {
  const words = listWords[language]
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'name', label: words.column.name, rowHeading: true },
        { id: 'parent', label: words.column.parent },
        { id: 'brand', label: words.column.brand },
        { id: 'products', label: words.column.products },
        { id: 'partners', label: words.column.partners },
        { id: 'people', label: words.column.people },
      ]}
      rows={accounts.map(one => ({
        key: one.id,
        faded: one.closedAt !== null,
        cells: {
          name: (
            <TwoLines
              first={<a href={`/provider/accounts/${one.slug}`}>{one.name}</a>}
              second={<AccountNote account={one} language={language} zone={zone} />}
            />
          ),
          parent: one.parentName ?? words.noParent,
          brand: one.brandName,
          products: one.products.length > 0 ? productNames(one.products, language) : '–',
          partners: cappedText(one.partners),
          people: cappedText(one.people),
        },
      }))}
    />
  )
}

/** The short name, and what has to be known first: that it is closed, or what is the matter with it. */
function AccountNote({
  account: { slug, closedAt, decided, unansweredSince },
  language,
  zone,
}: {
  account: ListedAccount
  language: Language
  zone: string
}) {
  const words = listWords[language]
  if (closedAt)
    return (
      <>
        {slug} · {words.closedOn} <When at={closedAt} zone={zone} language={language} day />
      </>
    )
  return (
    <>
      {slug}
      {!decided && (
        <>
          {' '}
          <Badge tone="warning">{words.undecided}</Badge>
        </>
      )}
      {unansweredSince && (
        <>
          {' '}
          <Badge tone="warning">{words.unanswered(dateOnly(unansweredSince, zone, language))}</Badge>
        </>
      )}
    </>
  )
}
