import { type InvoiceFilter, invoicePosition } from '#lib/invoice/filter.ts'
import type { Invoice, InvoiceState } from '#lib/invoice/invoice.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { anywhere } from '../lists/like.ts'

/** An invoice as the list shows it. */
export interface SeenInvoice
  extends Pick<Invoice, 'number' | 'issuedOn' | 'dueOn' | 'currency' | 'total' | 'paid'> {
  readonly id: string
  readonly state: InvoiceState
}

/** An invoice as its own page, its file and its paper show it. */
export interface WholeInvoice extends SeenInvoice, Pick<Invoice, 'net' | 'tax' | 'lines'> {
  /** Whom it was sent to: lines of an address. */
  readonly billedTo: readonly string[]
}

export interface InvoiceQuestion {
  readonly accountId: string
  readonly filter: InvoiceFilter
  /** The day where the account is. */
  readonly today: string
}

type Value = string

/** The state on a day, of the alias i: overdue is read off the calendar. The twin of lib/invoice `stateOn`. */
export const stateAt = (today: string) =>
  `case when i.state = 'open' and i.due_on < ${today}::date then 'overdue' else i.state end`

const columns = (
  today: string,
) => `i.id, i.number, i.issued_on::text as "issuedOn", i.due_on::text as "dueOn", i.currency,
  i.total::float8 as total, i.paid::float8 as paid, ${stateAt(today)} as state`

/** The condition for what a filter leaves, of account $1 and day $2, its values behind those that are given. */
export function narrowedTo(filter: InvoiceFilter, values: Value[]): { condition: string; name: string } {
  const given = (value: Value) => `$${values.push(value)}`
  const parts: string[] = ['true']
  const name: string[] = []
  if (filter.state) {
    parts.push(`${stateAt('$2')} = ${given(filter.state)}`)
    name.push('state')
  }
  if (filter.year) {
    parts.push(
      `i.issued_on between ${given(`${filter.year}-01-01`)}::date and ${given(`${filter.year}-12-31`)}::date`,
    )
    name.push('year')
  }
  if (filter.search) {
    parts.push(`i.number ilike ${given(anywhere(filter.search))}`)
    name.push('found')
  }
  return { condition: parts.join(' and '), name: name.join('-') || 'all' }
}

/** One page of invoices, the newest first. A cursor only says where to go on. */
export async function invoicesOf(
  tx: Tx,
  { accountId, filter, today }: InvoiceQuestion,
  after: string | undefined,
  limit: number,
): Promise<{ readonly invoices: readonly SeenInvoice[]; readonly next: string | null }> {
  const values: Value[] = [accountId, today]
  const { condition, name } = narrowedTo(filter, values)
  const position = invoicePosition(after)
  const beyond = position
    ? `and (i.issued_on, i.id) < ($${values.push(position.day)}::date, $${values.push(position.id)}::uuid)`
    : ''
  const answer = await tx.$client.query<SeenInvoice>({
    name: `invoices-${name}-${position ? 'next' : 'first'}-${limit}`,
    text: `select ${columns('$2')} from invoice i where i.account_id = $1 and ${condition} ${beyond}
      order by i.issued_on desc, i.id desc ${atMost(limit + 1)}`,
    values,
  })
  const invoices = answer.rows.slice(0, limit)
  const last = answer.rows.length > limit ? invoices.at(-1) : undefined
  return { invoices, next: last ? `${last.issuedOn}_${last.id}` : null }
}

/** What is owed in one currency. */
export interface Owed {
  readonly currency: string
  /** As the provider's systems have it; null where they tell none. */
  readonly balance: number | null
  readonly asOf: Date | null
  readonly overdue: { readonly count: number; readonly amount: number; readonly since: string } | null
  readonly open: { readonly count: number; readonly amount: number; readonly by: string } | null
}

export interface BillingHead {
  readonly owed: readonly Owed[]
  /** How many there are of each state, and in all; 1,000 means "more than 999". */
  readonly counts: Readonly<Record<InvoiceState | 'all', number>>
  /** The years in which any was issued, the latest first. */
  readonly years: readonly string[]
}

interface HeadRow {
  readonly balances: readonly { currency: string; amount: number; asOf: string }[]
  readonly open: readonly {
    currency: string
    state: 'open' | 'overdue'
    count: number
    amount: number
    day: string
  }[]
  readonly counts: Readonly<Partial<Record<InvoiceState, number>>>
  readonly years: readonly string[]
}

/** What stands over the list: what is owed, and by what it can be narrowed. */
export async function billingHead(tx: Tx, accountId: string, today: string): Promise<BillingHead> {
  const answer = await tx.$client.query<HeadRow>({
    name: 'billing-head',
    text: `select
      (select coalesce(json_agg(json_build_object('currency', b.key, 'amount', b.amount, 'asOf', b.as_of) order by b.key), '[]')
        from balance b where b.account_id = $1) as balances,
      (select coalesce(json_agg(o), '[]') from (select i.currency, ${stateAt('$2')} as state, count(*)::int as count,
          sum(i.total - i.paid)::float8 as amount, min(i.due_on)::text as day
        from invoice i where i.account_id = $1 and i.state = 'open' group by 1, 2 order by 1) o) as open,
      (select coalesce(json_object_agg(s.state, s.n), '{}') from (select ${stateAt('$2')} as state, count(*)::int as n
        from invoice i where i.account_id = $1 group by 1) s) as counts,
      (select coalesce(json_agg(y.year order by y.year desc), '[]') from (select distinct extract(year from i.issued_on)::text as year
        from invoice i where i.account_id = $1) y) as years`,
    values: [accountId, today],
  })
  const row = answer.rows[0]
  if (!row) throw new Error('the bills were not read')
  const { overdue = 0, open = 0, paid = 0, void: gone = 0 } = row.counts
  const counts = { overdue, open, paid, void: gone, all: overdue + open + paid + gone }
  return { owed: owedIn(row), counts, years: row.years }
}

function owedIn({ balances, open }: HeadRow): readonly Owed[] {
  const currencies = [...new Set([...balances, ...open].map(one => one.currency))].sort()
  return currencies.map(currency => {
    const balance = balances.find(one => one.currency === currency)
    const of = (state: 'open' | 'overdue') =>
      open.find(one => one.currency === currency && one.state === state)
    const [late, due] = [of('overdue'), of('open')]
    return {
      currency,
      balance: balance?.amount ?? null,
      asOf: balance ? new Date(balance.asOf) : null,
      overdue: late ? { count: late.count, amount: late.amount, since: late.day } : null,
      open: due ? { count: due.count, amount: due.amount, by: due.day } : null,
    }
  })
}

/** One invoice of the account, or null. */
export async function invoiceOf(
  tx: Tx,
  { accountId, today }: Pick<InvoiceQuestion, 'accountId' | 'today'>,
  id: string,
): Promise<WholeInvoice | null> {
  const answer = await tx.$client.query<WholeInvoice>(
    `select ${columns('$2')}, i.net::float8 as net, i.tax::float8 as tax, i.lines,
        array_remove(array[nullif(coalesce(nullif(a.legal_name, ''), a.name), ''), nullif(a.address_line, ''),
          nullif(btrim(a.city || ' ' || a.postal_code), ''), nullif(a.country, '')], null) as "billedTo"
      from invoice i join account a on a.id = i.account_id where i.account_id = $1 and i.id = $3`,
    [accountId, today, id],
  )
  return answer.rows[0] ?? null
}
