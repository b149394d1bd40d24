import { expect, test } from 'vitest'
import { wallClock } from './format.ts'
import { instantAt, isWallClock } from './wall-clock.ts'

test.each([
  ['2026-11-24T14:00', 'America/Toronto', '2026-11-24T19:00:00.000Z'],
  ['2026-11-24T14:00', 'Australia/Sydney', '2026-11-24T03:00:00.000Z'],
  ['2026-11-24T14:00:00', 'UTC', '2026-11-24T14:00:00.000Z'],
  ['2026-07-01T00:30', 'America/Toronto', '2026-07-01T04:30:00.000Z'],
  ['2026-06-15T09:00', 'Asia/Kathmandu', '2026-06-15T03:15:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(instantAt(text, zone)?.toISOString()).toBe(instant)
})

test('on both sides of a clock change the clock shows what was typed', () => {
  for (const text of ['2026-03-08T01:59', '2026-03-08T03:00', '2026-11-01T00:30', '2026-11-01T03:00']) {
    const instant = instantAt(text, 'America/Toronto')
    expect(instant && wallClock(instant, 'America/Toronto')).toBe(text)
  }
})

test('an hour that a clock change leaves out is the same distance away, not a fault', () => {
  const instant = instantAt('2026-03-08T02:30', 'America/Toronto')
  expect(instant && wallClock(instant, 'America/Toronto')).toMatch(/^2026-03-08T0[13]:30$/)
})

test.each([
  '',
  'soon',
  '2026-02-30T10:00',
  '2026-11-24',
  '2026-11-24T24:00',
  '0026-11-24T10:00',
  '2026-11-24T10:00Z',
])('%s is not a wall clock', text => {
  expect(isWallClock(text)).toBe(false)
  expect(instantAt(text, 'UTC')).toBeNull()
})
