import { type Authority, may } from './authority.ts'
import { type Role, roles } from './roles.ts'

/** The roles that administrators of an account can have: Brand Contributor only where it bought Branding. */
export function rolesOfAccount(products: readonly string[]): readonly Role[] {
  return roles.filter(role => role !== 'brand-contributor' || products.includes('branding'))
}

/**
 * The roles that somebody may give on an account. What one holds and what one gives are two things: whoever manages its
 * administrators gives every role that it can have, whoever doesn't gives none. No partner's scope holds that right.
 */
export function rolesToOffer(authority: Authority, products: readonly string[]): readonly Role[] {
  return may(authority, 'administrators.manage') ? rolesOfAccount(products) : []
}

/** Roles in the order of the table, each once: what is stored, shown and compared. */
export function inOrder(chosen: readonly string[]): readonly Role[] {
  return roles.filter(role => chosen.includes(role))
}
