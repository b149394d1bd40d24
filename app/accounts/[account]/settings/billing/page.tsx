import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { LongTable } from '#components/ui/long-table.tsx'
import { Narrowing } from '#components/ui/narrowing.tsx'
import { NothingListed } from '#components/ui/nothing-listed.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { type Tile, Tiles } from '#components/ui/tiles.tsx'
import { type BillingHead, billingHead, invoicesOf, type SeenInvoice } from '#db/invoice/reads.ts'
import { dayIn } from '#lib/day-span.ts'
import { calendarDay, cappedText } from '#lib/format.ts'
import { type InvoiceFilter, invoiceQuery, isNarrowed, parseInvoiceFilter } from '#lib/invoice/filter.ts'
import { invoiceStates } from '#lib/invoice/invoice.ts'
import { invoiceWords } from '#lib/invoice/words.ts'
import type { Language } from '#lib/language.ts'
import { moneyText } from '#lib/money.ts'
import { stateBadge } from './invoice-state.ts'
import { OwedCards } from './owed-cards.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 25

/** What is owed, and the account’s invoices, the newest first. */
export default async function BillingPage({ params, searchParams }: Props) {
  const query = await searchParams
  const filter = parseInvoiceFilter(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await accountPage((await params).account, 'billing.read', async (tx, { account, now }) => {
    const today = dayIn(now, account.timeZone)
    const question = { accountId: account.id, filter, today }
    return {
      ...(await invoicesOf(tx, question, after, limit)),
      head: await billingHead(tx, account.id, today),
    }
  })
  const { account, actor, language, data } = page
  const { invoices, next, head } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/billing`
  const at = (more?: Readonly<Record<string, string>>) => `${list}${invoiceQuery(filter, more)}`
  const parts = { filter, list, language }
  return (
    <AccountFrame page={page} current="billing" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          head.counts.all > 0 && (
            <LinkButton
              href={`${list}/export${invoiceQuery(filter)}`}
              icon={<Icon name="download" />}
              download
            >
              {words.download}
            </LinkButton>
          )
        }
      />
      <OwedCards owed={head.owed} zone={actor.timeZone} language={language} />
      {head.counts.all > 0 && (
        <>
          <Tiles label={words.filters} items={tiles(head, parts)} />
          <Filters years={head.years} {...parts} />
        </>
      )}
      <Card flush={invoices.length > 0}>
        {invoices.length > 0 ? (
          <InvoiceTable invoices={invoices} {...parts} />
        ) : (
          <NothingListed narrowed={isNarrowed(filter)} list={list} words={words} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: at(), label: words.first } : null}
        next={next ? { href: at({ after: next }), label: words.next } : null}
      />
    </AccountFrame>
  )
}

interface Parts {
  readonly filter: InvoiceFilter
  readonly list: string
  readonly language: Language
}

function tiles({ counts }: BillingHead, { filter, list, language }: Parts): readonly Tile[] {
  const { state } = invoiceWords[language]
  const shown = invoiceStates.filter(one => counts[one] > 0 || filter.state === one)
  return [null, ...shown].map(one => ({
    href: `${list}${invoiceQuery({ ...filter, state: one })}`,
    label: one ? state[one] : catalogue[language].all,
    count: cappedText(counts[one ?? 'all'], 999),
    current: filter.state === one,
    tone: one === 'overdue' && counts.overdue > 0 ? 'danger' : undefined,
  }))
}

function Filters({ years, filter, list, language }: Parts & { readonly years: readonly string[] }) {
  const words = catalogue[language]
  return (
    <Narrowing
      words={words}
      list={list}
      search={filter.search}
      keep={{ state: filter.state ?? '', year: filter.year }}
      misread={filter.misread.map(part => words.misread[part])}
      open={filter.year !== '' || filter.misread.length > 0}
      narrowed={isNarrowed(filter)}
      hidden={filter.state && <input type="hidden" name="state" value={filter.state} />}
      hint={words.yearHint}
    >
      <SelectField
        name="year"
        label={words.year}
        emptyLabel={words.anyYear}
        defaultValue={filter.year}
        options={years.map(year => ({ value: year, label: year }))}
      />
    </Narrowing>
  )
}

function InvoiceTable({ invoices, list, language }: Parts & { readonly invoices: readonly SeenInvoice[] }) {
  const words = invoiceWords[language]
  const page = catalogue[language]
  return (
    <LongTable
      caption={page.list}
      columns={[
        { id: 'number', label: words.number, rowHeading: true },
        { id: 'issued', label: words.issued },
        { id: 'due', label: words.due },
        { id: 'amount', label: page.amount, align: 'end' },
        { id: 'state', label: words.stateName },
      ]}
      rows={invoices.map(one => ({
        faded: one.state === 'void',
        cells: {
          number: { href: `${list}/${one.id}`, text: one.number },
          issued: calendarDay(one.issuedOn, language),
          due: calendarDay(one.dueOn, language),
          amount: moneyText({ amount: one.total, currency: one.currency }, language),
          state: stateBadge(one.state, language),
        },
      }))}
    />
  )
}
