/** What an account can have bought. */
export const products = [
  'business-cloud-communications',
  'cloud-pbx',
  'business-lines',
  'sip-trunks',
  'specialty-lines',
  'branding',
] as const
export type Product = (typeof products)[number]

/** Products as one text, in the order of the list: what was shown, stored and chosen can be compared. */
export function productsText(chosen: readonly string[]): string {
  const known = products.filter(product => chosen.includes(product))
  return [...known, ...chosen.filter(one => !isProduct(one)).sort()].join(',')
}

export function productsFrom(text: string): readonly string[] {
  return text.split(',').filter(product => product !== '')
}

export const serviceKinds = ['number', 'trunk', 'device'] as const
export type ServiceKind = (typeof serviceKinds)[number]

/** Levels of end users, high to low. */
export const endUserLevels = ['super-admin', 'admin', 'user'] as const
export type EndUserLevel = (typeof endUserLevels)[number]

/** End users belong to these products and to no other: lines and trunks have none. */
const levelTable: Partial<Record<Product, readonly EndUserLevel[]>> = {
  'business-cloud-communications': ['super-admin', 'admin', 'user'],
  'cloud-pbx': ['admin', 'user'],
}

/** The products that come with a virtual PBX: only there calls are sent on from extension to extension. */
export const pbxProducts = [
  'business-cloud-communications',
  'cloud-pbx',
] as const satisfies readonly Product[]

/** Whether an account that bought these has a virtual PBX. */
export function hasPbx(bought: readonly string[]): boolean {
  return pbxProducts.some(product => bought.includes(product))
}

export function isProduct(text: string): text is Product {
  return (products as readonly string[]).includes(text)
}

export function isEndUserLevel(text: string): text is EndUserLevel {
  return (endUserLevels as readonly string[]).includes(text)
}

/** The levels that an end user of the product can have; none where the product has no end users. */
export function endUserLevelsOf(product: string): readonly EndUserLevel[] {
  return (isProduct(product) && levelTable[product]) || []
}

export function hasEndUsers(product: string): boolean {
  return endUserLevelsOf(product).length > 0
}
