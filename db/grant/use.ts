import type pg from 'pg'
import type { LiveGrant } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import type { SeenAccount } from '../authority.ts'
import { getPool, writing } from '../client.ts'
import { authorOf, recorded } from '../events.ts'
import { together } from '../write.ts'

/**
 * Notes that a partner's person is using the firm's access: when last and by whom, at most once in five minutes, and in
 * the history when this person enters under this grant for the first time in a day.
 */
export async function noteUse(
  actor: Actor,
  account: Pick<SeenAccount, 'id'>,
  grant: LiveGrant,
  from: pg.Pool = getPool(),
): Promise<void> {
  const wall = { role: 'app', providerId: actor.providerId } as const
  await writing(
    wall,
    async tx => {
      const touched = await tx.$client.query(
        `update access_grant set last_used_at = clock_timestamp(), last_used_by = $2
        where id = $1 and ended_at is null and (last_used_by is distinct from $2 or last_used_at is null or last_used_at < clock_timestamp() - interval '5 minutes')`,
        [grant.grantId, actor.personId],
      )
      if (touched.rowCount === 0) return
      const before = await tx.$client.query(
        `select 1 from event where account_id = $1 and action = 'grant.entered' and actor_id = $2 and subject_id = $3
          and at > clock_timestamp() - interval '24 hours' limit 1`,
        [account.id, actor.personId, grant.grantId],
      )
      if (before.rowCount) return
      const author = authorOf(actor, { kind: 'partner', firm: grant.partnerName })
      const facts = { partner: grant.partnerName, scope: grant.scope.name, pages: grant.scope.pages }
      await together(tx, [
        recorded(tx, author, [
          {
            action: 'grant.entered',
            accountId: account.id,
            partnerId: grant.partnerId,
            subjectId: grant.grantId,
            facts,
          },
        ]),
      ])
    },
    from,
  )
}
