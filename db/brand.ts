import type pg from 'pg'
import type { Brand } from '#lib/branding/brand.ts'
import { glance } from './client.ts'
import { getPool } from './driver/pool.ts'
import { sqlText } from './sql-text.ts'

/** A branding domain as the proxy finds it: live, or retired with the host that follows it. */
export interface FoundBrand {
  readonly brand: Brand
  readonly successorHost: string | null
  readonly retired: boolean
}

const hostName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/

/** The branding domain of a host name (lower case, no port), or null: there is no portal at that name. */
export async function brandByHost(host: string, from: pg.Pool = getPool()): Promise<FoundBrand | null> {
  if (!hostName.test(host)) return null
  const rows = await glance<Brand & { successorHost: string | null; retired: boolean }>(
    { role: 'worker' },
    sqlText`select b.id, b.provider_id as "providerId", b.host, b.name, b.accent, b.accent_dark as "accentDark", b.support_name as "supportName",
        b.support_email as "supportEmail", b.support_phone as "supportPhone", b.support_url as "supportUrl",
        b.sender_name as "senderName", b.sender_address as "senderAddress", b.default_language as "defaultLanguage",
        b.terms_url as "termsUrl", b.privacy_url as "privacyUrl", b.logo_version as "logoVersion",
        exists (select 1 from brand_asset x where x.branding_domain_id = b.id and x.kind = 'logo') as "hasLogo",
        s.host as "successorHost", b.retired_at is not null as retired
      from branding_domain b left join branding_domain s on s.id = b.successor_id and s.retired_at is null
      where b.host = ${host}`,
    from,
  )
  const row = rows[0]
  if (!row) return null
  const { successorHost, retired, ...brand } = row
  return { brand, successorHost, retired }
}

/** The hosts of the deployment, for the demo's list of brands. */
export async function allHosts(): Promise<readonly { host: string; name: string }[]> {
  return glance(
    { role: 'worker' },
    sqlText`select host, name from branding_domain where retired_at is null order by name`,
  )
}

/** What a provider is called, whatever its branding domains are called. */
export async function providerName(providerId: string, from: pg.Pool = getPool()): Promise<string> {
  const rows = await glance<{ name: string }>(
    { role: 'worker' },
    sqlText`select name from provider where id = ${providerId}`,
    from,
  )
  return rows[0]?.name ?? ''
}

/** Whether the deployment has been set up. */
export async function anyProvider(): Promise<boolean> {
  const rows = await glance({ role: 'worker' }, sqlText`select 1 from provider limit 1`)
  return rows.length > 0
}
