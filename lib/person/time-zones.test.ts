import { expect, test } from 'vitest'
import { isTimeZone, zoneChoices } from './time-zones.ts'

test.each([
  ['America/Toronto', true],
  ['Australia/Sydney', true],
  ['UTC', true],
  ['', false],
  ['Mars/Olympus', false],
  ['America/Toronto; drop', false],
  ['__proto__', false],
])('%s is a zone: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})

test('the city comes first, and every choice is a zone', () => {
  const choices = zoneChoices('America/Toronto')
  expect(choices.find(one => one.value === 'America/Toronto')?.label).toBe('Toronto (America)')
  expect(choices.find(one => one.value === 'America/Argentina/Ushuaia')?.label).toBe(
    'Ushuaia (America, Argentina)',
  )
  expect(choices.length).toBeGreaterThan(300)
  expect(choices.filter(one => !isTimeZone(one.value))).toEqual([])
})

test('the zone that somebody has is always among the choices, once', () => {
  for (const zone of ['US/Pacific', 'America/Vancouver', 'UTC'])
    expect(zoneChoices(zone).filter(one => one.value === zone)).toHaveLength(1)
  expect(zoneChoices('Not/AZone').map(one => one.value)).not.toContain('Not/AZone')
})
