import { isGuid, type MicrosoftSetting, personalTenant } from './setting.ts'

/**
 * A Microsoft account, as a token of its tenant that was checked names it. Tenant and object together are who it is, for
 * good; name and address are what the tenant says, which proves neither, and are only ever shown.
 */
export interface MicrosoftAccount {
  readonly tenant: string
  readonly object: string
  readonly name: string
  readonly address: string
}

const longest = 200

/** What people may read of a claim: one line without signs that nobody sees, cut where it is overlong. */
function shown(claim: unknown): string {
  if (typeof claim !== 'string') return ''
  return claim
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, longest)
}

/** The account that a checked token's claims speak of; null where they name none. */
export function accountIn(claims: Readonly<Record<string, unknown>>): MicrosoftAccount | null {
  const { tid: tenant, oid: object } = claims
  if (!isGuid(tenant) || !isGuid(object)) return null
  const address = shown(claims.preferred_username) || shown(claims.email)
  return { tenant, object, name: shown(claims.name) || address, address }
}

/**
 * When the person themselves last signed in at Microsoft, as a checked token's claims say (`auth_time`, in seconds); 1970 where
 * they say nothing, as of somebody whom Microsoft let through without asking. How fresh a session's proof is goes by it.
 */
export function signedInAt({ auth_time: seconds }: Readonly<Record<string, unknown>>): Date {
  const isMoment = typeof seconds === 'number' && seconds > 0 && seconds < 1e11
  return new Date(isMoment ? seconds * 1000 : 0)
}

/** Why an account is not let in here at all. */
export type TenantRefusal = 'personal' | 'other-tenant'

/** Whether accounts of this tenant are let in by now; null = they are. */
export function tenantRefused(
  tenant: string,
  { whose, tenants }: Pick<MicrosoftSetting, 'whose' | 'tenants'>,
): TenantRefusal | null {
  if (tenant === personalTenant) return 'personal'
  return whose === 'any' || tenants.includes(tenant) ? null : 'other-tenant'
}

/** Why nobody is signed in by a Microsoft account that was proved. */
export type NotKnown = TenantRefusal | 'not-linked' | 'shut-out'

/** Why a sign-in with Microsoft came to nothing at all. */
export const failures = ['stale', 'cancelled', 'unreachable', 'untrusted', 'setup', 'off'] as const
export type Failure = (typeof failures)[number]

export function isFailure(text: unknown): text is Failure {
  return failures.some(one => one === text)
}
