import { describe, expect, test } from 'vitest'
import { type ContactDetails, foundBy, wantedIn } from './contact.ts'

const anna: ContactDetails = {
  name: 'Élodie Ångström',
  company: 'Épicerie d’Øre',
  work: '(604) 555-0123',
  mobile: '+44 20 7946 0123',
  home: '204',
  email: 'Elodie@Ore.example',
  note: 'Closed on Mondays',
}
const { findable, reach, likeness } = foundBy(anna, 'CA')

/** As the database compares. */
function isFound(typed: string): boolean {
  const wanted = wantedIn(typed, 'CA')
  if (!wanted) return true
  const has = (text: string) => findable.includes(text)
  return wanted.all ? wanted.texts.every(has) : wanted.texts.some(has)
}

describe('a contact is found', () => {
  test.each([
    'elodie',
    'ÉLODIE',
    'angstrom elodie',
    'epicerie ore',
    'ore.example',
    'mondays',
    '604 555 0123',
    '+1 604-555-0123',
    '1 (604) 555.0123',
    '0123',
    '+44 20 7946 0123',
    '011 44 20 7946 0123',
    '204',
    '  ',
  ])('by %j', typed => {
    expect(isFound(typed)).toBe(true)
  })

  test.each(['elodia', 'elodie smith', '604 555 0124', '+33 604 555 0123', '020 7946', '999'])(
    'not by %j',
    typed => {
      expect(isFound(typed)).toBe(false)
    },
  )
})

test('a contact is known by what the world dials, and stands where its name and company put it', () => {
  expect(reach).toEqual(['16045550123', '442079460123', '204'])
  expect(likeness).toBe('elodie angstrom\nepicerie d’ore')
})
