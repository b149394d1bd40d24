import { expect, test } from 'vitest'
import { isNight } from './run.ts'

test.each([
  ['2026-11-30T06:00:00Z', 'America/Toronto', true],
  ['2026-11-30T05:59:00Z', 'America/Toronto', false],
  ['2026-11-30T10:00:00Z', 'America/Toronto', false],
  ['2026-11-30T16:00:00Z', 'Australia/Sydney', true],
  ['2026-11-30T02:00:00Z', 'Nowhere/Atall', true],
])('%s in %s is night: %s', (at, zone, wanted) => {
  expect(isNight(new Date(at), zone)).toBe(wanted)
})
