import { afterAll, describe, expect, test } from 'vitest'
import { readItem } from '#lib/back-office/items.ts'
import { parseInvoiceFilter } from '#lib/invoice/filter.ts'
import { stateOn } from '#lib/invoice/invoice.ts'
import { takePage } from '../back-office/place.ts'
import { bill } from '../back-office/testing.ts'
import { writing } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { beginSession } from '../sign-in/session.ts'
import { invoiceCsv, invoicesCsv } from './export.ts'
import { billingHead, invoiceOf, invoicesOf } from './reads.ts'

const world = await newWorld()
afterAll(() => world.close())
const [maple, harbour] = [world.account('maple-logistics'), world.account('harbour-dental')]
const reader = 'billing@maple.example'
const today = '2026-11-30'
const north = world.provider('northwind')

await world.rows('delete from invoice')
await world.rows('delete from balance')
const asApp = <T>(work: Parameters<typeof writing<T>>[1]) =>
  writing<T>({ role: 'app', providerId: north }, work, world.pool)
const line = (amount: number, text = 'Cloud PBX') => ({ text, quantity: 1, unit_price: amount, amount })
await asApp(tx =>
  takePage(
    tx,
    { providerId: north, accountId: maple },
    {
      kind: 'invoices',
      seen: new Set(),
      askedAt: new Date(0),
      items: [
        bill('late', { due_on: '2026-11-29' }),
        bill('today', { due_on: today, paid: 50 }),
        bill('paid', { issued_on: '2025-10-01', due_on: '2025-10-22', state: 'paid', paid: 1050 }),
        bill('void', { issued_on: '2025-09-01', due_on: '2025-09-22', state: 'void' }),
        bill('=yen', {
          currency: 'JPY',
          lines: [line(1000, '=cmd|calc'), line(-200, 'Discount, "spring"')],
          net: 800,
          tax: 0,
          total: 800,
        }),
      ].map(item => readItem('invoices', item)),
    },
  ),
)
await asApp(tx =>
  takePage(
    tx,
    { providerId: north, accountId: maple },
    {
      kind: 'balances',
      seen: new Set(),
      askedAt: new Date(0),
      items: [readItem('balances', { currency: 'CAD', amount: -300, as_of: '2026-11-29T00:00:00Z' })],
    },
  ),
)

const listed = (query: Record<string, string> = {}, account = maple) =>
  asApp(async tx => {
    const question = { accountId: account, filter: parseInvoiceFilter(query), today }
    return (await invoicesOf(tx, question, undefined, 50)).invoices
  })
const numbers = async (query: Record<string, string>) => (await listed(query)).map(one => one.number).sort()

describe('the list', () => {
  test('tells what is overdue by the calendar, as the rule does', async () => {
    const all = await listed()
    expect(all).toHaveLength(5)
    const stored = await world.rows<{ number: string; state: 'open'; due: string }>(
      'select number, state, due_on::text as due from invoice',
    )
    for (const { number, state, due } of stored)
      expect(all.find(one => one.number === number)?.state).toBe(stateOn({ state, dueOn: due }, today))
  })

  test.each<[Record<string, string>, string[]]>([
    [{ state: 'overdue' }, ['=yen', 'late']],
    [{ state: 'open' }, ['today']],
    [{ state: 'void' }, ['void']],
    [{ year: '2025' }, ['paid', 'void']],
    [{ year: '2025', state: 'paid' }, ['paid']],
    [{ q: 'LA' }, ['late']],
    [{ q: '%' }, []],
    [{ state: 'nonsense', year: '12' }, ['=yen', 'late', 'paid', 'today', 'void']],
  ])('narrowed by %j', async (query, wanted) => {
    expect(await numbers(query)).toEqual(wanted.toSorted())
  })

  test('goes on where a page ended, also within a day, and a cursor leads to no other account', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const { invoices, next } = await asApp(tx =>
        invoicesOf(tx, { accountId: maple, filter: parseInvoiceFilter({}), today }, after, 2),
      )
      seen.push(...invoices.map(one => one.number))
      after = next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
    expect(await listed({}, harbour)).toEqual([])
  })

  test('has over it what is owed, by currency', async () => {
    const head = await asApp(tx => billingHead(tx, maple, today))
    expect(head).toMatchObject({
      counts: { overdue: 2, open: 1, paid: 1, void: 1, all: 5 },
      years: ['2026', '2025'],
      owed: [
        {
          currency: 'CAD',
          balance: -300,
          overdue: { count: 1, amount: 1050, since: '2026-11-29' },
          open: { count: 1, amount: 1000, by: today },
        },
        { currency: 'JPY', balance: null, overdue: { count: 1, amount: 800 }, open: null },
      ],
    })
  })

  test('an invoice is read under its own account alone', async () => {
    const [one] = await listed({ q: 'late' })
    const read = (accountId: string) => asApp(tx => invoiceOf(tx, { accountId, today }, one?.id ?? ''))
    expect(await read(maple)).toMatchObject({
      number: 'late',
      net: 1000,
      billedTo: expect.arrayContaining(['Canada']),
    })
    expect(await read(harbour)).toBeNull()
  })
})

