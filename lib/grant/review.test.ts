import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isReviewWanted, nextDue } from './grant.ts'
import {
  answered,
  endsUnlessAnswered,
  endUnlessAnswered,
  reviewAfter,
  reviewStage,
  reviewVerdict,
  unansweredHours,
} from './review.ts'

const hour = 3_600_000
const now = new Date('2026-11-22T12:00:00.000Z')
const at = (hours: number) => new Date(now.getTime() + hours * hour)

describe('the next review', () => {
  test.each([
    ['2026-11-22T12:00:00.000Z', 6, '2027-05-22T12:00:00.000Z'],
    ['2026-08-31T23:30:00.000Z', 6, '2027-02-28T23:30:00.000Z'],
    ['2027-08-31T00:00:00.000Z', 6, '2028-02-29T00:00:00.000Z'],
    ['2026-01-31T01:00:00.000Z', 1, '2026-02-28T01:00:00.000Z'],
    ['2026-12-01T00:00:00.000Z', 24, '2028-12-01T00:00:00.000Z'],
  ])('%s and %s months on is %s', (from, months, next) => {
    expect(reviewAfter(new Date(from), months).toISOString()).toBe(next)
  })

  test('is never in an earlier or a later month than meant: 2,000 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 24 }), (day, months) => {
        const from = new Date(day * 24 * hour)
        const next = reviewAfter(from, months)
        const count = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth()
        expect(count(next) - count(from)).toBe(months)
      }),
      { seed: 20_261_128, numRuns: 2000 },
    )
  })
})

describe('what is due', () => {
  test.each([
    [null, null],
    [at(0.001), null],
    [at(0), 'due'],
    [at(-unansweredHours + 0.001), 'due'],
    [at(-unansweredHours), 'unanswered'],
    [at(-9000), 'unanswered'],
  ] as const)('a review at %s is %s', (reviewAt, stage) => {
    expect(reviewStage({ reviewAt }, now)).toBe(stage)
  })

  test.each([
    ['not due', at(1), null, false, null, null],
    ['due', at(-1), null, false, 'review-due', null],
    ['unanswered', at(-721), null, false, 'review-unanswered', null],
    ['due, and it ends', at(-1), null, true, 'review-due', at(unansweredHours)],
    ['unanswered, and it ends from now on', at(-9000), null, true, 'review-due', at(unansweredHours)],
    ['told of its end', at(-1), at(700), true, null, null],
    ['told, and the limit was switched off', at(-721), at(2), false, null, null],
    ['none', null, null, true, null, null],
  ] as const)('%s', (_, reviewAt, endsAt, ends, letter, end) => {
    expect(reviewVerdict({ reviewAt, endsAt }, ends, now)).toEqual({ letter, endsAt: end })
  })

  test('an end is always told 30 days before, however late', () => {
    expect(endUnlessAnswered(now)).toEqual(at(unansweredHours))
  })

  test('the sweep has to come at both moments, and never where there is an end', () => {
    const grant = { state: 'active', startsAt: at(-1), endsAt: null, reviewAt: at(5) } as const
    expect(nextDue(grant, now)).toEqual(at(5))
    expect(nextDue(grant, at(5))).toEqual(at(5 + unansweredHours))
    expect(nextDue(grant, at(5 + unansweredHours))).toBeNull()
    expect(nextDue({ ...grant, endsAt: at(3) }, now)).toEqual(at(3))
  })
})

describe('answered', () => {
  const next = reviewAfter(now, 6)
  test.each([
    ['due', { reviewAt: at(-1), endsAt: null }, { reviewAt: next, endsAt: null }],
    [
      'due, with an end that waits for it',
      { reviewAt: at(-1), endsAt: at(9) },
      { reviewAt: next, endsAt: null },
    ],
    ['not due yet: nothing moves', { reviewAt: at(1), endsAt: null }, { reviewAt: at(1), endsAt: null }],
    ['none: nothing moves', { reviewAt: null, endsAt: at(9) }, { reviewAt: null, endsAt: at(9) }],
  ])('%s', (_, before, after) => {
    expect(answered(before, now, 6)).toEqual(after)
  })

  test('an end is conditional only beside a review', () => {
    expect(endsUnlessAnswered({ reviewAt: at(-1), endsAt: at(1) })).toBe(true)
    expect(endsUnlessAnswered({ reviewAt: null, endsAt: at(1) })).toBe(false)
    expect(endsUnlessAnswered({ reviewAt: at(-1), endsAt: null })).toBe(false)
  })
})

test.each([
  ['active', 0, undefined, true],
  ['active', -24, undefined, true],
  ['active', 1, undefined, false],
  ['active', null, undefined, false],
  ['suspended', -1, undefined, true],
  ['revoked', -1, undefined, false],
  ['expired', -1, undefined, false],
  ['active', -1, 'Maple Group', false],
] as const)('%s, review in %s h, by way of %s: to be reviewed here? %s', (state, hours, via, wanted) => {
  const reviewAt = hours === null ? null : at(hours)
  expect(isReviewWanted({ state, reviewAt, ...(via && { via }) }, now)).toBe(wanted)
})
