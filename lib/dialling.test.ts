import { describe, expect, test } from 'vitest'
import { countryOf, dialled, ownNumber, worldNumber, writtenDigits } from './dialling.ts'

describe('where an account dials from', () => {
  test.each([
    ['Canada', [], 'CA'],
    ['  canada ', [], 'CA'],
    ['Allemagne', [], 'DE'],
    ['États-Unis', [], 'US'],
    ['AU', [], 'AU'],
    ['', ['trunk-01', '+61 2 5550 0142'], 'AU'],
    ['Narnia', ['+33 1 23 45 67 89'], 'FR'],
    ['', [], null],
    ['Narnia', ['555 0142'], null],
  ] as const)('%j with %j is %j', (named, numbers, country) => {
    expect(countryOf(named, numbers)).toBe(country)
  })
})

describe('what the world dials', () => {
  test.each([
    ['+1 604 555 0123', 'CA', '16045550123'],
    ['(604) 555-0123', 'CA', '16045550123'],
    ['1-604-555-0123', 'CA', '16045550123'],
    ['011 61 2 5550 0142', 'CA', '61255500142'],
    ['01 23 45 67 89', 'FR', '33123456789'],
    ['+33 1 23 45 67 89', 'CA', '33123456789'],
    ['204', 'CA', '204'],
    ['911', 'CA', '911'],
    ['604 555 0123', null, '6045550123'],
    ['+1 604 555 0123', null, '16045550123'],
    ['', 'CA', ''],
  ] as const)('%j from %j is %j', (number, from, digits) => {
    expect(dialled(number, from)).toBe(digits)
  })
})

test.each([
  ['604 555 0123', 'CA', '16045550123'],
  ['+1 (604) 555-0123', null, '16045550123'],
  ['604 555 0123', null, '6045550123'],
  ['204', 'CA', '204'],
] as const)('the own number %j from %j goes by %j', (written, from, key) => {
  expect(ownNumber(written, from).key).toBe(key)
})

test('a number may be written with its country, or as at home', () => {
  expect(writtenDigits('+1 604 555 0123')).toEqual(['16045550123', '6045550123'])
  expect(writtenDigits('+33 1 23 45 67 89')).toEqual(['33123456789', '123456789', '0123456789'])
  expect(writtenDigits('204')).toEqual(['204'])
})

test.each<[string, string | null]>([
  ['+1 604 555 0199', '16045550199'],
  ['(604) 555-0199', '16045550199'],
  ['1 604 555 0199', '16045550199'],
  ['+49 30 901820', '4930901820'],
  ['００１', null],
  ['204', null],
  ['911', null],
  ['+1 604 555 01', null],
  ['+999 123 456 789', null],
  ['1-800-FLOWERS', null],
  ['604 555 0199 ext. 3', null],
  ['hello', null],
  ['', null],
  ['+', null],
])('%s typed in Canada reaches %s', (typed, key) => {
  expect(worldNumber(typed, 'CA')?.key ?? null).toBe(key)
})
