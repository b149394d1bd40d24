import { clientsNamed, type NamedClients } from '../account/clients.ts'
import type { Tx } from '../client.ts'

/** An account for which the provider is about to set a support partner. */
export interface DesignatedFor {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly timeZone: string
  readonly longestHours: number | null
  readonly clients: NamedClients | null
}

/** One of the provider's open accounts; null where there is none. */
export async function designatedFor(
  tx: Tx,
  providerId: string,
  of: { readonly slug: string } | { readonly id: string },
): Promise<DesignatedFor | null> {
  const [column, key] = 'slug' in of ? ['slug', of.slug] : ['id', of.id]
  const answer = await tx.$client.query<DesignatedFor>(
    `select a.id, a.slug, a.name, a.time_zone as "timeZone", v.longest_grant_hours as "longestHours", ${clientsNamed('a.id')} as clients
      from account a join provider v on v.id = a.provider_id
      where a.provider_id = $1 and a.${column} = $2 and a.closed_at is null`,
    [providerId, key],
  )
  return answer.rows[0] ?? null
}
