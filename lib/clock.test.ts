import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockState, mostApart } from './clock.ts'

const now = Date.parse('2026-11-24T17:00:00Z')
const reading = (more: Partial<Parameters<typeof clockState>[0]>) =>
  clockState({ asked: now, answered: now, database: now, seen: null, ...more })
const quiet = { alarm: false, held: false }

describe('the database’s clock against the server’s', () => {
  test.each([0, 1, 4_999, 5_000])('%s ms apart is nothing, either way', apart => {
    expect(reading({ database: now + apart })).toMatchObject({ apart, ...quiet })
    expect(reading({ database: now - apart })).toMatchObject({ alarm: false, held: false })
  })

  test('more than five seconds ahead is an alarm, and holds what would be written', () => {
    expect(reading({ database: now + 5_001 })).toEqual({ apart: 5_001, back: 0, alarm: true, held: true })
  })

  test('more than five seconds behind is an alarm, and holds nothing', () => {
    expect(reading({ database: now - 5_001 })).toEqual({ apart: -5_001, back: 0, alarm: true, held: false })
  })

  test('half of the way there and back is taken off', () => {
    expect(reading({ answered: now + 4_000, database: now + 2_000 }).apart).toBe(0)
  })

  test('an answer that took long proves no difference that it may have made itself: 10,000 tries', () => {
    const way = fc.integer({ min: 0, max: 60_000 })
    fc.assert(
      fc.property(way, way, fc.integer({ min: -mostApart, max: mostApart }), (there, back, skew) => {
        const answered = now + there + back
        expect(reading({ answered, database: now + there + skew }).alarm).toBe(false)
      }),
      { seed: 20_261_124, numRuns: 10_000 },
    )
  })
})

describe('the database’s clock against itself', () => {
  test.each([-3_600_000, 0, 4_999, 5_000])('%s ms earlier than before is nothing', back => {
    expect(reading({ seen: now + back })).toMatchObject({ back: 0, ...quiet })
  })

  test('more than five seconds earlier is an alarm, also where both clocks agree', () => {
    expect(reading({ seen: now + 5_001 })).toEqual({ apart: 0, back: 5_001, alarm: true, held: false })
  })

  test('a year forward and back', () => {
    const year = 365 * 24 * 3_600_000
    expect(reading({ database: now + year, seen: now })).toMatchObject({ alarm: true, held: true, back: 0 })
    expect(reading({ database: now - year, seen: now })).toMatchObject({
      alarm: true,
      held: false,
      back: year,
    })
  })
})
