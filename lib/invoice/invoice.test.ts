import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCurrency, moneyPlain, moneyText, readMoney } from '#lib/money.ts'
import { openAmount, stateOn } from './invoice.ts'

describe('money', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  test.each([
    [123450, 'CAD', 'en', 'CAD 1,234.50'],
    [123450, 'CAD', 'fr', '1 234,50 CAD'],
    [-500, 'EUR', 'en', '-EUR 5.00'],
    [1234, 'JPY', 'en', 'JPY 1,234'],
    [1234567, 'AUD', 'fr', '12 345,67 AUD'],
  ] as const)('%i of %s reads in %s', (amount, currency, language, text) => {
    expect(plain(moneyText({ amount, currency }, language))).toBe(text)
  })
  test('never breaks over two lines', () => {
    expect(moneyText({ amount: 123450, currency: 'CAD' }, 'en')).not.toContain(' ')
  })
  test('is read back as it is written', () => {
    const sum = fc.integer({ min: -(10 ** 12), max: 10 ** 12 })
    fc.assert(
      fc.property(sum, fc.constantFrom('CAD', 'JPY', 'BHD'), (amount, currency) => {
        expect(readMoney(moneyPlain({ amount, currency }), currency)).toBe(amount)
      }),
    )
  })
  test.each([
    ['12,50', 'CAD'],
    ['1.234', 'CAD'],
    ['1.5', 'JPY'],
    ['', 'CAD'],
    ['1e3', 'CAD'],
    ['=1', 'CAD'],
    ['12.50', 'XXQ'],
    ['99999999999999', 'CAD'],
  ])('%j of %s is none', (text, currency) => {
    expect(readMoney(text, currency)).toBeNull()
  })
  test('currencies are those of ISO 4217', () => {
    expect(['CAD', 'cad', 'XXQ', ''].map(isCurrency)).toEqual([true, false, false, false])
  })
})

test.each([
  ['open', '2026-11-30', 'open'],
  ['open', '2026-11-29', 'overdue'],
  ['paid', '2026-01-01', 'paid'],
  ['void', '2026-01-01', 'void'],
] as const)('%s and due on %s is %s on 30 November', (state, dueOn, wanted) => {
  expect(stateOn({ state, dueOn }, '2026-11-30')).toBe(wanted)
})

test('what is open is what is not paid, of what is neither paid nor void', () => {
  expect(openAmount({ state: 'open', total: 500, paid: 200 })).toBe(300)
  expect(openAmount({ state: 'void', total: 500, paid: 0 })).toBe(0)
})
