import type { Person } from '#lib/actor.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { besidePlaces, type Near } from '../person/places.ts'

type Firm = SeenPartner & { readonly now: Date }

const firmBy = (column: 'id' | 'slug') =>
  `select p.id, p.slug, p.name, s.id as "staffId", s.role, clock_timestamp() as now from partner p
    join partner_staff s on s.partner_id = p.id and s.person_id = $2 and ${isActiveStaff('s')}
    where p.${column} = $1 and p.closed_at is null`

const byKey = (partner: { readonly id: string } | { readonly slug: string }) =>
  'id' in partner ? (['id', partner.id] as const) : (['slug', partner.slug] as const)

/** The firm as this person sees it, with the database's time; null for whoever is not of its staff: no such firm. */
export async function partnerOf(
  tx: Tx,
  person: Pick<Person, 'personId'>,
  partner: { readonly id: string } | { readonly slug: string },
): Promise<Firm | null> {
  const [column, key] = byKey(partner)
  const answer = await tx.$client.query<Firm>(firmBy(column), [key, person.personId])
  return answer.rows[0] ?? null
}

/**
 * The same for a change: the place is held until the transaction ends, so that nobody is taken out of the firm between
 * this and what is written, however long an account's lock is waited for.
 */
export async function heldPlaceIn(
  tx: Tx,
  person: Pick<Person, 'personId'>,
  partner: { readonly id: string } | { readonly slug: string },
): Promise<Firm | null> {
  const [column, key] = byKey(partner)
  const answer = await tx.$client.query<Firm>(`${firmBy(column)} for share of s`, [key, person.personId])
  return answer.rows[0] ?? null
}

/** The same for a page, with what its frame names. */
export async function partnerForPage(
  tx: Tx,
  person: Pick<Person, 'personId'>,
  slug: string,
): Promise<(Firm & Near) | null> {
  const answer = await tx.$client.query<Firm & Near>({
    name: 'partner-for-page',
    text: besidePlaces(firmBy('slug'), '$2'),
    values: [slug, person.personId],
  })
  return answer.rows[0] ?? null
}
