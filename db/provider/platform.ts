import type { Person } from '#lib/actor.ts'
import type { Tx } from '../client.ts'

export interface PlatformRole {
  readonly role: 'administrator' | 'support'
  readonly providerName: string
}

/** The person's place among the provider's own staff, with the database's time; or null. */
export async function platformRoleOf(
  tx: Tx,
  person: Pick<Person, 'personId'>,
): Promise<(PlatformRole & { readonly now: Date }) | null> {
  const answer = await tx.$client.query<PlatformRole & { now: Date }>(
    `select u.role, v.name as "providerName", clock_timestamp() as now from platform_user u join provider v on v.id = u.provider_id
      where u.person_id = $1 and u.removed_at is null`,
    [person.personId],
  )
  return answer.rows[0] ?? null
}
