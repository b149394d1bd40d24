import { describe, expect, test } from 'vitest'
import { outgoingFields, type PulledKind, readItem } from './items.ts'

const offer = {
  key: 'o-1',
  name: 'Cloud PBX seat',
  product: 'cloud-pbx',
  unit_price: 1995,
  currency: 'CAD',
  period: 'month',
}
const { key: _, ...sold } = offer
const subscription = { ...sold, key: 's-1', quantity: 3, starts_on: '2026-11-01', state: 'active' }
const trial = {
  key: 't-1',
  name: 'Softphone app',
  product: 'cloud-pbx',
  started_on: '2026-11-01',
  ends_on: '2026-11-15',
  state: 'running',
}

describe('what comes as it should', () => {
  test('an offer and a subscription, the least of each', () => {
    expect(readItem('offers', offer)).toMatchObject({
      key: 'o-1',
      values: { unitPrice: 1995, termMonths: 0, priceVersion: '', trialDays: 0 },
    })
    expect(readItem('subscriptions', subscription)).toMatchObject({
      key: 's-1',
      values: { offer: '', quantity: 3, startsOn: '2026-11-01', renewsOn: null, endsOn: null },
    })
  })
  test('a licence by the one form of an address, or free', () => {
    const of = { key: 'l-1', subscription: 's-1' }
    expect(readItem('licences', { ...of, email: ' Lena@Maple.Example ' })).toMatchObject({
      values: { subscription: 's-1', email: 'lena@maple.example' },
    })
    expect(readItem('licences', of)).toMatchObject({ values: { email: '' } })
  })
  test('what goes out comes in again', () => {
    const read = readItem('subscriptions', subscription)
    const out = read.ok ? outgoingFields(read.values) : {}
    expect(readItem('subscriptions', { key: 's-1', ...out })).toEqual(read)
    const tried = readItem('trials', trial)
    expect(readItem('trials', { key: 't-1', ...outgoingFields(tried.ok ? tried.values : {}) })).toEqual(tried)
  })
})

const whole = 'not-whole:0–10000'
const bad: readonly [what: string, kind: PulledKind, given: unknown, field: string, code: string][] = [
  ['a price as text', 'offers', { ...offer, unit_price: '19.95' }, 'unit_price', 'not-an-amount'],
  ['a price below nought', 'offers', { ...offer, unit_price: -1 }, 'unit_price', 'below-nought'],
  ['an unknown currency', 'offers', { ...offer, currency: 'XXQ' }, 'currency', 'unknown-currency'],
  ['another period', 'offers', { ...offer, period: 'week' }, 'period', 'not-one-of:month, year'],
  ['a field nobody knows', 'offers', { ...offer, discount: 5 }, 'discount', 'unknown-field'],
  ['half a licence', 'subscriptions', { ...subscription, quantity: 2.5 }, 'quantity', whole],
  ['fewer than none', 'subscriptions', { ...subscription, quantity: -1 }, 'quantity', whole],
  ['far too many', 'subscriptions', { ...subscription, quantity: 1e9 }, 'quantity', whole],
  [
    'the portal’s own state',
    'subscriptions',
    { ...subscription, state: 'refused' },
    'state',
    'not-one-of:active, ended',
  ],
  [
    'an end before it starts',
    'subscriptions',
    { ...subscription, ends_on: '2026-10-31' },
    'ends_on',
    'ends-before-start',
  ],
  ['no address', 'licences', { key: 'l', subscription: 's', email: 'Lena' }, 'email', 'not-an-address'],
  ['a licence of nothing', 'licences', { key: 'l', email: '' }, 'subscription', 'missing'],
  ['a trial that ends first', 'trials', { ...trial, ends_on: '2026-10-31' }, 'ends_on', 'ends-before-start'],
]

test.each(bad)('%s is refused with its place', (_, kind, given, field, code) => {
  expect(readItem(kind, given)).toMatchObject({ ok: false, fault: { field, code } })
})
