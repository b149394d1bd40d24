import { AccountFrame } from '#app/_server/frames.tsx'
import { titled } from '#app/_server/titled.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { LongTable } from '#components/ui/long-table.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { WholeInvoice } from '#db/invoice/reads.ts'
import { daysBetween } from '#lib/day-span.ts'
import { calendarDay, wholeNumber } from '#lib/format.ts'
import { openAmount } from '#lib/invoice/invoice.ts'
import { invoiceWords } from '#lib/invoice/words.ts'
import { type Language, localeOf } from '#lib/language.ts'
import { moneyText } from '#lib/money.ts'
import { stateBadge } from '../invoice-state.ts'
import { words as catalogue } from '../words.ts'
import { invoicePage } from './invoice-page.ts'

interface Props {
  readonly params: Promise<{ account: string; invoice: string }>
}

export const generateMetadata = titled(invoiceWords, words => words.invoice)

/** One invoice with its lines, tax and total, to be read, printed and taken along. */
export default async function Page({ params }: Props) {
  const { account: slug, invoice: id } = await params
  const { page, invoice, today } = await invoicePage(slug, id)
  const { account, language } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/billing`
  const { tone, icon, text } = stateBadge(invoice.state, language)
  return (
    <AccountFrame page={page} current="billing">
      <PageHeader
        title={`${invoiceWords[language][invoice.total < 0 ? 'credit' : 'invoice']} ${invoice.number}`}
        back={{ href: list, label: words.title }}
        badge={
          <Badge tone={tone} icon={icon}>
            {text}
          </Badge>
        }
        actions={
          <>
            <LinkButton href={`${list}/${id}/pdf`} icon={<Icon name="download" />} download>
              {words.downloadPdf}
            </LinkButton>
            <LinkButton href={`${list}/${id}/csv`} icon={<Icon name="download" />} download>
              {words.download}
            </LinkButton>
          </>
        }
      />
      <Card footer={invoice.state === 'void' && invoiceWords[language].voidNote}>
        <Facts items={factsOf(invoice, today, language)} />
      </Card>
      <Card title={words.lines} flush>
        <LineTable invoice={invoice} language={language} />
      </Card>
      <Card>
        <Facts items={sumsOf(invoice, language)} />
      </Card>
    </AccountFrame>
  )
}

function factsOf(invoice: WholeInvoice, today: string, language: Language): readonly Fact[] {
  const words = invoiceWords[language]
  const late = daysBetween(invoice.dueOn, today)
  const due = calendarDay(invoice.dueOn, language)
  return [
    { term: words.issued, value: calendarDay(invoice.issuedOn, language) },
    {
      term: words.due,
      value:
        invoice.state === 'overdue' ? (
          <>
            {due}
            <span className="second-line">
              {catalogue[language].daysLate(wholeNumber(late, language), late)}
            </span>
          </>
        ) : (
          due
        ),
    },
    { term: words.billedTo, value: invoice.billedTo.join(', ') },
    { term: words.currency, value: invoice.currency },
  ]
}

function LineTable({ invoice, language }: { readonly invoice: WholeInvoice; readonly language: Language }) {
  const { line } = invoiceWords[language]
  const { currency } = invoice
  const money = (amount: number) => moneyText({ amount, currency }, language)
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3 })
  return (
    <LongTable
      caption={catalogue[language].lines}
      columns={[
        { id: 'text', label: line.text, rowHeading: true },
        { id: 'quantity', label: line.quantity, align: 'end' },
        { id: 'unitPrice', label: line.unitPrice, align: 'end' },
        { id: 'amount', label: line.amount, align: 'end' },
      ]}
      rows={invoice.lines.map(one => ({
        cells: {
          text: one.text,
          quantity: number.format(one.quantity),
          unitPrice: money(one.unitPrice),
          amount: money(one.amount),
        },
      }))}
    />
  )
}

function sumsOf(invoice: WholeInvoice, language: Language): readonly Fact[] {
  const words = invoiceWords[language]
  const { currency, net, tax, total, paid } = invoice
  const money = (amount: number) => moneyText({ amount, currency }, language)
  return [
    { term: words.net, value: money(net) },
    { term: words.tax, value: money(tax) },
    { term: words.total, value: <strong>{money(total)}</strong> },
    ...(paid === 0 ? [] : [{ term: words.paid, value: money(paid) }]),
    { term: words.open, value: <strong>{money(openAmount(invoice))}</strong> },
  ]
}
