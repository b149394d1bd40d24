import { expect, test } from 'vitest'
import { deskCapabilities, mayAtDesk } from './desk.ts'

test('administrators may do everything at the desk', () => {
  expect(deskCapabilities.filter(one => !mayAtDesk('administrator', one))).toEqual([])
})

test('support reads the desk and looks into accounts, and changes nothing', () => {
  expect(deskCapabilities.filter(one => mayAtDesk('support', one))).toEqual(['desk.read', 'accounts.look-in'])
})
