import type { Capability } from './capabilities.ts'

/** `modules` stand across the top, the others down the side. */
export const accountGroups = ['access', 'plan', 'services', 'account', 'modules'] as const

/** The pages of an account that stand in its navigation, and the rights of which any one opens each. */
export const accountSections = [
  { key: 'overview', group: 'access', path: '', needs: ['account.read'] },
  { key: 'authorisation', group: 'access', path: '/settings/authorisation', needs: ['partners.read'] },
  { key: 'user-access', group: 'access', path: '/settings/user-access', needs: ['managers.read'] },
  {
    key: 'administrators',
    group: 'access',
    path: '/settings/administrators',
    needs: ['administrators.read'],
  },
  { key: 'portal-users', group: 'access', path: '/settings/portal-users', needs: ['portal-users.read'] },
  {
    key: 'subscriptions',
    group: 'plan',
    path: '/settings/subscriptions',
    needs: ['subscriptions.read'],
  },
  { key: 'billing', group: 'plan', path: '/settings/billing', needs: ['billing.read'] },
  { key: 'trials', group: 'plan', path: '/settings/trials', needs: ['trials.read'] },
  { key: 'clients', group: 'plan', path: '/settings/clients', needs: ['clients.read'] },
  { key: 'services', group: 'services', path: '/settings/services', needs: ['services.read', 'people.read'] },
  { key: 'sync', group: 'services', path: '/settings/sync', needs: ['sync.run'] },
  { key: 'general', group: 'account', path: '/settings/general', needs: ['general.read'] },
  { key: 'branding', group: 'account', path: '/settings/branding', needs: ['branding.read'] },
  { key: 'activity', group: 'account', path: '/settings/activity', needs: ['activity.read'] },
  { key: 'sms', group: 'modules', path: '/sms', needs: ['module.sms'] },
  { key: 'fax', group: 'modules', path: '/fax', needs: ['module.fax'] },
  { key: 'phonebook', group: 'modules', path: '/phonebook', needs: ['module.phonebook'] },
  { key: 'call-log', group: 'modules', path: '/call-log', needs: ['module.call-log'] },
  { key: 'admin', group: 'modules', path: '/admin', needs: ['module.admin'] },
] as const satisfies readonly {
  readonly key: string
  readonly group: (typeof accountGroups)[number]
  readonly path: string
  readonly needs: readonly Capability[]
}[]
