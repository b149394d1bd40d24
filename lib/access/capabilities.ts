import type { Product } from './products.ts'

/**
 * The smallest rights. Roles, modules and scopes are named sets of these and nothing else.
 * `financial` marks a right whose use has a financial or contractual effect: no partner scope contains one,
 * and on a client account only the parent and the provider hold them.
 */
const marks = {
  'account.read': 'plain',
  'activity.read': 'plain',
  'partners.read': 'plain',
  'partners.decide': 'plain',
  'administrators.read': 'plain',
  'administrators.manage': 'plain',
  'managers.read': 'plain',
  'managers.manage': 'plain',
  'people.read': 'plain',
  'people.update': 'plain',
  'portal-users.read': 'plain',
  'portal-users.manage': 'plain',
  'general.read': 'plain',
  'general.update': 'plain',
  'services.read': 'plain',
  'services.update': 'plain',
  'subscriptions.read': 'plain',
  'subscriptions.update': 'financial',
  'billing.read': 'plain',
  'trials.read': 'plain',
  'trials.start': 'financial',
  'clients.read': 'plain',
  'clients.create': 'financial',
  'branding.read': 'plain',
  'branding.update': 'plain',
  'sync.run': 'plain',
  'module.fax': 'plain',
  'module.sms': 'plain',
  'module.call-log': 'plain',
  'module.phonebook': 'plain',
  'module.admin': 'plain',
} as const satisfies Record<string, 'plain' | 'financial'>

export type Capability = keyof typeof marks

export const capabilities = Object.keys(marks) as readonly Capability[]

export function isFinancial(capability: Capability): boolean {
  return marks[capability] === 'financial'
}

/** Rights over what comes with a product: where the account has not bought it they are nobody's, whoever asks. */
const comesWith: Partial<Record<Capability, Product>> = {
  'branding.read': 'branding',
  'branding.update': 'branding',
}

/** Whether the right can be anybody's on an account that bought these products. */
export function isThere(capability: Capability, bought: readonly string[]): boolean {
  const product = comesWith[capability]
  return product === undefined || bought.includes(product)
}
