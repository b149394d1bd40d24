import type { OwnerKind } from './narrow.ts'

/**
 * Which events a page or a file of one account's or firm's history ($1) looks at: all, or those before or after the one in
 * that parameter. Bounds rather than equality, for then only the owner's own index has the order: the table's key has
 * `order by e.id` too, and by it everybody's events are read to find a page of one owner's.
 */
const boundsOf = (owner: 'e.account_id' | 'e.partner_id' | 'e.provider_id', only = '') => ({
  all: `${only}${owner} >= $1 and ${owner} <= $1`,
  before: (id: string) => `${only}${owner} >= $1 and (${owner}, e.id) < ($1, ${id}::bigint)`,
  after: (id: string) => `${only}${owner} <= $1 and (${owner}, e.id) > ($1, ${id}::bigint)`,
  newestFirst: `${owner} desc, e.id desc`,
  oldestFirst: `${owner}, e.id`,
})

export const ofAccount = boundsOf('e.account_id')
/** What was done by the provider's own people, which has an index of its own among all that happens at its customers'. */
const ofProvider = boundsOf('e.provider_id', `e.actor_kind = 'provider' and `)

export function boundsFor(owner: OwnerKind) {
  return owner === 'account' ? ofAccount : ofProvider
}

export const ofPartner = boundsOf('e.partner_id')
