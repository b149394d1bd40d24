import type { AccountChange } from './change.ts'
import { writing } from './client.ts'
import { recorded } from './events.ts'
import { together } from './write.ts'

/**
 * Notes that somebody who can see an account tried what they may not, once in ten minutes for each such thing: tried a
 * thousand times it would only bury the rest of the history. In a transaction of its own, since the one in which it was
 * refused is undone.
 */
export async function noteRefusedAttempt(
  { author, account, partnerId }: Pick<AccountChange, 'author' | 'account' | 'partnerId'>,
  what: string,
): Promise<void> {
  const { id } = account
  await writing({ role: 'app', providerId: author.providerId }, async tx => {
    const before = await tx.$client.query(
      `select 1 from (select * from event where account_id = $1 order by id desc limit 200) e
        where e.action = 'attempt.refused' and e.actor_id = $2 and e.data->>'what' = $3
          and e.at > clock_timestamp() - interval '10 minutes' limit 1`,
      [id, author.personId, what],
    )
    if (before.rowCount) return
    await together(tx, [
      recorded(tx, author, [
        { action: 'attempt.refused', accountId: id, partnerId, subjectId: id, facts: { what } },
      ]),
    ])
  })
}
