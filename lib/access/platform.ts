import { type Capability, capabilities } from './capabilities.ts'

export const platformRoles = ['administrator', 'support'] as const
export type PlatformRole = (typeof platformRoles)[number]

/**
 * What the provider's own staff may do on each of its accounts. Who is let in is the account's own decision, never the
 * provider's, and its people's messages are nobody's business; contracts and money are what the provider is there for.
 */
const never: readonly Capability[] = [
  'partners.decide',
  'module.fax',
  'module.sms',
  'module.call-log',
  'module.phonebook',
  'module.admin',
]

/** Support helps people in, and looks at the rest. */
const supportHelps: readonly Capability[] = ['managers.manage', 'people.update']

const administrator = capabilities.filter(capability => !never.includes(capability))

const table: Record<PlatformRole, readonly Capability[]> = {
  administrator,
  support: [...administrator.filter(capability => capability.endsWith('.read')), ...supportHelps],
}

export function capabilitiesOfPlatform(role: PlatformRole): readonly Capability[] {
  return table[role]
}
