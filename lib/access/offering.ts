import { type Authority, may } from './authority.ts'
import { type Module, modules, type Role, roles } from './roles.ts'

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

/**
 * The modules that somebody may switch for others, on or off. Whoever manages the account's managers switches all of them;
 * anybody else those alone that they have themselves, so that nobody gives, or takes, what is not theirs. Whoever helps by a
 * partner's access is there for a while, and leaves nobody behind who administers anything.
 */
export function modulesToOffer(authority: Authority): readonly Module[] {
  if (!may(authority, 'portal-users.manage')) return []
  if (may(authority, 'managers.manage')) return modules
  const isForAWhile = authority.byGrant.has('portal-users.manage')
  return modules.filter(one => may(authority, `module.${one}`) && !(isForAWhile && one === 'admin'))
}

/** Modules in the order of the table, each once. */
export function modulesInOrder(chosen: readonly string[]): readonly Module[] {
  return modules.filter(one => chosen.includes(one))
}
