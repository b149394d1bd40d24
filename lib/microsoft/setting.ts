import { ok, type Result, refuse } from '#lib/result.ts'

// How a provider lets people sign in with Microsoft: by which application of its own, and of which organisations.

/** Whose Microsoft accounts are let in: those of the organisations named, or of any. */
export const tenantChoices = ['listed', 'any'] as const
export type TenantChoice = (typeof tenantChoices)[number]

export interface MicrosoftSetting {
  readonly isOn: boolean
  readonly whose: TenantChoice
  /** The tenant ids that are let in, in small letters; empty where any is. */
  readonly tenants: readonly string[]
  readonly clientId: string
  readonly hasSecret: boolean
}

export const noSetting: MicrosoftSetting = {
  isOn: false,
  whose: 'listed',
  tenants: [],
  clientId: '',
  hasSecret: false,
}

/** The setting as its edit form and the history name it; `microsoftSecret` holds the how-many-eth it is, never the secret. */
export const settingFields = ['microsoftTenants', 'microsoftClient', 'microsoftSecret'] as const
export type SettingField = (typeof settingFields)[number]

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id as Microsoft gives them to tenants, applications and people. */
export function isGuid(text: unknown): text is string {
  return typeof text === 'string' && guid.test(text)
}

/** Microsoft's own tenant for personal accounts: they are of no organisation, and nobody's work account. */
export const personalTenant = '9188040d-6c67-4b5b-b112-36a304b66dad'

/** More organisations are let in as "any". */
export const mostTenants = 50

export type TenantsRefusal = 'not-a-tenant' | 'personal-tenant' | 'too-many-tenants'

/** The tenant ids that somebody typed, one a line or with commas between; each once, in their order. */
export function tenantsIn(text: string): Result<readonly string[], TenantsRefusal> {
  const typed = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(one => one !== '')
  const tenants = [...new Set(typed)]
  if (!tenants.every(isGuid)) return refuse('not-a-tenant')
  if (tenants.includes(personalTenant)) return refuse('personal-tenant')
  return tenants.length > mostTenants ? refuse('too-many-tenants') : ok(tenants)
}

/** The stored text of whose accounts are let in: empty, `any`, or ids with commas between. */
export function tenantsText({ whose, tenants }: Pick<MicrosoftSetting, 'whose' | 'tenants'>): string {
  return whose === 'any' ? 'any' : tenants.join(', ')
}

/** Whether everything is there that a sign-in needs. */
export function isComplete({ whose, tenants, clientId, hasSecret }: MicrosoftSetting): boolean {
  return (whose === 'any' || tenants.length > 0) && clientId !== '' && hasSecret
}

/** Why nobody can be signed in by it at the moment: switched off, or something is missing; null = they can. */
export function notReady(setting: MicrosoftSetting): 'off' | 'setup' | null {
  if (!setting.isOn) return 'off'
  return isComplete(setting) ? null : 'setup'
}

export type SwitchRefusal = 'incomplete' | 'already-so'

/** Whether it may be switched to `isOn`: on only once it is complete. */
export function mayBeSwitched(setting: MicrosoftSetting, isOn: boolean): Result<null, SwitchRefusal> {
  if (setting.isOn === isOn) return refuse('already-so')
  return isOn && !isComplete(setting) ? refuse('incomplete') : ok(null)
}

/**
 * The address under which Microsoft signs these people in: the one tenant's own, which also refuses everybody else there,
 * or the one for all organisations. `base` is MICROSOFT_AUTHORITY.
 */
export function entranceOf(
  base: string,
  { whose, tenants }: Pick<MicrosoftSetting, 'whose' | 'tenants'>,
): string {
  const [only, second] = tenants
  return `${base}/${whose === 'listed' && only && !second ? only : 'organizations'}/v2.0`
}

/** Who must have issued a token about somebody of this tenant, to the letter. */
export function issuerOf(base: string, tenant: string): string {
  return `${base}/${tenant}/v2.0`
}
