import type { Tx } from '../client.ts'

/** Whether the person has ever entered the account under the grant, by the account's history; as SQL over their ids. */
const entered = (account: string, grant: string, person: string, when = '') =>
  `exists (select 1 from event e where e.account_id = ${account} and e.subject_id = ${grant} and e.action = 'grant.entered'
    and e.actor_id = ${person}${when})`

/** The same within a day. */
export const enteredLately = (account: string, grant: string, person: string) =>
  entered(account, grant, person, ` and e.at > clock_timestamp() - interval '24 hours'`)

interface Entered {
  readonly lately: boolean
  readonly ever: boolean
  readonly now: Date
}

/** The same, asked by itself, and whether it was at any time. */
export async function hasEntered(
  tx: Tx,
  of: { readonly accountId: string; readonly grantId: string; readonly personId: string },
): Promise<Entered> {
  const answer = await tx.$client.query<Entered>(
    `select ${enteredLately('$1', '$2', '$3')} as lately, ${entered('$1', '$2', '$3')} as ever, clock_timestamp() as now`,
    [of.accountId, of.grantId, of.personId],
  )
  const [row] = answer.rows
  if (!row) throw new Error('the history gave no answer')
  return row
}
