import { expect, test } from 'vitest'
import { mustProve, needsConfirmation } from './proof.ts'

const now = new Date('2026-11-29T12:00:00Z')
const ago = (minutes: number) => ({ authenticatedAt: new Date(now.getTime() - minutes * 60_000) })
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

test.each([
  [16, null, true],
  [16, inDays(91), true],
  [16, inDays(90), false],
  [16, inDays(1), false],
  [14, null, false],
  [14, inDays(400), false],
])('proved %i minutes ago, access until %s: %s', (minutes, end, must) => {
  expect(mustProve(ago(minutes), end, now)).toBe(must)
})

test.each([
  [0, false],
  [14 * 60_000 + 59_999, false],
  [15 * 60_000, true],
  [86_400_000, true],
])('%i ms after signing in, confirming is needed: %s', (age, needed) => {
  const now = new Date('2026-11-22T10:00:00Z')
  expect(needsConfirmation({ authenticatedAt: new Date(now.getTime() - age) }, now)).toBe(needed)
})
