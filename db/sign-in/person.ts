import type { Tx } from '../client.ts'
import type { SessionPlace } from './session.ts'

/** Joins the branding domain where the person `p` is at home, and what has taken its place; see homeOf. */
export const withHome = (p: string) => `join branding_domain h on h.id = ${p}.home_brand_id
      left join branding_domain s on s.id = h.successor_id and s.retired_at is null`

/** The id of the branding domain that is the person's home by now; null where theirs was retired without a successor. */
export const homeOf = 'case when h.retired_at is null then h.id else s.id end'

/** An id that is nobody's, for the questions that are asked the same where an address is not known. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/** Somebody who may sign in, as the sign-in needs to know them. */
export interface Arriving {
  readonly personId: string
  readonly name: string
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
    `select p.id as "personId", p.name, p.email_canonical as "canonicalEmail", p.password_hash as "passwordHash",
        coalesce(${homeOf}, $2::uuid) as "homeBrandId"
      from person p ${withHome('p')}
      where p.${column} = $1 and p.disabled_at is null`,
    [key, place.brandingDomainId],
  )
  return answer.rows[0] ?? null
}

/**
 * Whether the password that somebody has proved is still theirs. Proving takes its time outside of any transaction, and a
 * reset may have come between; from here on none does, since their row is held to the transaction's end.
 */
export async function isStillTheirs(
  tx: Tx,
  { personId, passwordHash }: Pick<Arriving, 'personId' | 'passwordHash'>,
): Promise<boolean> {
  const answer = await tx.$client.query(
    'select 1 from person where id = $1 and password_hash = $2 and disabled_at is null for no key update',
    [personId, passwordHash],
  )
  return answer.rowCount === 1
}
