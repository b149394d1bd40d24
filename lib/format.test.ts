import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  counted,
  dateOnly,
  exactTime,
  phraseList,
  plainList,
  relativeAge,
  timeLeft,
  wallClock,
  wholeNumber,
  zoneName,
} from './format.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('timeLeft', () => {
  test.each<[number, string, string]>([
    [0, 'less than a minute', 'moins d’une minute'],
    [-5, 'less than a minute', 'moins d’une minute'],
    [Number.NaN, 'less than a minute', 'moins d’une minute'],
    [minute - 1, 'less than a minute', 'moins d’une minute'],
    [minute, '1 min', '1 min'],
    [hour - 1, '59 min', '59 min'],
    [hour, '1 h', '1 h'],
    [5 * hour + 12 * minute + 59_999, '5 h 12 min', '5 h 12 min'],
    [day - 1, '23 h 59 min', '23 h 59 min'],
    [day, '1 d', '1 j'],
    [3 * day + 4 * hour + 20 * minute, '3 d 4 h', '3 j 4 h'],
    [3 * day + 59 * minute, '3 d', '3 j'],
    [7 * day + 23 * hour, '7 d', '7 j'],
    [365 * day, '365 d', '365 j'],
  ])('%d ms', (span, english, french) => {
    expect(timeLeft(span, 'en')).toBe(english)
    expect(timeLeft(span, 'fr')).toBe(french)
  })

  test('never promises more time than there is', () => {
    const sizes: Record<string, number> = { min: minute, h: hour, d: day }
    fc.assert(
      fc.property(fc.integer({ min: minute, max: 400 * day }), span => {
        let said = 0
        for (const [, n, unit] of timeLeft(span, 'en').matchAll(/(\d+) (min|h|d)/g))
          said += Number(n) * (sizes[unit ?? ''] ?? Number.NaN)
        expect(said).toBeLessThanOrEqual(span)
        expect(span - said).toBeLessThan(day)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('relativeAge', () => {
  test.each<[number, string, string]>([
    [0, 'just now', 'à l’instant'],
    [5 * minute, '5 min ago', 'il y a 5 min'],
    [3 * hour, '3 h ago', 'il y a 3 h'],
    [12 * day, '12 d ago', 'il y a 12 j'],
    [125 * day, '4 months ago', 'il y a 4 mois'],
    [800 * day, '2 years ago', 'il y a 2 ans'],
  ])('%d ms', (span, english, french) => {
    expect(relativeAge(span, 'en')).toBe(english)
    expect(relativeAge(span, 'fr')).toBe(french)
  })
})

describe('exactTime', () => {
  const instant = new Date('2026-11-24T03:00:00Z')

  test.each<[string, string, string]>([
    ['Australia/Sydney', 'Tue 24 Nov 2026, 14:00 AEDT', 'mar. 24 nov. 2026, 14 h 00 UTC+11'],
    ['America/Toronto', 'Mon 23 Nov 2026, 22:00 EST', 'lun. 23 nov. 2026, 22 h 00 HNE'],
    ['Europe/Paris', 'Tue 24 Nov 2026, 04:00 CET', 'mar. 24 nov. 2026, 4 h 00 UTC+1'],
    ['Asia/Kolkata', 'Tue 24 Nov 2026, 08:30 IST', 'mar. 24 nov. 2026, 8 h 30 UTC+5:30'],
    ['UTC', 'Tue 24 Nov 2026, 03:00 UTC', 'mar. 24 nov. 2026, 3 h 00 UTC'],
    ['No/Such_Zone', 'Tue 24 Nov 2026, 03:00 UTC', 'mar. 24 nov. 2026, 3 h 00 UTC'],
  ])('in %s', (zone, english, french) => {
    expect(exactTime(instant, zone, 'en')).toBe(english)
    expect(exactTime(instant, zone, 'fr')).toBe(french)
  })

  test('names the zone as it is on each side of a clock change', () => {
    // Sydney put its clocks forward at 16:00 UTC on 3 October 2026; Toronto back at 06:00 UTC on 1 November 2026.
    expect(exactTime(new Date('2026-10-03T15:59:00Z'), 'Australia/Sydney', 'en')).toBe(
      'Sun 4 Oct 2026, 01:59 AEST',
    )
    expect(exactTime(new Date('2026-10-03T16:00:00Z'), 'Australia/Sydney', 'en')).toBe(
      'Sun 4 Oct 2026, 03:00 AEDT',
    )
    // The hour that comes twice is told apart by its zone.
    expect(exactTime(new Date('2026-11-01T05:30:00Z'), 'America/Toronto', 'en')).toBe(
      'Sun 1 Nov 2026, 01:30 EDT',
    )
    expect(exactTime(new Date('2026-11-01T06:30:00Z'), 'America/Toronto', 'en')).toBe(
      'Sun 1 Nov 2026, 01:30 EST',
    )
    expect(zoneName(new Date('2026-11-01T05:30:00Z'), 'America/Toronto', 'fr')).toBe('HAE')
    expect(zoneName(new Date('2026-11-01T06:30:00Z'), 'America/Toronto', 'fr')).toBe('HNE')
  })

  test('writes midnight as 00:00, not 24:00', () => {
    expect(exactTime(new Date('2026-03-02T00:00:00Z'), 'UTC', 'en')).toBe('Mon 2 Mar 2026, 00:00 UTC')
    expect(exactTime(new Date('2026-03-02T00:00:00Z'), 'UTC', 'fr')).toBe('lun. 2 mars 2026, 0 h 00 UTC')
  })

  test('has a full name for every month, in both languages, without stray dots in English', () => {
    for (let month = 0; month < 12; month++) {
      const date = new Date(Date.UTC(2026, month, 15))
      expect(dateOnly(date, 'UTC', 'en')).toMatch(/^15 [A-Z][a-z]{2,3} 2026$/)
      expect(dateOnly(date, 'UTC', 'fr')).toMatch(/^15 \p{Ll}{3,5}\.? 2026$/u)
    }
  })
})

test('wallClock is what a datetime-local field takes', () => {
  expect(wallClock(new Date('2026-11-24T03:00:00Z'), 'Australia/Sydney')).toBe('2026-11-24T14:00')
  expect(wallClock(new Date('2026-01-05T05:00:00Z'), 'America/Toronto')).toBe('2026-01-05T00:00')
})

test('plainList', () => {
  expect(plainList([], 'en')).toBe('')
  expect(plainList(['Fax'], 'fr')).toBe('Fax')
  expect(plainList(['Fax', 'SMS'], 'en')).toBe('Fax and SMS')
  expect(plainList(['Fax', 'SMS', 'Call log'], 'en')).toBe('Fax, SMS and Call log')
  expect(plainList(['Télécopie', 'SMS', 'Journal'], 'fr')).toBe('Télécopie, SMS et Journal')
})

test('numbers and their nouns', () => {
  expect(wholeNumber(12400, 'en')).toBe('12,400')
  expect(wholeNumber(12400, 'fr')).toMatch(/^12\s400$/)
  expect(counted(1, 'person', 'people', 'en')).toBe('1 person')
  expect(counted(2, 'person', 'people', 'en')).toBe('2 people')
  expect(counted(0, 'personne', 'personnes', 'fr')).toBe('0 personne')
})

test('phrases with commas of their own stand one behind the other as each language writes it', () => {
  expect(phraseList(['see a, b', 'use c'], 'en')).toBe('see a, b; use c')
  expect(phraseList(['voir a, b', 'utiliser c'], 'fr')).toBe('voir a, b\u202F; utiliser c')
})
