import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'

/** One of the provider's own people has set their first password: a line of the provider's own history. */
export async function tookPlatformPlace(
  tx: Tx,
  providerId: string,
  personId: string,
  address: string,
): Promise<void> {
  const answer = await tx.$client.query<{ id: string; name: string; firm: string }>(
    `select u.id, p.name, v.name as firm from platform_user u join person p on p.id = u.person_id
      join provider v on v.id = u.provider_id where u.person_id = $1 and u.removed_at is null`,
    [personId],
  )
  const user = answer.rows[0]
  if (!user) return
  const { name, firm } = user
  const author = { providerId, personId, name, address, kind: 'provider' as const, firm }
  const about = { accountId: null, partnerId: null, subjectId: user.id, facts: { whom: name } }
  await together(tx, [recorded(tx, author, [{ action: 'platform-user.activated', ...about }])])
}
