import { expect, test } from 'vitest'
import { addressOf, readPlace, writePlace } from './place-address.ts'

test.each([
  ['account.harbour-dental', '/accounts/harbour-dental'],
  ['partner.brightline-it', '/partner/brightline-it/customers'],
  ['provider.northwind', '/provider/accounts'],
])('%s leads to %s', (text, address) => {
  const place = readPlace(text)
  expect(place && addressOf(place)).toBe(address)
  expect(place && writePlace(place)).toBe(text)
})

test.each([
  undefined,
  null,
  '',
  'account',
  'account.',
  'account./evil',
  'account.a/../b',
  'nothing.harbour-dental',
  'toString.x',
  ['account.x'],
  `account.${'x'.repeat(101)}`,
])('%j is no place', text => {
  expect(readPlace(text)).toBeNull()
})
