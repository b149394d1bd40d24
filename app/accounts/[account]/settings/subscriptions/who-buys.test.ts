import { expect, test } from 'vitest'
import { whoBuys } from './who-buys.ts'

const account = { parentName: null, parentIsClient: false, providerName: 'Northwind' }

test('who buys is told as it is: on a client of a client account the provider alone', () => {
  expect(whoBuys(account, 'en')).toContain('A Subscription Contributor of this account or Northwind')
  const client = { ...account, parentName: 'Maple Logistics' }
  expect(whoBuys(client, 'en')).toContain('only Subscription Contributors of Maple Logistics and Northwind')
  const below = { ...client, parentIsClient: true }
  expect(whoBuys(below, 'en')).toMatch(/client account of Maple Logistics.*: only Northwind adds/)
  expect(whoBuys(below, 'en')).not.toContain('Contributor')
  expect(whoBuys(below, 'fr')).not.toContain('contributeur')
})
