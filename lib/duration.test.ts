import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkDuration,
  type Duration,
  endOf,
  endOfDay,
  formatDuration,
  isCalendarDay,
  isTimeZone,
  parseDuration,
} from './duration.ts'

const hour = 3_600_000
const seed = 20_261_122
const zones = Intl.supportedValuesOf('timeZone')

const days = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const durations: fc.Arbitrary<Duration> = fc.oneof(
  fc.constant<Duration>({ kind: 'ongoing' }),
  fc.integer({ min: 1, max: 999_999 }).map(hours => ({ kind: 'hours' as const, hours })),
  days.map(date => ({ kind: 'until' as const, date })),
)

/** The first instant of the day after `date`, by another way than the code's own: halving between two days around it. */
function firstInstantAfter(date: string, zone: string): string {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  let before = Date.parse(`${date}T00:00:00Z`) - 24 * hour
  let after = before + 4 * 24 * hour
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (calendar.format(middle) > date) after = middle
    else before = middle
  }
  return new Date(after).toISOString()
}

describe('the stored form', () => {
  test('reads back what it writes, 1,000 durations', () => {
    fc.assert(
      fc.property(durations, duration => {
        expect(parseDuration(formatDuration(duration))).toEqual(duration)
      }),
      { seed, numRuns: 1000 },
    )
  })

  test.each([
    '',
    '0h',
    '01h',
    '-1h',
    '1.5h',
    '1e3h',
    '1000000h',
    '24',
    '24H',
    ' 24h',
    '24h\n',
    'Ongoing',
    'until:',
    'until:2026-02-30',
    'until:2026-2-3',
    'until:2026-02-03T00:00',
    'until:+010000-01-01',
    '__proto__',
  ])('refuses %j', text => {
    expect(parseDuration(text)).toBeNull()
  })
})

test.each([
  ['2026-12-31', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-04-31', false],
  ['26-04-30', false],
  ['2026-04-30 ', false],
  ['９９９９-01-01', false],
  ['1969-12-31', false],
  ['0000-01-01', false],
  ['9998-12-31', true],
  ['9999-01-01', false],
])('%s is a day that can be chosen: %s', (text, is) => {
  expect(isCalendarDay(text)).toBe(is)
})

test('the last day that can be chosen ends at a moment that the database can read', () => {
  expect(endOfDay('9998-12-31', 'Etc/GMT+12').toISOString()).toBe('9999-01-01T12:00:00.000Z')
})

// Rules of zones change for the future, never for the past: what is written out here lies in the past.
describe('hours are hours', () => {
  // Each starts within the day in which the zone's clocks change, forwards or back.
  test.each([
    ['America/Vancouver', '2025-03-09T05:00:00Z'],
    ['America/Vancouver', '2025-11-02T05:00:00Z'],
    ['Europe/Paris', '2025-03-29T20:00:00Z'],
    ['Europe/Paris', '2025-10-25T20:00:00Z'],
    ['Australia/Sydney', '2025-04-05T10:00:00Z'],
    ['Australia/Sydney', '2025-10-04T10:00:00Z'],
    ['Australia/Lord_Howe', '2025-04-05T10:00:00Z'],
    ['America/Havana', '2025-03-09T04:30:00Z'],
    ['Africa/Cairo', '2025-04-24T21:30:00Z'],
    ['America/Santiago', '2025-04-06T02:30:00Z'],
    ['Asia/Kolkata', '2026-11-01T05:00:00Z'],
    ['UTC', '2026-12-31T23:59:59Z'],
  ])('24 hours are 86,400 s in %s from %s', (zone, from) => {
    const start = new Date(from)
    const end = endOf({ kind: 'hours', hours: 24 }, start, zone)
    expect((end?.getTime() ?? 0) - start.getTime()).toBe(86_400_000)
  })
})

describe('until a date is to the end of that day where the account is', () => {
  test.each([
    ['UTC', '2026-12-31', '2027-01-01T00:00:00.000Z'],
    ['America/Vancouver', '2025-07-01', '2025-07-02T07:00:00.000Z'],
    // Clocks change during the day: it has 23 or 25 hours.
    ['America/Vancouver', '2025-03-09', '2025-03-10T07:00:00.000Z'],
    ['America/Vancouver', '2025-11-02', '2025-11-03T08:00:00.000Z'],
    ['Australia/Lord_Howe', '2025-10-05', '2025-10-05T13:00:00.000Z'],
    // Midnight is never struck, east and west of Greenwich.
    ['Africa/Cairo', '2025-04-24', '2025-04-24T22:00:00.000Z'],
    ['Asia/Beirut', '2025-03-29', '2025-03-29T22:00:00.000Z'],
    ['America/Havana', '2025-03-08', '2025-03-09T05:00:00.000Z'],
    ['America/Santiago', '2025-09-06', '2025-09-07T04:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04T03:00:00.000Z'],
    ['Atlantic/Azores', '2025-03-29', '2025-03-30T01:00:00.000Z'],
    // Midnight is struck twice, or the hour before it is.
    ['America/Havana', '2025-11-01', '2025-11-02T04:00:00.000Z'],
    ['Africa/Cairo', '2025-10-30', '2025-10-30T22:00:00.000Z'],
    ['America/Santiago', '2025-04-05', '2025-04-06T04:00:00.000Z'],
    // A day that this island never had.
    ['Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Kiritimati', '2025-06-30', '2025-06-30T10:00:00.000Z'],
  ])('%s, %s', (zone, date, end) => {
    expect(endOfDay(date, zone).toISOString()).toBe(end)
    expect(endOf({ kind: 'until', date }, new Date(0), zone)?.toISOString()).toBe(end)
  })

  test('the first instant of the next day, 1,500 days in all zones', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (date, zone) => {
        expect(endOfDay(date, zone).toISOString()).toBe(firstInstantAfter(date, zone))
      }),
      { seed, numRuns: 1500 },
    )
  })
})

