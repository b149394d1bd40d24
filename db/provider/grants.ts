import type { GrantRefusal } from '#lib/grant/grant.ts'
import { type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { changeGrant } from '../grant/change.ts'

export type ProviderAct = 'suspend' | 'resume' | 'terminate'

/** The grant as it was shown: among those of a relationship's firm on its account, or among all of an account. */
export type GrantShown = { readonly grantId: string } & (
  | { readonly relationshipId: string }
  | { readonly accountId: string }
)

// The account's lock first: changes on one account happen one after the other.
const locked = {
  relationship: `select a.id as "accountId" from channel_relationship r join account a on a.id = r.account_id
    where r.id = $1 and r.provider_id = $2 and exists (select 1 from access_grant g
      where g.id = $3 and g.account_id = r.account_id and g.partner_id = r.partner_id) for no key update of a`,
  account: `select a.id as "accountId" from account a where a.id = $1 and a.provider_id = $2 and exists (select 1
      from access_grant g where g.id = $3 and g.account_id = a.id) for no key update of a`,
}

/**
 * The provider holds, resumes or ends one grant, whatever it hangs on. `not-found`: there is no such grant where it was
 * shown.
 */
export async function changeGrantAsProvider(
  change: Change,
  of: GrantShown,
  act: ProviderAct,
  reason: string,
): Promise<Result<{ readonly partnerName: string }, GrantRefusal | 'not-found'>> {
  const [text, id] =
    'accountId' in of ? [locked.account, of.accountId] : [locked.relationship, of.relationshipId]
  const found = await change.tx.$client.query<{ accountId: string }>(text, [
    id,
    change.actor.providerId,
    of.grantId,
  ])
  const accountId = found.rows[0]?.accountId
  if (!accountId) return refuse('not-found')
  return changeGrant(change, { grantId: of.grantId, accountId }, act, 'provider', reason)
}
