import { describe, expect, test } from 'vitest'
import { countryOf, dialled, worldNumber } from './dialling.ts'

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

describe('a number as the world writes it', () => {
  test.each([
    ['(604) 555-0123', 'CA', '+16045550123'],
    ['+61 2 5550 0142', 'CA', '+61255500142'],
    ['604 555 0123', null, null],
    ['+1 604 555 0123', null, '+16045550123'],
    ['204', 'CA', null],
    ['911', 'CA', null],
    ['+1 604 555 0123 ext 5', 'CA', null],
    ['', 'CA', null],
  ] as const)('%j from %j is %j', (number, from, world) => {
    expect(worldNumber(number, from)).toBe(world)
  })
})
