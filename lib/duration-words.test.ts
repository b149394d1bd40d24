import { expect, test } from 'vitest'
import { parseDuration } from './duration.ts'
import { durationText } from './duration-words.ts'

test.each([
  ['1h', '1 hour', '1 heure'],
  ['24h', '24 hours', '24 heures'],
  ['48h', '48 hours', '48 heures'],
  ['50h', '50 hours', '50 heures'],
  ['168h', '7 days', '7 jours'],
  ['720h', '30 days', '30 jours'],
  ['ongoing', 'Ongoing', 'Sans fin'],
  ['until:2026-12-31', 'Until 31 Dec 2026', 'Jusqu’au 31 déc. 2026'],
])('%s reads %s, %s', (stored, english, french) => {
  const duration = parseDuration(stored)
  if (!duration) throw new Error('not a duration')
  expect(durationText(duration, 'en')).toBe(english)
  expect(durationText(duration, 'fr')).toBe(french)
})
