import { type EndUserLevel, endUserLevelsOf, isEndUserLevel, isProduct, type Product } from './products.ts'

// What the levels of each product may do, and what nobody but the provider can. An account manager has the highest level
// of every product that the account bought; on lines and trunks there is no other.

export const productActs = [
  'answering',
  'numbers',
  'devices',
  'trunks',
  'lines',
  'users',
  'own-extension',
] as const
export type ProductAct = (typeof productActs)[number]

export const providerActs = [
  'order',
  'port',
  'plan',
  'capacity',
  'emergency-address',
  'alarm-test',
  'domain',
] as const
export type ProviderAct = (typeof providerActs)[number]

/** Those of end users, and the only one that there is on lines and trunks. */
export type ProductLevel = EndUserLevel | 'manager'

type LevelTable = Readonly<Partial<Record<ProductLevel, readonly ProductAct[]>>>

const acts: Readonly<Record<Product, LevelTable>> = {
  'business-cloud-communications': {
    'super-admin': ['answering', 'numbers', 'devices', 'users', 'own-extension'],
    admin: ['answering', 'devices', 'users', 'own-extension'],
    user: ['own-extension'],
  },
  'cloud-pbx': {
    admin: ['answering', 'numbers', 'devices', 'users', 'own-extension'],
    user: ['own-extension'],
  },
  'business-lines': { manager: ['numbers', 'lines'] },
  'sip-trunks': { manager: ['numbers', 'trunks'] },
  'specialty-lines': { manager: ['lines'] },
  branding: {},
}

const providerOnly: Readonly<Record<Product, readonly ProviderAct[]>> = {
  'business-cloud-communications': ['order', 'port', 'plan', 'emergency-address'],
  'cloud-pbx': ['order', 'port', 'plan', 'emergency-address'],
  'business-lines': ['order', 'port', 'emergency-address'],
  'sip-trunks': ['order', 'port', 'capacity', 'emergency-address'],
  'specialty-lines': ['order', 'alarm-test'],
  branding: ['domain'],
}

/** What somebody of this level may do on the product. */
export function actsOfLevel(product: Product, level: ProductLevel): readonly ProductAct[] {
  return acts[product][level] ?? []
}

/** The level that an account manager has on the product, the highest that a customer can have; none on Branding. */
export function managerLevel(product: Product): ProductLevel | null {
  const [highest] = endUserLevelsOf(product)
  return highest ?? (acts[product].manager ? 'manager' : null)
}

/**
 * What an end user's level gives them, as far as it is known; the portal has no pages for it yet, so all of it is told as
 * theirs and not there.
 */
export function actsOfEndUser(product: string | null, level: string | null): readonly ProductAct[] {
  return product && level && isProduct(product) && isEndUserLevel(level) ? actsOfLevel(product, level) : []
}

export function onlyProvider(product: Product): readonly ProviderAct[] {
  return providerOnly[product]
}
