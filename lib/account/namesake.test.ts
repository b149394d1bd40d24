import { expect, test } from 'vitest'
import { isRenamed, namesakeAmong } from './namesake.ts'

const provider = ['Northwind Telecom', 'Boréal Voix']
const harbour = { name: 'Harbour Dental', slug: 'harbour-dental' }

test.each([
  ['Harbour Dental', { kind: 'account', of: harbour }],
  ['H\u0430rbour Dental', { kind: 'mixed-scripts' }],
  ['N0rthwind Telecom Help', { kind: 'provider', of: 'Northwind Telecom' }],
] as const)('%s could be taken for another', (name, namesake) => {
  expect(namesakeAmong(name, { provider, account: harbour })).toEqual(namesake)
})

test('a name of one script that nobody has is nobody’s', () => {
  for (const name of ['Harbour', 'Аптека Здоровье', '東京 Dental', 'Nord'])
    expect(namesakeAmong(name, { provider, account: null }), name).toBeNull()
})

test('another case or accent is the same name, other letters are another', () => {
  expect(isRenamed('Érable Santé', 'ERABLE sante')).toBe(false)
  expect(isRenamed('Harbour Dental', 'H\u0430rbour Dental')).toBe(true)
})
