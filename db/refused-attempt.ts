import type { AccountChange } from './change.ts'
import { writing } from './client.ts'
import { recorded } from './events.ts'
import { together } from './write.ts'

/** Where somebody tried: on an account that they see, in the firm that they are of, or else at their provider's desk. */
interface Tried extends Pick<AccountChange, 'author' | 'partnerId'> {
  readonly account: { readonly id: string } | null
}

/**
 * Notes that somebody who can see an account, or is of a firm or of a provider, tried what they may not there, once in ten minutes for
 * each such thing: tried a thousand times it would only bury the rest of the history. In a transaction of its own, since
 * the one in which it was refused is undone.
 */
export async function noteRefusedAttempt({ author, account, partnerId }: Tried, what: string): Promise<void> {
  const [at, id] = account
    ? ['account_id = $1', account.id]
    : partnerId
      ? ['partner_id = $1', partnerId]
      : [`provider_id = $1 and actor_kind = 'provider'`, author.providerId]
  await writing({ role: 'app', providerId: author.providerId }, async tx => {
    const before = await tx.$client.query(
      `select 1 from (select * from event where ${at} order by id desc limit 200) e
        where e.action = 'attempt.refused' and e.actor_id = $2 and e.data->>'what' = $3
          and e.at > clock_timestamp() - interval '10 minutes' limit 1`,
      [id, author.personId, what],
    )
    if (before.rowCount) return
    await together(tx, [
      recorded(tx, author, [
        {
          action: 'attempt.refused',
          accountId: account?.id ?? null,
          partnerId,
          subjectId: id,
          facts: { what },
        },
      ]),
    ])
  })
}
