import type { Tx } from '../client.ts'

/** Somebody who may sign in, as the sign-in needs to know them. */
export interface Arriving {
  readonly personId: string
  readonly passwordHash: string | null
  /** The branding domain where they are at home; that of its successor where it has been retired. */
  readonly homeBrandId: string
  readonly homeHost: string
}

/**
 * The person of this provider with this canonical address, or null: unknown, or disabled. A home that was retired
 * without a successor is nobody's home any more: then they are at home wherever they ask.
 */
export async function arrivingPerson(
  tx: Tx,
  canonical: string,
  here: { readonly brandingDomainId: string },
): Promise<Arriving | null> {
  const answer = await tx.$client.query<Arriving>(
    `select p.id as "personId", p.password_hash as "passwordHash", b.id as "homeBrandId", b.host as "homeHost"
      from person p
      join branding_domain h on h.id = p.home_brand_id
      left join branding_domain s on s.id = h.successor_id and s.retired_at is null
      join branding_domain b on b.id = case when h.retired_at is null then h.id else coalesce(s.id, $2::uuid) end
      where p.email_canonical = $1 and p.disabled_at is null`,
    [canonical, here.brandingDomainId],
  )
  return answer.rows[0] ?? null
}
