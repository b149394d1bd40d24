import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  backOff,
  type Delivery,
  deliveryIn,
  giveUp,
  longestTrying,
  mostAttempts,
  outranks,
} from './delivery.ts'
import { deliveryStates } from './kinds.ts'

const anyRandom = fc.double({ min: 0, max: 0.999_999, noNaN: true })

describe('backOff', () => {
  test.each([
    [1, 15, 30],
    [2, 30, 60],
    [5, 240, 480],
    [11, 14_400, 28_800],
    [500, 14_400, 28_800],
  ])('after attempt %i waits between %i and %i seconds', (attempt, least, most) => {
    expect(backOff(attempt, 0)).toBe(least * 1000)
    expect(backOff(attempt, 1)).toBe(most * 1000)
  })

  test('all attempts together fit into the time that the idempotency key lives', () => {
    fc.assert(
      fc.property(
        fc.array(anyRandom, { minLength: mostAttempts - 1, maxLength: mostAttempts - 1 }),
        randoms => {
          const whole = randoms.reduce((sum, random, i) => sum + backOff(i + 1, random), 0)
          expect(whole).toBeLessThan(longestTrying)
          expect(whole).toBeGreaterThan(6 * 3_600_000)
        },
      ),
    )
  })
})

test('giving up: after so many attempts, or when the key may be forgotten', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  const ago = (ms: number) => new Date(now.getTime() - ms)
  expect(giveUp(1, null, now)).toBeNull()
  expect(giveUp(mostAttempts - 1, ago(longestTrying - 1), now)).toBeNull()
  expect(giveUp(1, ago(longestTrying), now)).toBe('too-long')
  expect(giveUp(mostAttempts, ago(0), now)).toBe('too-many-attempts')
})

describe('delivery reports', () => {
  test('what says nothing about delivery is nothing', () => {
    for (const report of ['email.sent', 'email.opened', 'email.clicked', 'contact.created', '__proto__', ''])
      expect(deliveryIn(report)).toBeNull()
    expect(deliveryIn('email.suppressed')).toBe('bounced')
  })

  test('in whatever order they arrive, and however often, the end is the same', () => {
    const settle = (arrived: readonly Delivery[]) =>
      arrived.reduce<Delivery | null>((known, one) => (outranks(one, known) ? one : known), null)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...deliveryStates), { maxLength: 8 }),
        fc.func(fc.nat()),
        (events, order) => {
          const shuffled = [...events].sort((a, b) => order(a) - order(b))
          expect(settle([...shuffled, ...events])).toBe(settle(events))
        },
      ),
    )
    expect(settle(['bounced', 'delivered'])).toBe('bounced')
    expect(settle(['delivered', 'delayed'])).toBe('delivered')
  })
})