describe('limits', () => {
  const start = new Date('2026-11-22T08:00:00Z')
  test.each<[name: string, Duration, number | null, string]>([
    ['ongoing without a limit', { kind: 'ongoing' }, null, 'ok'],
    ['ongoing under a limit', { kind: 'ongoing' }, 1_000_000, 'longer-than-limit'],
    ['exactly the limit', { kind: 'hours', hours: 24 }, 24, 'ok'],
    ['an hour more', { kind: 'hours', hours: 25 }, 24, 'longer-than-limit'],
    ['until the end of today', { kind: 'until', date: '2026-11-22' }, 24, 'ok'],
    ['until the end of tomorrow', { kind: 'until', date: '2026-11-23' }, 24, 'longer-than-limit'],
    ['until yesterday', { kind: 'until', date: '2026-11-21' }, null, 'ends-in-the-past'],
    ['until yesterday, under a limit', { kind: 'until', date: '2026-11-21' }, 1, 'ends-in-the-past'],
  ])('%s', (_, duration, limit, answer) => {
    const checked = checkDuration(duration, start, 'UTC', limit)
    expect(checked.ok ? 'ok' : checked.refusal).toBe(answer)
  })

  test('an end at the very start is in the past', () => {
    const midnight = new Date('2026-11-23T00:00:00Z')
    expect(checkDuration({ kind: 'until', date: '2026-11-22' }, midnight, 'UTC', null)).toEqual({
      ok: false,
      refusal: 'ends-in-the-past',
    })
  })

  test('what is allowed ends after it starts and within the limit, 1,000 durations', () => {
    const limits = fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null })
    fc.assert(
      fc.property(durations, fc.constantFrom(...zones), limits, (duration, zone, limit) => {
        const checked = checkDuration(duration, start, zone, limit)
        if (!checked.ok) return
        const length = checked.value ? checked.value.getTime() - start.getTime() : Number.POSITIVE_INFINITY
        expect(length).toBeGreaterThan(0)
        if (limit !== null) expect(length).toBeLessThanOrEqual(limit * hour)
      }),
      { seed, numRuns: 1000 },
    )
  })
})

test.each([
  ['America/Vancouver', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
  ['America/Vancouver\u0000', false],
])('%j is a time zone: %s', (zone, is) => {
  expect(isTimeZone(zone)).toBe(is)
})
