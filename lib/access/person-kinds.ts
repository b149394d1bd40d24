import { membershipKinds } from './membership-kinds.ts'

/** What a person can be in a partner firm. */
export const staffRoles = ['administrator', 'technician'] as const
export type StaffRole = (typeof staffRoles)[number]
export const staffKinds = ['partner-administrator', 'partner-technician'] as const
export type StaffKind = (typeof staffKinds)[number]

/** What a person can be among the provider's own people. */
export const platformKinds = ['platform-administrator', 'platform-support'] as const

/** Everything that a person can be within a provider. */
export const personKinds = [...membershipKinds, ...staffKinds, ...platformKinds] as const
export type PersonKind = (typeof personKinds)[number]

export function isStaffKind(kind: PersonKind): kind is StaffKind {
  return (staffKinds as readonly PersonKind[]).includes(kind)
}

export function isPlatformKind(kind: PersonKind): kind is (typeof platformKinds)[number] {
  return (platformKinds as readonly PersonKind[]).includes(kind)
}

export const staffKindOf = (role: StaffRole): StaffKind => `partner-${role}`
