import type { PlatformRole } from '#lib/access/platform.ts'
import type { Person } from '#lib/actor.ts'
import type { Tx } from '../client.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { besidePlaces, type Near } from '../person/places.ts'

export interface PlatformPlace {
  readonly role: PlatformRole
  readonly providerName: string
}

type Place = PlatformPlace & { readonly now: Date }

const place = `select u.role, v.name as "providerName", clock_timestamp() as now
  from platform_user u join provider v on v.id = u.provider_id where u.person_id = $1 and ${isActiveStaff('u')}`

/** The person's place among the provider's own staff, with the database's time; or null. */
export async function platformRoleOf(tx: Tx, person: Pick<Person, 'personId'>): Promise<Place | null> {
  const answer = await tx.$client.query<Place>(place, [person.personId])
  return answer.rows[0] ?? null
}

/** The same for a page, with what its frame names. */
export async function platformRoleForPage(
  tx: Tx,
  person: Pick<Person, 'personId'>,
): Promise<(Place & Near) | null> {
  const answer = await tx.$client.query<Place & Near>({
    name: 'platform-role-for-page',
    text: besidePlaces(place, '$1'),
    values: [person.personId],
  })
  return answer.rows[0] ?? null
}
