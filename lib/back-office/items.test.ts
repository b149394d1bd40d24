import { describe, expect, test } from 'vitest'
import { type PulledKind, readItem } from './items.ts'

const service = {
  key: 'n-1',
  kind: 'number',
  product: 'cloud-pbx',
  identifier: '+1 514 555 0177',
  label: 'Dispatch',
  forward_to: '+1 514 555 0199',
  enabled: true,
}
const line = { text: 'Cloud PBX', quantity: 2, unit_price: 1995, amount: 3990 }
const invoice = {
  key: 'i-1',
  number: 'NW-1',
  issued_on: '2026-11-01',
  due_on: '2026-11-22',
  currency: 'CAD',
  lines: [line],
  net: 3990,
  tax: 200,
  total: 4190,
  paid: 0,
  state: 'open',
}
const balance = { currency: 'EUR', amount: -500, as_of: '2026-11-29T23:00:00+01:00' }

describe('what comes as it should', () => {
  test('a service, and the least of one', () => {
    expect(readItem('services', service)).toEqual({
      ok: true,
      key: 'n-1',
      values: {
        kind: 'number',
        product: 'cloud-pbx',
        identifier: '+1 514 555 0177',
        label: 'Dispatch',
        forwardTo: '+1 514 555 0199',
        enabled: true,
      },
    })
    const { label: _l, forward_to: _f, enabled: _e, ...least } = service
    expect(readItem('services', least)).toMatchObject({ values: { label: '', forwardTo: '', enabled: true } })
  })
  test('an invoice, and a credit', () => {
    expect(readItem('invoices', invoice)).toMatchObject({
      ok: true,
      values: { issuedOn: '2026-11-01', lines: [{ unitPrice: 1995 }] },
    })
    const back = { ...line, unit_price: -1995, amount: -3990 }
    const credit = { ...invoice, lines: [back], net: -3990, tax: -200, total: -4190 }
    expect(readItem('invoices', credit)).toMatchObject({ ok: true })
  })
  test('a balance, known by its currency', () => {
    expect(readItem('balances', balance)).toEqual({
      ok: true,
      key: 'EUR',
      values: { amount: -500, asOf: '2026-11-29T22:00:00.000Z' },
    })
  })
})

const bad: readonly [what: string, kind: PulledKind, given: unknown, field: string, code: string][] = [
  ['nothing', 'services', null, '', 'not-a-thing'],
  ['a list', 'services', [], '', 'not-a-thing'],
  ['no key', 'services', { ...service, key: undefined }, 'key', 'missing'],
  ['an empty key', 'services', { ...service, key: ' ' }, 'key', 'missing'],
  ['a field that nobody knows', 'services', { ...service, owner: 'x' }, 'owner', 'unknown-field'],
  ['another kind', 'services', { ...service, kind: 'fax' }, 'kind', 'not-one-of:number, trunk, device'],
  [
    'a number that forwards to itself',
    'services',
    { ...service, forward_to: '15145550177' },
    'forward_to',
    'forwards-to-itself',
  ],
  ['a device that forwards', 'services', { ...service, kind: 'device' }, 'forward_to', 'has-no-forwarding'],
  ['no telephone number', 'services', { ...service, forward_to: 'home' }, 'forward_to', 'not-a-phone'],
  ['an unseen character', 'services', { ...service, label: 'a\u202eb' }, 'label', 'unseen'],
  ['an unknown currency', 'invoices', { ...invoice, currency: 'XXQ' }, 'currency', 'unknown-currency'],
  ['an amount as text', 'invoices', { ...invoice, total: '41.90' }, 'total', 'not-an-amount'],
  ['an amount with a fraction', 'invoices', { ...invoice, total: 41.9 }, 'total', 'not-an-amount'],
  ['an amount beyond all bills', 'invoices', { ...invoice, total: 2e12 }, 'total', 'not-an-amount'],
  ['a day that is none', 'invoices', { ...invoice, due_on: '2026-02-30' }, 'due_on', 'not-a-day'],
  [
    'due before it was issued',
    'invoices',
    { ...invoice, due_on: '2026-10-01' },
    'due_on',
    'due-before-issued',
  ],
  ['no lines', 'invoices', { ...invoice, lines: [] }, 'lines', 'no-lines'],
  ['lines that do not add up', 'invoices', { ...invoice, net: 3991, total: 4191 }, 'net', 'net-differs'],
  ['a total that does not', 'invoices', { ...invoice, total: 4191 }, 'total', 'total-differs'],
  ['more paid than billed', 'invoices', { ...invoice, paid: 4191 }, 'paid', 'paid-too-much'],
  ['paid, and something open', 'invoices', { ...invoice, state: 'paid' }, 'paid', 'paid-but-open'],
  [
    'a line’s amount as text',
    'invoices',
    { ...invoice, lines: [{ ...line, amount: '1' }] },
    'lines.0.amount',
    'not-an-amount',
  ],
  [
    'a moment without a zone',
    'balances',
    { ...balance, as_of: '2026-11-29T23:00:00' },
    'as_of',
    'not-a-moment',
  ],
]

test.each(bad)('%s is refused with its place', (_, kind, given, field, code) => {
  expect(readItem(kind, given)).toMatchObject({ ok: false, fault: { field, code } })
})

test('of a refused thing the key is known where it could be read', () => {
  expect(readItem('invoices', { ...invoice, total: 'x' })).toMatchObject({ key: 'i-1' })
  expect(readItem('invoices', { total: 'x' })).toMatchObject({ key: null })
})
