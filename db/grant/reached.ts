import type { Tx } from '../client.ts'
import { comesTo, reachedClients } from './reach.ts'

// Who is told of an ending although nothing of their own ends: access that came to them from elsewhere.

/** The firms that come in by what the parent account gave: what they lose here ends for no other account. */
export async function firmsThroughParent(tx: Tx, accountId: string): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ partnerId: string }>(
    `select distinct g.partner_id as "partnerId" from account a join effective_grant g on ${comesTo('g', 'a')}
      where a.id = $1 and g.account_id <> a.id`,
    [accountId],
  )
  return answer.rows.map(({ partnerId }) => partnerId)
}

/** The client accounts that the firm enters by what their parents gave: their own people are told as well. */
export async function clientsReached(tx: Tx, partnerId: string): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ accountId: string }>(
    `select distinct r.account_id as "accountId" from (${reachedClients('effective_grant', '$1', 'true')}) r`,
    [partnerId],
  )
  return answer.rows.map(({ accountId }) => accountId)
}
