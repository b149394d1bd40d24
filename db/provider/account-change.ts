import { sightOf } from '../authority.ts'
import type { AccountChange, Change } from '../change.ts'
import type { Tx } from '../client.ts'

/**
 * A change that the provider makes on one of its accounts from its own desk, in its name and behind the account's lock;
 * null where it has no such account, or the account is closed.
 */
export async function onAccountAsProvider(change: Change, accountId: string): Promise<AccountChange | null> {
  const { tx, actor } = change
  await tx.$client.query('select 1 from account where id = $1 and provider_id = $2 for no key update', [
    accountId,
    actor.providerId,
  ])
  const sight = await sightOf(tx, actor, { id: accountId })
  if (!sight) return null
  const { account, authority, now } = sight
  return { ...change, account, authority, partnerId: null, now }
}

/** The slug of one of the provider's accounts, open or closed; null where there is none. */
export async function accountSlugOf(tx: Tx, providerId: string, accountId: string): Promise<string | null> {
  const answer = await tx.$client.query<{ slug: string }>(
    'select slug from account where provider_id = $1 and id = $2',
    [providerId, accountId],
  )
  return answer.rows[0]?.slug ?? null
}
