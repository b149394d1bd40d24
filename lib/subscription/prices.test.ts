import { expect, test } from 'vitest'
import { authorityOf, type LiveMembership } from '#lib/access/authority.ts'
import { outcomeFor, seesPrices } from './prices.ts'

const grant = {
  grantId: 'g',
  partnerId: 'brightline',
  partnerName: 'Brightline IT',
  scope: { name: 'full', pages: [] },
  assignedScope: null,
  endsAt: null,
  viaParent: false,
  usedLately: false,
} as const
const owner: LiveMembership = { kind: 'account-manager', roles: ['subscription-owner'], modules: [] }

const reader = (memberships: readonly LiveMembership[]) => {
  const authority = authorityOf({
    isClientAccount: false,
    parentIsClient: false,
    products: [],
    memberships,
    parentMemberships: [],
    grants: [grant],
    platform: null,
    visitUntil: null,
  })
  if (!authority) throw new Error('nobody')
  return authority
}

test('what things cost, and why an order was refused, is not told whoever comes by a partner’s access alone', () => {
  const outcome = { state: 'refused', reason: 'Not before the bill is paid.' }
  for (const [memberships, told] of [
    [[], false],
    [[owner], true],
  ] as const) {
    const authority = reader(memberships)
    expect(seesPrices(authority)).toBe(told)
    expect(outcomeFor(authority, outcome)).toEqual(told ? outcome : { ...outcome, reason: '' })
    expect(outcomeFor(authority, null)).toBeNull()
  }
})
