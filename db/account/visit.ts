import type pg from 'pg'
import type { Actor } from '#lib/actor.ts'
import type { SeenAccount } from '../authority.ts'
import { getPool, writing } from '../client.ts'
import { authorOf, recorded } from '../events.ts'
import { together } from '../write.ts'

/** How long one of the provider's staff is inside once it has been noted, in minutes. */
const visitMinutes = 60

/** Notes that one of the provider's staff looks into an account, once an hour: nobody has been inside without a trace. */
export async function noteVisit(
  actor: Actor,
  account: Pick<SeenAccount, 'id' | 'providerName'>,
  from: pg.Pool = getPool(),
): Promise<void> {
  const wall = { role: 'app', providerId: actor.providerId, lock: account.id } as const
  const author = authorOf(actor, { kind: 'provider', firm: account.providerName })
  await writing(
    wall,
    async tx => {
      const begun = await tx.$client.query(
        `insert into account_visit (provider_id, account_id, person_id, started_at, ends_at)
          select $1, $2, $3, clock_timestamp(), clock_timestamp() + make_interval(mins => $4)
          where not exists (select 1 from account_visit
            where person_id = $3 and account_id = $2 and ends_at > clock_timestamp()) returning id`,
        [actor.providerId, account.id, actor.personId, visitMinutes],
      )
      if (begun.rowCount === 0) return
      const about = { accountId: account.id, partnerId: null, subjectId: account.id }
      await together(tx, [recorded(tx, author, [{ action: 'account.visited', ...about }])])
    },
    from,
  )
}
