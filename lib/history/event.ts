/** What is done to an account’s phonebook. */
export const phonebookActions = [
  'contact.added',
  'contact.updated',
  'contact.removed',
  'contact.restored',
  'contacts.removed',
  'contacts.restored',
  'contacts.grouped',
  'contacts.imported',
  'contact-group.added',
  'contact-group.renamed',
  'contact-group.removed',
  'contact-group.restored',
  'phonebook-address.made',
  'phonebook-address.replaced',
  'phonebook-address.ended',
] as const

/** What is done with text messages and faxes. */
export const faxActions = ['fax.sent', 'fax.removed', 'fax.restored'] as const
/** What is done to an account’s virtual PBX and key profiles. */
export const pbxActions = [
  'pbx-extension.added',
  'pbx-extension.updated',
  'pbx-extension.removed',
  'pbx-extension.restored',
  'pbx-extension.pin-set',
  'pbx-extensions.removed',
  'pbx-extensions.restored',
  'pbx-extensions.profiled',
  'pbx-extensions.unprofiled',
  'pbx-extensions.imported',
  'key-profile.added',
  'key-profile.copied',
  'key-profile.updated',
  'key-profile.removed',
  'key-profile.replaced',
] as const

/** What is done to what an account shows of its own, and to what it sets up services by. */
export const ownBrandActions = [
  'own-brand.updated',
  'service-template.added',
  'service-template.updated',
  'service-template.removed',
  'service-template.restored',
] as const

/** What an account does about what it buys and tries out. */
const planActions = [
  'subscription.added',
  'subscription.updated',
  'subscription.undone',
  'subscription.refused',
  'subscription.set-aside',
  'licence.assigned',
  'licence.taken-back',
  'trial.started',
] as const

/** Every kind of thing that the history tells. A new one without its sentence in words.ts does not compile. */
export const eventActions = [
  'access-request.sent',
  'access-request.approved',
  'access-request.declined',
  'access-request.question-asked',
  'access-request.question-answered',
  'access-request.withdrawn',
  'access-request.lapsed',
  'access-request.ended-with-relationship',
  'access-request.ended-with-account',
  'access-request.ended-with-partner',
  'partner-invitation.sent',
  'partner-invitation.accepted',
  'partner-invitation.declined',
  'partner-invitation.cancelled',
  'partner-invitation.lapsed',
  'partner-invitation.ended-with-relationship',
  'partner-invitation.ended-with-account',
  'partner-invitation.ended-with-partner',
  'grant.created',
  'grant.taken-up',
  'grant.designated',
  'grant.started',
  'grant.expired',
  'grant.revoked',
  'grant.relinquished',
  'grant.terminated',
  'grant.suspended',
  'grant.resumed',
  'grant.entered',
  'grant.kept',
  'grant.extended',
  'grant.shortened',
  'grant.trimmed',
  'grant.review-due',
  'grant.reviewed',
  'grant.unreviewed',
  'extension.asked',
  'extension.granted',
  'extension.declined',
  'extension.withdrawn',
  'extension.lapsed',
  'assignment.given',
  'assignment.changed',
  'assignment.ended',
  'assignment-ask.sent',
  'assignment-ask.granted',
  'assignment-ask.declined',
  'assignment-ask.withdrawn',
  'assignment-ask.lapsed',
  'grant.client-excluded',
  'grant.client-included',
  'designation-ask.sent',
  'designation-ask.granted',
  'designation-ask.kept',
  'designation-ask.lapsed',
  'relationship.started',
  'relationship.ended',
  'relationship.imported',
  'letter.resent',
  'letter.hurried',
  'letter.link-made',
  'person.address-corrected',
  'limits.changed',
  'microsoft.changed',
  'microsoft.switched-on',
  'microsoft.switched-off',
  'platform-user.added',
  'platform-user.role-changed',
  'platform-user.resent',
  'platform-user.reset',
  'platform-user.removed',
  'platform-user.activated',
  'account.created',
  'account.client-added',
  'account.updated',
  'account.code-replaced',
  'account.closed',
  'partner.created',
  'partner.updated',
  'partner.closed',
  'partner.blocked',
  'partner.unblocked',
  'partner.share-code-replaced',
  'calendar.made',
  'calendar.replaced',
  'calendar.ended',
  'template.added',
  'template.updated',
  'template.removed',
  ...phonebookActions,
  'call-records.imported',
  'sync.started',
  'sync.finished',
  'sync.failed',
  'back-office.refused',
  'back-office.set-aside',
  'back-office.imported',
  'sms.sent',
  ...faxActions,
  ...pbxActions,
  ...ownBrandActions,
  ...planActions,
  'account.imported',
  'partner.imported',
  'staff.added',
  'staff.imported',
  'staff.updated',
  'staff.resent',
  'staff.activated',
  'staff.removed',
  'service.updated',
  'end-user.updated',
  'branding-domain.added',
  'branding-domain.updated',
  'branding-domain.retired',
  'branding-domain.restored',
  'membership.added',
  'membership.imported',
  'membership.activated',
  'membership.resent',
  'membership.reset',
  'membership.disabled',
  'membership.enabled',
  'membership.removed',
  'membership.updated',
  'person-invitation.created',
  'person-invitation.resent',
  'person-invitation.readdressed',
  'person-invitation.offer-changed',
  'person-invitation.accepted',
  'person-invitation.declined',
  'person-invitation.cancelled',
  'person-invitation.lapsed',
  'person-invitation.ended-with-account',
  'account.visited',
  'account.visit-opened',
  'account.visit-ended',
  'attempt.refused',
  'portal.restored',
] as const
export type EventAction = (typeof eventActions)[number]

/** The facts that the sentences need beside who, when and for which account. */
export interface EventFacts {
  readonly partner?: string
  readonly requester?: string
  readonly scope?: string
  readonly pages?: readonly string[]
  /** The parent account whose access it is, where it opened a client account of its. */
  readonly via?: string
  /** The access opens the client accounts, too. */
  readonly clients?: boolean
  readonly duration?: string
  readonly startsAt?: string | null
  readonly endsAt?: string | null
  readonly ticket?: string
  /** What end and scope were before they were moved. */
  readonly was?: {
    readonly endsAt: string | null
    readonly scope: string
    readonly pages: readonly string[]
  }
  /** When the account is asked to look at the access again. */
  readonly reviewAt?: string | null
  /** What was changed, field by field: old and new value. */
  readonly changes?: Readonly<Record<string, readonly [string, string]>>
  readonly what?: string
  /** How many of each sort, where many were meant at once. */
  readonly counts?: Readonly<Record<string, number>>
  /** The person it was done to, where that is not who asked. */
  readonly whom?: string
  /** The address of the person that it is about: names are given by whoever adds them, and many are called alike. */
  readonly email?: string
  /** What a person is on the account, or in the firm. */
  readonly kind?: string
  readonly roles?: readonly string[]
  /** `import`: it came from the provider's files; `left-firm`: whoever it is about is not of the firm any more. */
  readonly source?: string
}
