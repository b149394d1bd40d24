import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  firstRenewal,
  fitsCurrency,
  freeLicences,
  monthsAfter,
  nextRenewal,
  priceShown,
  startRefused,
  stateOn,
  totalOf,
} from './subscription.ts'

const today = '2026-11-30'

test.each([
  ['active', '2026-01-01', null, 'active'],
  ['active', '2026-11-30', null, 'active'],
  ['active', '2026-12-01', null, 'scheduled'],
  ['active', '2026-01-01', '2026-12-01', 'ending'],
  ['active', '2026-01-01', '2026-11-30', 'ended'],
  ['ended', '2026-01-01', null, 'ended'],
  ['refused', '2026-12-01', null, 'refused'],
] as const)('%s from %s until %s is %s today', (state, startsOn, endsOn, wanted) => {
  expect(stateOn({ state, startsOn, endsOn }, today)).toBe(wanted)
})

test.each([
  ['2026-11-29', 'past'],
  ['2026-11-30', null],
  ['2027-11-30', null],
  ['2027-12-01', 'too-far'],
])('an order from %s: %s', (starts, wanted) => {
  expect(startRefused(starts, today)).toBe(wanted)
})

describe('renewals', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months: %s', (day, months, wanted) => {
    expect(monthsAfter(day, months)).toBe(wanted)
  })
  test('the first stands behind the shortest term or the first period, whichever is longer', () => {
    expect(firstRenewal('2026-12-01', { period: 'month', termMonths: 0 })).toBe('2027-01-01')
    expect(firstRenewal('2026-12-01', { period: 'month', termMonths: 24 })).toBe('2028-12-01')
    expect(firstRenewal('2026-12-01', { period: 'year', termMonths: 6 })).toBe('2027-12-01')
  })
  test.each([
    ['2025-12-31', '2026-01-31', 'month', '2026-11-30', '2026-12-31'],
    ['2026-01-31', '2026-02-28', 'month', '2026-03-01', '2026-03-31'],
    ['2026-01-30', '2026-02-28', 'month', '2026-02-28', '2026-03-30'],
    ['2026-01-31', '2026-11-30', 'month', '2026-11-30', '2026-12-31'],
    ['2026-01-28', '2026-02-28', 'month', '2026-03-01', '2026-03-28'],
    ['2026-01-31', '2026-04-15', 'month', '2026-05-01', '2026-05-15'],
    ['2023-02-28', '2024-02-29', 'year', '2026-11-30', '2027-02-28'],
    ['2024-02-29', '2027-02-28', 'year', '2027-11-30', '2028-02-29'],
    ['2026-01-01', '2027-05-01', 'month', '2026-11-30', '2027-05-01'],
    ['2026-01-01', null, 'month', '2026-11-30', null],
  ] as const)(
    'from %s and renewed on %s, each %s: behind %s on %s',
    (startsOn, renewsOn, period, now, wanted) => {
      expect(nextRenewal({ startsOn, renewsOn, period }, now)).toBe(wanted)
    },
  )
  test('a day that is past is followed by the next, a whole number of periods behind the start: the end of a month stays one', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        day,
        fc.nat(40),
        day,
        fc.constantFrom('month', 'year'),
        (startsOn, periods, now, period) => {
          const step = period === 'month' ? 1 : 12
          const all = Array.from({ length: 900 }, (_, n) => monthsAfter(startsOn, (periods + n) * step))
          const renewsOn = monthsAfter(startsOn, periods * step)
          expect(nextRenewal({ startsOn, renewsOn, period }, now)).toBe(all.find(one => one > now))
        },
      ),
      { numRuns: 200 },
    )
  })
})

test('licences are given within what is confirmed and what is left', () => {
  expect(freeLicences({ quantity: 8, confirmed: 5, used: 4 })).toBe(1)
  expect(freeLicences({ quantity: 3, confirmed: 5, used: 3 })).toBe(0)
  expect(freeLicences({ quantity: 2, confirmed: 2, used: 3 })).toBe(0)
})

test('an account with subscriptions is billed in their currency', () => {
  expect(fitsCurrency('EUR', [])).toBe(true)
  expect(fitsCurrency('CAD', ['CAD'])).toBe(true)
  expect(fitsCurrency('EUR', ['CAD'])).toBe(false)
})

test('any part of a price makes it another one', () => {
  const price = {
    unitPrice: 1995,
    currency: 'CAD',
    period: 'month',
    termMonths: 12,
    priceVersion: '1',
  } as const
  const others = [
    { unitPrice: 1996 },
    { currency: 'USD' },
    { period: 'year' },
    { termMonths: 1 },
    { priceVersion: '2' },
  ]
  for (const one of others)
    expect(priceShown({ ...price, ...one } as typeof price)).not.toBe(priceShown(price))
  expect(totalOf(price, 3)).toEqual({ amount: 5985, currency: 'CAD' })
})
