import { expect, test } from 'vitest'
import type { Capability } from './capabilities.ts'
import { leftOut } from './left-out.ts'
import { capabilitiesOfModule, capabilitiesOfRole, ownerCapabilities, roles } from './roles.ts'

const of = (...held: readonly Capability[]) => leftOut(new Set(held), 'en')

test('whoever has one module reads what all the rest is', () => {
  expect(of('account.read', ...capabilitiesOfModule('sms'))).toEqual([
    'see or change the account’s details, services or people',
    'see the history',
    'decide who gets access',
    'see bills, or change subscriptions',
  ])
})

test('what is seen but not changed is told as such', () => {
  expect(of(...capabilitiesOfRole('service-viewer')).slice(0, 2)).toEqual([
    'change services or people',
    'see or change the account’s details',
  ])
})

test('of money each is told what they lack', () => {
  expect(of(...ownerCapabilities)).toEqual(['see bills, or change subscriptions'])
  expect(of(...capabilitiesOfRole('subscription-owner'))).toContain('change subscriptions')
  expect(of(...capabilitiesOfRole('subscription-contributor'))).toContain('see bills')
  expect(of(...ownerCapabilities, 'billing.read', 'subscriptions.update')).toEqual([])
})

test('several roles together leave out less than each of them', () => {
  const all = roles.flatMap(capabilitiesOfRole)
  expect(leftOut(new Set(all), 'fr')).toEqual([])
})

test('French reads on from « Vous ne pouvez pas »', () => {
  expect(leftOut(new Set(['account.read']), 'fr')).toEqual([
    'voir ou modifier les renseignements du compte, les services ou les personnes',
    'voir l’historique',
    'décider qui obtient un accès',
    'voir les factures ni modifier les abonnements',
  ])
})
