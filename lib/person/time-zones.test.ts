import { expect, test } from 'vitest'
import { isTimeZone, presentZone, zoneChoices, zoneText } from './time-zones.ts'

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
  const choices = zoneChoices('America/Toronto', 'en')
  expect(choices.find(one => one.value === 'America/Toronto')?.label).toBe('Toronto (America)')
  expect(choices.find(one => one.value === 'America/Argentina/Ushuaia')?.label).toBe(
    'Ushuaia (America, Argentina)',
  )
  expect(choices.length).toBeGreaterThan(300)
  expect(choices.filter(one => !isTimeZone(one.value))).toEqual([])
})

test('the zone that somebody has is always among the choices, once', () => {
  for (const zone of ['US/Pacific', 'America/Vancouver', 'UTC'])
    expect(zoneChoices(zone, 'en').filter(one => one.value === zone)).toHaveLength(1)
  expect(zoneChoices('Not/AZone', 'en').map(one => one.value)).not.toContain('Not/AZone')
})

test('a zone is offered under the name that it has today, and kept by whoever has it under an old one', () => {
  const values = zoneChoices('Asia/Calcutta', 'fr').map(one => one.value)
  expect(values).toContain(presentZone('Asia/Calcutta'))
  for (const old of ['Asia/Calcutta', 'Europe/Kiev', 'Asia/Saigon', 'America/Godthab', 'Atlantic/Faeroe'])
    expect(values).not.toContain(old)
  expect(values).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh']))
})

test('a zone is spelled one way, in the reader’s language', () => {
  expect(zoneText('America/Vancouver', 'en')).toBe('Vancouver (America)')
  expect(zoneText('America/Vancouver', 'fr')).toBe('Vancouver (Amérique)')
  expect(zoneText('Asia/Rangoon', 'fr')).toBe('Yangon (Asie)')
  expect(zoneText('UTC', 'fr')).toBe('UTC')
})
