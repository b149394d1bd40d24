import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import { type InvoiceFilter, invoicePosition } from '#lib/invoice/filter.ts'
import { invoiceWords } from '#lib/invoice/words.ts'
import type { Language } from '#lib/language.ts'
import { sightOf } from '../authority.ts'
import type { Tx } from '../client.ts'
import { copyOut } from '../copy-out.ts'
import { harmless } from '../csv/cell.ts'
import { csvInBatches, headingOf } from '../csv/file.ts'
import { Lines } from '../csv/lines.ts'
import { oddCurrencies, plainSum } from '../csv/sum.ts'
import { type InlineValue, inlined } from '../sql-text.ts'
import { narrowedTo, stateAt } from './reads.ts'

interface Export {
  readonly actor: Actor
  readonly accountId: string
  /** The day where the account is. */
  readonly today: string
  readonly language: Language
  readonly ended: string
  readonly pool?: pg.Pool
}

/** The invoices that a filter leaves as a file, the newest first: one row each. */
export function invoicesCsv(
  asked: Export & { readonly filter: InvoiceFilter; readonly size?: number },
): AsyncGenerator<Uint8Array, void, void> {
  const { actor, accountId, today, language, ended, filter, size = 5_000, pool } = asked
  const words = invoiceWords[language]
  const names = [
    'number',
    'issued',
    'due',
    'stateName',
    'currency',
    'net',
    'tax',
    'total',
    'paid',
    'open',
  ] as const
  const heading = headingOf(names.map(name => words[name]))
  return csvInBatches({
    actor,
    zone: 'UTC',
    ended,
    pool,
    batch: async (tx, behind) => {
      if (!(await mayRead(tx, actor, accountId))) return null
      const narrowing: string[] = [accountId, today]
      const { condition } = narrowedTo(filter, narrowing)
      const values: InlineValue[] = [...narrowing]
      const odd = `$${values.push(oddCurrencies)}`
      const states = `$${values.push(words.state)}`
      const position = invoicePosition(behind ?? undefined)
      const beyond = position
        ? `and (i.issued_on, i.id) < ($${values.push(position.day)}::date, $${values.push(position.id)}::uuid)`
        : ''
      const open = `case when i.state = 'open' then i.total - i.paid else 0 end`
      const sums = ['i.net', 'i.tax', 'i.total', 'i.paid', open].map(sum => plainSum(sum, 'i.currency', odd))
      const cells = [
        harmless('i.number'),
        'i.issued_on',
        'i.due_on',
        `${states}->>(${stateAt('$2')})`,
        'i.currency',
        ...sums,
      ]
      const text = `copy (select i.issued_on::text || '_' || i.id, ${cells.join(', ')} from (select i.* from invoice i
          where i.account_id = $1 and ${condition} ${beyond} order by i.issued_on desc, i.id desc limit ${size}) i) to stdout (format csv)`
      const file = new Lines()
      await copyOut(tx, inlined(text, values), line => file.add(line))
      return { heading, lines: file.bytes(), last: file.count === size ? file.last : null }
    },
  })
}

/** One invoice as a file: a row for each of its lines, then tax and total. */
export function invoiceCsv(
  asked: Export & { readonly invoiceId: string },
): AsyncGenerator<Uint8Array, void, void> {
  const { actor, accountId, language, ended, invoiceId, pool } = asked
  const words = invoiceWords[language]
  const { line } = words
  const heading = headingOf([
    words.number,
    line.text,
    line.quantity,
    line.unitPrice,
    line.amount,
    words.currency,
  ])
  return csvInBatches({
    actor,
    zone: 'UTC',
    ended,
    pool,
    batch: async tx => {
      if (!(await mayRead(tx, actor, accountId))) return null
      const values: InlineValue[] = [accountId, invoiceId, words.net, words.tax, words.total, oddCurrencies]
      const sum = (amount: string) => plainSum(amount, 'i.currency', '$6')
      const own = `from invoice i where i.account_id = $1 and i.id = $2::uuid`
      const end = (n: number, name: string, column: string) =>
        `select ${n} as n, i.number, ${name}::text as text, null as quantity, null as price, ${sum(`i.${column}`)} as amount, i.currency ${own}`
      const text = `copy (select r.n, ${harmless('r.number')}, ${harmless('r.text')}, r.quantity, r.price, r.amount, r.currency from (
          select l.n::int, i.number, l.x->>'text' as text, l.x->>'quantity' as quantity, ${sum(`(l.x->>'unitPrice')::bigint`)} as price,
            ${sum(`(l.x->>'amount')::bigint`)} as amount, i.currency
          from invoice i, jsonb_array_elements(i.lines) with ordinality as l(x, n) where i.account_id = $1 and i.id = $2::uuid
          union all ${end(10_001, '$3', 'net')} union all ${end(10_002, '$4', 'tax')} union all ${end(10_003, '$5', 'total')}
        ) r order by r.n) to stdout (format csv)`
      const file = new Lines()
      await copyOut(tx, inlined(text, values), one => file.add(one))
      return { heading, lines: file.bytes(), last: null }
    },
  })
}

async function mayRead(tx: Tx, actor: Actor, accountId: string): Promise<boolean> {
  const sight = await sightOf(tx, actor, { id: accountId })
  return sight !== null && may(sight.authority, 'billing.read')
}
