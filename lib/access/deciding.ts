import type { LiveMembership } from './authority.ts'
import { capabilitiesOfRole, isRole, type Role, roles } from './roles.ts'

/** The roles by which an administrator decides on partner access. */
export const decidingRoles: readonly Role[] = roles.filter(role =>
  capabilitiesOfRole(role).includes('partners.decide'),
)

/** Whether a place on an account lets its person decide there on partner access, once it is theirs. */
export function decidesOnPartners({ kind, roles: held }: Pick<LiveMembership, 'kind' | 'roles'>): boolean {
  if (kind !== 'administrator') return kind === 'account-manager'
  return held.some(role => isRole(role) && decidingRoles.includes(role))
}
