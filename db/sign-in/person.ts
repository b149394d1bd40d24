import type { Tx } from '../client.ts'
import type { SessionPlace } from './session.ts'

/** Somebody who may sign in, as the sign-in needs to know them. */
export interface Arriving {
  readonly personId: string
  readonly canonicalEmail: string
  readonly passwordHash: string | null
  /** The branding domain where they are at home; that of its successor where it has been retired. */
  readonly homeBrandId: string
}

/**
 * A person of this provider, or null: unknown, or disabled. A home that was retired without a successor is nobody's home
 * any more: then they are at home wherever they ask.
 */
export async function arrivingPerson(
  tx: Tx,
  place: SessionPlace,
  person: { readonly canonicalEmail: string } | { readonly id: string },
): Promise<Arriving | null> {
  const [column, key] =
    'id' in person ? (['id', person.id] as const) : (['email_canonical', person.canonicalEmail] as const)
  const answer = await tx.$client.query<Arriving>(
    `select p.id as "personId", p.email_canonical as "canonicalEmail", p.password_hash as "passwordHash",
        case when h.retired_at is null then h.id else coalesce(s.id, $2::uuid) end as "homeBrandId"
      from person p
      join branding_domain h on h.id = p.home_brand_id
      left join branding_domain s on s.id = h.successor_id and s.retired_at is null
      where p.${column} = $1 and p.disabled_at is null`,
    [key, place.brandingDomainId],
  )
  return answer.rows[0] ?? null
}
