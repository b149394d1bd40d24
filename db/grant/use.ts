import type pg from 'pg'
import type { LiveGrant } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import type { SeenAccount } from '../authority.ts'
import { getPool, type Tx, writing } from '../client.ts'
import { authorOf, recorded } from '../events.ts'
import { together } from '../write.ts'

/** When last and by whom, at most once in five minutes. */
const used = (row: string) => `last_used_at = clock_timestamp(), last_used_by = $2
    where ${row} and (last_used_by is distinct from $2 or last_used_at is null or last_used_at < clock_timestamp() - interval '5 minutes')`

/**
 * Notes that a partner's person is using the firm's access: when last and by whom, at most once in five minutes, and in
 * the account's history when this person enters it under this grant for the first time in a day.
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
      if (!(await touched(tx, actor, account, grant))) return
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

/** Whether this use was one to note. The grant's own last use is that on any account that it opens. */
async function touched(
  tx: Tx,
  { providerId, personId }: Actor,
  account: Pick<SeenAccount, 'id'>,
  { grantId, viaParent }: LiveGrant,
): Promise<boolean> {
  const own = await tx.$client.query(`update access_grant set ${used('id = $1 and ended_at is null')}`, [
    grantId,
    personId,
  ])
  if (!viaParent) return own.rowCount === 1
  const here = await tx.$client.query(
    `insert into client_use as u (provider_id, client_id, account_id, grant_id, last_used_at, last_used_by)
      select $1, $2, g.account_id, g.id, clock_timestamp(), $4 from access_grant g where g.id = $3 and g.ended_at is null
      on conflict (client_id, grant_id) do update set last_used_at = excluded.last_used_at, last_used_by = excluded.last_used_by
        where u.last_used_by <> $4 or u.last_used_at < clock_timestamp() - interval '5 minutes'`,
    [providerId, account.id, grantId, personId],
  )
  return here.rowCount === 1
}
