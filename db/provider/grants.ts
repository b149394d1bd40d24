import type { GrantRefusal } from '#lib/grant/grant.ts'
import { type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { changeGrant } from '../grant/change.ts'

export type ProviderAct = 'suspend' | 'resume' | 'terminate'

/**
 * The provider holds, resumes or ends one grant of a relationship's firm on its account, whatever the grant hangs on.
 * `not-found`: there is no such grant of that firm there.
 */
export async function changeGrantAsProvider(
  change: Change,
  of: { readonly relationshipId: string; readonly grantId: string },
  act: ProviderAct,
  reason: string,
): Promise<Result<{ readonly partnerName: string }, GrantRefusal | 'not-found'>> {
  // The account's lock first: changes on one account happen one after the other.
  const found = await change.tx.$client.query<{ accountId: string }>(
    `select a.id as "accountId" from channel_relationship r join account a on a.id = r.account_id
      where r.id = $1 and r.provider_id = $2 and exists (select 1 from access_grant g
        where g.id = $3 and g.account_id = r.account_id and g.partner_id = r.partner_id) for no key update of a`,
    [of.relationshipId, change.actor.providerId, of.grantId],
  )
  const accountId = found.rows[0]?.accountId
  if (!accountId) return refuse('not-found')
  return changeGrant(change, { grantId: of.grantId, accountId }, act, 'provider', reason)
}
