/** What a person can be on an account. */
export const membershipKinds = ['account-manager', 'end-user', 'administrator', 'portal-user'] as const
export type MembershipKind = (typeof membershipKinds)[number]
