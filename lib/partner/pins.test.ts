import { expect, test } from 'vitest'
import { mayPin, mostPins, pinMeant } from './pins.ts'

test('fifty are enough', () => {
  expect([0, mostPins - 1, mostPins, mostPins + 1].map(mayPin)).toEqual([true, true, 'too-many', 'too-many'])
})

test.each([
  [{ pin: 'maple' }, { slug: 'maple', pinned: true }],
  [{ unpin: 'maple' }, { slug: 'maple', pinned: false }],
  [{}, null],
  [{ pin: 'maple', unpin: 'maple' }, null],
])('%j means %j', (form, meant) => {
  expect(pinMeant(form)).toEqual(meant)
})
