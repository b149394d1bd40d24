import { sightOf } from '../authority.ts'
import { type AccountChange, type Change, changeOn } from '../change.ts'

/**
 * A change that the provider makes on one of its accounts from its own desk, in its name and behind the account's lock;
 * null where it has no such account, or the account is closed.
 */
export async function onAccountAsProvider(change: Change, accountId: string): Promise<AccountChange | null> {
  const { tx, actor, author } = change
  await tx.$client.query('select 1 from account where id = $1 and provider_id = $2 for no key update', [
    accountId,
    actor.providerId,
  ])
  const sight = await sightOf(tx, actor, { id: accountId })
  return sight && { ...changeOn(tx, actor, sight, 'general.update'), author, partnerId: null }
}
