import { expect, test } from 'vitest'
import { needsConfirmation } from './recent.ts'

test.each([
  [0, false],
  [14 * 60_000 + 59_999, false],
  [15 * 60_000, true],
  [86_400_000, true],
])('%i ms after signing in, confirming is needed: %s', (age, needed) => {
  const now = new Date('2026-11-22T10:00:00Z')
  expect(needsConfirmation({ authenticatedAt: new Date(now.getTime() - age) }, now)).toBe(needed)
})
