import { expect, test } from 'vitest'
import { trialEnd, trialStateOn } from './trial.ts'

test.each([
  ['running', '2026-12-01', 'running'],
  ['running', '2026-11-30', 'ended'],
  ['converted', '2026-01-01', 'converted'],
  ['cancelled', '2027-01-01', 'cancelled'],
  ['refused', '2027-01-01', 'refused'],
] as const)('%s until %s is %s', (state, endsOn, wanted) => {
  expect(trialStateOn({ state, endsOn }, '2026-11-30')).toBe(wanted)
})

test('so many days from today', () => {
  expect(trialEnd('2026-11-30', 30)).toBe('2026-12-30')
})
