import { queuedChange } from '../back-office/outbox.ts'
import type { Change } from '../change.ts'
import type { Write } from '../write.ts'

/**
 * Moves what licences a person has to their new address, on every account where they have a place; gives what tells the
 * provider's systems. Where somebody has one under that address already theirs stays, and is shown as nobody's of the account.
 */
export async function licencesMoved(
  { tx, actor: { providerId } }: Change,
  personId: string,
  from: string,
  to: string,
): Promise<readonly Write[]> {
  const answer = await tx.$client.query<{ accountId: string; key: string; subscription: string }>(
    `update licence l set email = $4 from account a
      where a.id = l.account_id and a.provider_id = $1 and a.closed_at is null and l.email = $3
        and exists (select 1 from membership m where m.account_id = a.id and m.person_id = $2 and m.state <> 'removed')
        and not exists (select 1 from licence o where o.account_id = l.account_id and o.subscription_key = l.subscription_key
          and o.email = $4)
      returning l.account_id as "accountId", l.key, l.subscription_key as subscription`,
    [providerId, personId, from, to],
  )
  return answer.rows.map(({ accountId, key, subscription }) =>
    queuedChange({ providerId, accountId }, 'licences', key, {
      subscription: [subscription, subscription],
      email: [from, to],
    }),
  )
}