describe('a file', () => {
  const person = world.actor(reader)
  const files = async () => {
    const [brand] = await world.rows<{ id: string }>(
      `select id from branding_domain where host = 'northwind.localhost'`,
    )
    const place = { providerId: north, brandingDomainId: brand?.id ?? '' }
    await asApp(tx => beginSession(tx, place, person.personId, { address: '', userAgent: '' }))
    const [session] = await world.rows<{ id: string }>('select id from session where person_id = $1', [
      person.personId,
    ])
    return { ...person, sessionId: session?.id ?? '' }
  }
  const textOf = async (batches: AsyncGenerator<Uint8Array, void, void>) => {
    const parts: Buffer[] = []
    for await (const part of batches) parts.push(Buffer.from(part))
    return Buffer.concat(parts).toString().replace('\uFEFF', '').trim().split('\r\n')
  }
  const shared = { accountId: maple, today, ended: 'over', pool: world.pool }

  test('of what is filtered holds sums with a point, and nothing that a spreadsheet executes', async () => {
    const actor = await files()
    const filter = parseInvoiceFilter({ state: 'overdue' })
    const lines = await textOf(invoicesCsv({ ...shared, actor, filter, language: 'en', size: 1 }))
    expect(lines.slice(1).sort()).toEqual([
      `'=yen,2026-11-01,2026-11-22,Overdue,JPY,800,0,800,0,800`,
      'late,2026-11-01,2026-11-29,Overdue,CAD,10.00,0.50,10.50,0.00,10.50',
    ])
    const french = await textOf(invoicesCsv({ ...shared, actor, filter, language: 'fr' }))
    expect(french.join()).toContain('En retard')
  })

  test('of one invoice holds its lines, tax and total', async () => {
    const actor = await files()
    const [one] = await listed({ q: 'yen' })
    const lines = await textOf(invoiceCsv({ ...shared, actor, invoiceId: one?.id ?? '', language: 'en' }))
    expect(lines.slice(1)).toEqual([
      `'=yen,'=cmd|calc,1,1000,1000,JPY`,
      `'=yen,"Discount, ""spring""",1,-200,-200,JPY`,
      `'=yen,Net,,,800,JPY`,
      `'=yen,Tax,,,0,JPY`,
      `'=yen,Total,,,800,JPY`,
    ])
  })

  test('is nobody’s who may not read bills', async () => {
    const actor = { ...(await files()), ...world.actor('owner@maple.example') }
    const lines = await textOf(
      invoicesCsv({ ...shared, actor, filter: parseInvoiceFilter({}), language: 'en' }),
    )
    expect(lines).toEqual(['"over"'])
  })
})
