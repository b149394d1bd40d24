import type { PlatformRole } from '#lib/access/platform.ts'
import type { Person } from '#lib/actor.ts'
import type { Tx } from '../client.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { besidePlaces, type Near } from '../person/places.ts'

export interface PlatformPlace {
  readonly role: PlatformRole
  readonly providerName: string
}

export type PlatformPlaceNow = PlatformPlace & { readonly now: Date }

const place = `select u.role, v.name as "providerName", clock_timestamp() as now
  from platform_user u join provider v on v.id = u.provider_id where u.person_id = $1 and ${isActiveStaff('u')}`

/** The person's place among the provider's own staff, with the database's time; or null. */
export async function platformRoleOf(
  tx: Tx,
  person: Pick<Person, 'personId'>,
): Promise<PlatformPlaceNow | null> {
  const answer = await tx.$client.query<PlatformPlaceNow>(place, [person.personId])
  return answer.rows[0] ?? null
}

/**
 * The same for a change: the place and its role are held until the transaction ends, so that neither is taken away
 * between this and what is written.
 */
export async function heldPlatformRoleOf(
  tx: Tx,
  person: Pick<Person, 'personId'>,
): Promise<PlatformPlaceNow | null> {
  const answer = await tx.$client.query<PlatformPlaceNow>(`${place} for share of u`, [person.personId])
  return answer.rows[0] ?? null
}

/** The same for a page, with what its frame names. */
export async function platformRoleForPage(
  tx: Tx,
  person: Pick<Person, 'personId'>,
): Promise<(PlatformPlaceNow & Near) | null> {
  const answer = await tx.$client.query<PlatformPlaceNow & Near>({
    name: 'platform-role-for-page',
    text: besidePlaces(place, '$1'),
    values: [person.personId],
  })
  return answer.rows[0] ?? null
}
