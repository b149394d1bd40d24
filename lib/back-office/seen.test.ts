import { expect, test } from 'vitest'
import { authorityOf } from '#lib/access/authority.ts'
import type { Role } from '#lib/access/roles.ts'
import { pulledKinds } from './items.ts'
import { seenOf } from './seen.ts'

const counts = Object.fromEntries(pulledKinds.map((kind, at) => [kind, at + 1]))

/** What an administrator with one role, or several, is told of such counts. */
function toldTo(...roles: readonly Role[]) {
  const authority = authorityOf({
    isClientAccount: false,
    parentIsClient: false,
    products: [],
    memberships: [{ kind: 'administrator', roles, modules: [] }],
    parentMemberships: [],
    grants: [],
    platform: null,
    visitUntil: null,
  })
  if (!authority) throw new Error('nobody')
  const { counts: seen, others } = seenOf(counts, authority)
  expect({ ...seen, ...others }).toEqual(counts)
  return Object.keys(seen)
}

test('each kind is counted for whoever may read its things, and for nobody else', () => {
  expect(toldTo('sync-contributor')).toEqual([])
  expect(toldTo('sync-contributor', 'service-viewer')).toEqual(['services'])
  expect(toldTo('subscription-viewer')).toEqual(['offers', 'subscriptions', 'licences'])
  expect(toldTo('subscription-owner')).toContain('invoices')
})

test('an unknown kind is nobody’s', () => {
  expect(seenOf({ constructor: 1 }, { capabilities: new Set() } as never).counts).toEqual({})
})
