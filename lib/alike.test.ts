import { expect, test } from 'vitest'
import { namedIn, skeleton } from './alike.ts'

test('what a hasty reader takes for each other reads alike', () => {
  for (const name of [
    'Harbour-Dental',
    'HARB0UR DENTA1',
    'H\u0430rbour Dental',
    'Ｈarbour  Dental.',
    'Hàrbour Dental',
  ])
    expect(skeleton(name), name).toBe(skeleton('Harbour Dental'))
  expect(skeleton('Modern Clinic 5')).toBe(skeleton('Modem Clinic S'))
  for (const name of ['Harbour Dental 2', 'Harbor Dental', 'Dental Harbour'])
    expect(skeleton(name), name).not.toBe(skeleton('Harbour Dental'))
})

test('a name counts anywhere in another, unless it is too short', () => {
  expect(namedIn('The N0RTHWIND-telecom shop', ['Boréal', 'Northwind Telecom'])).toBe('Northwind Telecom')
  expect(namedIn('Tellus', ['Tel'])).toBeUndefined()
})
