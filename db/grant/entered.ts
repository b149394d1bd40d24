import type { Tx } from '../client.ts'

/** Whether the person has entered the account under the grant within a day, by the account's history; as SQL over their ids. */
export const enteredLately = (account: string, grant: string, person: string) =>
  `exists (select 1 from event e where e.account_id = ${account} and e.subject_id = ${grant} and e.action = 'grant.entered'
    and e.actor_id = ${person} and e.at > clock_timestamp() - interval '24 hours')`

/** The same, asked by itself. */
export async function hasEntered(
  tx: Tx,
  of: { readonly accountId: string; readonly grantId: string; readonly personId: string },
): Promise<boolean> {
  const answer = await tx.$client.query<{ entered: boolean }>(
    `select ${enteredLately('$1', '$2', '$3')} as entered`,
    [of.accountId, of.grantId, of.personId],
  )
  return answer.rows[0]?.entered === true
}
