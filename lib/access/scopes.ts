import { type Capability, capabilities, isFinancial } from './capabilities.ts'

/**
 * What a partner can be given. `full` is what the field calls Decision Maker access: it holds neither deciding on
 * partner access nor administrators, ownership, money or contracts.
 */
export const scopeNames = ['full', 'services', 'people', 'read-only', 'chosen'] as const
export type ScopeName = (typeof scopeNames)[number]

/** The same, what allows least first. */
export const scopesBySize = [
  'read-only',
  'chosen',
  'people',
  'services',
  'full',
] as const satisfies readonly ScopeName[]

/** In which order they are offered to whoever asks: the least harmful first, what is picked piece by piece last, with its pieces behind it. */
export const scopesToAsk = [
  'read-only',
  'services',
  'people',
  'full',
  'chosen',
] as const satisfies readonly ScopeName[]

/** The pages and modules of which a `chosen` scope is put together. */
export const scopePages = [
  'general',
  'services',
  'people',
  'activity',
  'fax',
  'sms',
  'call-log',
  'phonebook',
] as const
export type ScopePage = (typeof scopePages)[number]

export interface Scope {
  readonly name: ScopeName
  /** Only for `chosen`; at least one. */
  readonly pages: readonly ScopePage[]
}

/** What no partner is ever given, beside whatever has the financial mark. */
const neverGiven: ReadonlySet<Capability> = new Set([
  'partners.read',
  'partners.decide',
  'administrators.read',
  'administrators.manage',
  'managers.read',
  'managers.manage',
  'billing.read',
  'trials.read',
])

const pageTable: Record<ScopePage, readonly Capability[]> = {
  general: ['general.read', 'general.update'],
  services: ['services.read', 'services.update'],
  people: ['people.read', 'people.update'],
  activity: ['activity.read'],
  fax: ['module.fax'],
  sms: ['module.sms'],
  'call-log': ['module.call-log'],
  phonebook: ['module.phonebook'],
}

const scopeTable: Record<Exclude<ScopeName, 'chosen'>, readonly Capability[]> = {
  full: capabilities.filter(capability => !neverGiven.has(capability) && !isFinancial(capability)),
  services: ['account.read', 'general.read', 'services.read', 'services.update'],
  people: ['account.read', 'people.read', 'people.update', 'portal-users.read', 'portal-users.manage'],
  'read-only': ['account.read', 'general.read', 'services.read', 'people.read', 'activity.read'],
}

export function isScopeName(text: string): text is ScopeName {
  return (scopeNames as readonly string[]).includes(text)
}

export function isScopePage(text: string): text is ScopePage {
  return (scopePages as readonly string[]).includes(text)
}

/** Reads a stored scope; anything unknown in it gives nothing. */
export function scopeFrom(name: string, pages: readonly string[]): Scope {
  if (!isScopeName(name)) return { name: 'chosen', pages: [] }
  return { name, pages: name === 'chosen' ? pages.filter(isScopePage) : [] }
}

export function capabilitiesOfScope(scope: Scope): ReadonlySet<Capability> {
  if (scope.name !== 'chosen') return new Set(scopeTable[scope.name])
  if (scope.pages.length === 0) return new Set()
  return new Set<Capability>(['account.read', ...scope.pages.flatMap(page => pageTable[page])])
}

/** Whether `inner` gives nothing that `outer` does not: the rule behind "approve less than asked". */
export function isWithin(inner: Scope, outer: Scope): boolean {
  const allowed = capabilitiesOfScope(outer)
  return [...capabilitiesOfScope(inner)].every(capability => allowed.has(capability))
}

/** The scopes and pages that fit in what was asked, for the form that approves. */
export function choicesWithin(asked: Scope): { names: readonly ScopeName[]; pages: readonly ScopePage[] } {
  const names = scopeNames.filter(name => name !== 'chosen' && isWithin({ name, pages: [] }, asked))
  const pages = scopePages.filter(page => isWithin({ name: 'chosen', pages: [page] }, asked))
  return { names: pages.length > 0 ? [...names, 'chosen'] : names, pages }
}
