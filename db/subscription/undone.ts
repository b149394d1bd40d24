import type { Tx } from '../client.ts'

/** An order that was taken back before it went to the provider's systems: nothing of it is kept but the history's line. */
export interface UndoneOrder {
  readonly name: string
  readonly by: string
  readonly at: Date
}

/** The order of the account that had this id and was taken back, or null. */
export async function undoneOrder(tx: Tx, accountId: string, id: string): Promise<UndoneOrder | null> {
  const answer = await tx.$client.query<UndoneOrder>(
    `select e.data->>'what' as name, e.actor_name as by, e.at from event e where e.account_id = $1 and e.subject_id = $2
        and e.action = 'subscription.undone' and coalesce(e.data->'changes', '{}') = '{}' order by e.id desc limit 1`,
    [accountId, id],
  )
  return answer.rows[0] ?? null
}
