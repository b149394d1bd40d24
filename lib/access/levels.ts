import type { Authority, LiveMembership } from './authority.ts'
import { decidesOnPartners } from './deciding.ts'
import { type EndUserLevel, endUserLevelsOf } from './products.ts'

/** How high somebody stands among the people of a portal, low to high. Nobody manages a person above their own level. */
export const managingLevels = [
  'user',
  'administrating-user',
  'portal-administrator',
  'administrator',
  'owner',
  'platform-support',
  'platform-administrator',
] as const
export type ManagingLevel = (typeof managingLevels)[number]

export function mayManage(actor: ManagingLevel, person: ManagingLevel): boolean {
  return managingLevels.indexOf(actor) >= managingLevels.indexOf(person)
}

export function highest(levels: readonly ManagingLevel[]): ManagingLevel {
  return levels.reduce((most, level) => (mayManage(level, most) ? level : most), 'user')
}

/** The levels with which an end user administers their product, and others on it. */
export const administratingLevels = ['super-admin', 'admin'] as const satisfies readonly EndUserLevel[]

/** A membership with the level that an end user has on their product. */
export interface Held extends LiveMembership {
  readonly level?: string | null
}

/** How high a place on an account puts its person. */
export function levelOfMembership(place: Held): ManagingLevel {
  if (place.kind === 'account-manager') return 'owner'
  if (place.kind === 'administrator') {
    return decidesOnPartners(place) || place.roles.includes('service-contributor') ? 'owner' : 'administrator'
  }
  if (place.kind === 'portal-user') return place.modules.includes('admin') ? 'portal-administrator' : 'user'
  return administratingLevels.some(level => level === place.level) ? 'administrating-user' : 'user'
}

/**
 * The levels on a product that somebody may give an end user. Whoever helps by a partner's access is there for a while,
 * and leaves nobody behind who administers anything; a level that is held already may stay.
 */
export function endUserLevelsToGive(
  { byGrant }: Pick<Authority, 'byGrant'>,
  product: string,
  held?: string,
): readonly EndUserLevel[] {
  const levels = endUserLevelsOf(product)
  return byGrant.has('people.update') ? levels.filter(level => level === 'user' || level === held) : levels
}

/**
 * How high somebody acts on an account, by what they may do there: whoever may manage its managers stands with them. A
 * firm's person who helps with people stands with the other administrators, below those who gave them the access.
 */
export function actingLevel({ capabilities, platform }: Authority): ManagingLevel {
  if (platform) return `platform-${platform}`
  if (capabilities.has('managers.manage')) return 'owner'
  if (capabilities.has('people.update')) return 'administrator'
  return capabilities.has('portal-users.manage') ? 'portal-administrator' : 'user'
}
