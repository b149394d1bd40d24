import { expect, test } from 'vitest'
import { isSameNumber, parsePhone } from './phone.ts'

test.each([
  ['+1 604 555 0123', '+1 604 555 0123'],
  ['  (604) 555-0123 ', '(604) 555-0123'],
  ['604.555.0123', '604 555 0123'],
  ['+61 2 5550 0142', '+61 2 5550 0142'],
  ['＋１６０４５５５０１２３', '+16045550123'],
  ['604\u2011555\u20110123', '604-555-0123'],
])('%j is a number', (typed, kept) => {
  expect(parsePhone(typed)).toBe(kept)
})

test.each([
  '',
  'call me',
  '12345',
  '+0 604 555 0123',
  '+1 604 555 0123 ext 4',
  '1'.repeat(16),
  '=1+1',
  `5555555${' '.repeat(200)}x`,
])('%j is none', typed => {
  expect(parsePhone(typed)).toBeNull()
})

test('a number is the same however it is spaced', () => {
  expect(isSameNumber('+1 604 555 0123', '1-604-555-0123')).toBe(true)
  expect(isSameNumber('+1 604 555 0123', '+1 604 555 0124')).toBe(false)
  expect(isSameNumber('', '')).toBe(false)
})
