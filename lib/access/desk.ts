import type { PlatformRole } from './platform.ts'

/** What the provider's own staff may do at its desk; what they may do inside an account stands in ./platform.ts. */
export const deskCapabilities = [
  /** See the desk: its lists, its pages, its history. */
  'desk.read',
  'accounts.manage',
  /** Look into an account for a while, with a reason that the customer reads. Administrators see it without one. */
  'accounts.look-in',
  'designations.manage',
  'partners.manage',
  'relationships.manage',
  'domains.manage',
  'delivery.manage',
  'limits.manage',
  'sign-in.manage',
  'people.manage',
] as const
export type DeskCapability = (typeof deskCapabilities)[number]

const table: Record<PlatformRole, readonly DeskCapability[]> = {
  administrator: deskCapabilities,
  support: ['desk.read', 'accounts.look-in'],
}

/** Whether one of the provider's own staff may do this at its desk. */
export function mayAtDesk(role: PlatformRole, capability: DeskCapability): boolean {
  return table[role].includes(capability)
}
