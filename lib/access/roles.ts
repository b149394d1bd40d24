import type { Capability } from './capabilities.ts'

export const roles = [
  'account-owner',
  'subscription-contributor',
  'subscription-owner',
  'subscription-viewer',
  'service-contributor',
  'service-viewer',
  'brand-contributor',
  'sync-contributor',
] as const
export type Role = (typeof roles)[number]

export const modules = ['fax', 'sms', 'call-log', 'phonebook', 'admin'] as const
export type Module = (typeof modules)[number]

/** What an Account Owner and an account manager hold: everything of the account but money and contracts. */
export const ownerCapabilities: readonly Capability[] = [
  'account.read',
  'activity.read',
  'partners.read',
  'partners.decide',
  'administrators.read',
  'administrators.manage',
  'managers.read',
  'managers.manage',
  'people.read',
  'people.update',
  'portal-users.read',
  'portal-users.manage',
  'general.read',
  'general.update',
  'services.read',
  'services.update',
  'subscriptions.read',
  'clients.read',
  'branding.read',
]

const roleTable: Record<Role, readonly Capability[]> = {
  'account-owner': ownerCapabilities,
  'subscription-contributor': [
    'account.read',
    'subscriptions.read',
    'subscriptions.update',
    'clients.read',
    'clients.create',
  ],
  'subscription-owner': ['account.read', 'billing.read', 'trials.read'],
  'subscription-viewer': ['account.read', 'subscriptions.read', 'clients.read'],
  'service-contributor': ['account.read', 'clients.read'],
  'service-viewer': ['account.read', 'services.read', 'people.read'],
  'brand-contributor': ['account.read', 'branding.read', 'branding.update'],
  'sync-contributor': ['account.read', 'sync.run'],
}

const moduleTable: Record<Module, readonly Capability[]> = {
  fax: ['module.fax'],
  sms: ['module.sms'],
  'call-log': ['module.call-log'],
  phonebook: ['module.phonebook'],
  admin: ['module.admin', 'portal-users.read', 'portal-users.manage'],
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

export function isModule(text: string): text is Module {
  return (modules as readonly string[]).includes(text)
}

export function capabilitiesOfRole(role: Role): readonly Capability[] {
  return roleTable[role]
}

export function capabilitiesOfModule(module: Module): readonly Capability[] {
  return moduleTable[module]
}
