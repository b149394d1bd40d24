import type { Person } from '#lib/actor.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'

/** The firm as this person sees it, with the database's time; null for whoever is not of its staff: no such firm. */
export async function partnerOf(
  tx: Tx,
  person: Pick<Person, 'personId'>,
  partner: { readonly id: string } | { readonly slug: string },
): Promise<(SeenPartner & { readonly now: Date }) | null> {
  const [column, key] = 'id' in partner ? ['id', partner.id] : ['slug', partner.slug]
  const answer = await tx.$client.query<SeenPartner & { now: Date }>(
    `select p.id, p.slug, p.name, s.id as "staffId", s.role, clock_timestamp() as now from partner p
      join partner_staff s on s.partner_id = p.id and s.person_id = $2 and s.removed_at is null
      where p.${column} = $1 and p.closed_at is null`,
    [key, person.personId],
  )
  return answer.rows[0] ?? null
}
