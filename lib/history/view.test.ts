import { expect, test } from 'vitest'
import { authorityOf, type LiveGrant, type LiveMembership } from '#lib/access/authority.ts'
import type { ScopeName } from '#lib/access/scopes.ts'
import { historyViewOf } from './view.ts'

const grant = (name: ScopeName, pages: LiveGrant['scope']['pages'] = []): LiveGrant => ({
  grantId: 'g',
  partnerId: 'brightline',
  partnerName: 'Brightline IT',
  scope: { name, pages },
  assignedScope: null,
  endsAt: null,
  viaParent: false,
  usedLately: false,
})
const desk: LiveMembership = { kind: 'portal-user', roles: [], modules: ['sms'] }
const manager: LiveMembership = { kind: 'account-manager', roles: [], modules: [] }

function viewOf(memberships: readonly LiveMembership[], grants: readonly LiveGrant[]) {
  const authority = authorityOf({
    isClientAccount: false,
    parentIsClient: false,
    products: [],
    memberships,
    parentMemberships: [],
    grants,
    platform: null,
    visitUntil: null,
  })
  if (!authority) throw new Error('nobody')
  return historyViewOf(authority)
}

test('the account’s own people see everything', () => {
  expect(viewOf([manager], [])).toEqual({ partnerIds: null, actions: [], addresses: true })
})

test('somebody of the account who is also the firm’s keeps seeing everything', () => {
  expect(viewOf([manager], [grant('full')]).partnerIds).toBeNull()
})

test('a partner sees its own dealings, changes to what it may read, and no addresses', () => {
  expect(viewOf([], [grant('read-only')])).toEqual({
    partnerIds: ['brightline'],
    actions: [
      'account.updated',
      'service.updated',
      'end-user.updated',
      'back-office.refused',
      'back-office.set-aside',
    ],
    addresses: false,
  })
  expect(viewOf([], [grant('chosen', ['activity', 'services'])]).actions).toEqual([
    'service.updated',
    'back-office.refused',
    'back-office.set-aside',
  ])
})

test('a lesser place on the account opens no more of the history than the grant does', () => {
  expect(viewOf([desk], [grant('read-only')])).toMatchObject({ partnerIds: ['brightline'], addresses: false })
})

test('who is on the account too sees what they may read there', () => {
  const reader: LiveMembership = { kind: 'administrator', roles: ['subscription-owner'], modules: [] }
  expect(viewOf([reader], [grant('read-only')]).actions).toContain('trial.started')
  expect(viewOf([], [grant('full')]).actions).not.toContain('trial.started')
})
