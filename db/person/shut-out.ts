import type { Tx } from '../client.ts'
import { endAllSessions } from '../sign-in/session.ts'
import { hasOpenPlace, isHeldStaff } from './has-place.ts'

/** The halves of a session: a ticket to another host, and what has been spent and could be pressed a second time. */
const isSigningIn = `(t.purpose = 'hand-over' or t.used_at is not null)`

/**
 * The one way by which people are shut out, in the change that took a place of theirs, after it was taken. Whoever is
 * disabled or removed anywhere is signed out everywhere. What they could come in with by letter or code is void where
 * nothing is left to come in to: another account's invitation is not this one's to kill.
 */
export async function shutOut(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await hold(tx, personIds)
  await endAllSessions(tx, personIds)
  await tx.$client.query(
    `update one_time_token t set expires_at = t.created_at
      where t.person_id = any($1::uuid[]) and t.expires_at > clock_timestamp()
        and (${isSigningIn} or not ${hasOpenPlace('t.person_id')})`,
    [personIds],
  )
}

/**
 * The same for somebody whose place was taken before they had taken it themselves. It gave them nothing, so they lose
 * nothing that they have elsewhere: else whoever may invite could sign anybody out, by an address alone.
 */
export async function turnAway(tx: Tx, personId: string): Promise<void> {
  await hold(tx, [personId])
  const answer = await tx.$client.query<{ elsewhere: boolean }>(
    `select ${hasOpenPlace('p.id')} as elsewhere from person p where p.id = $1`,
    [personId],
  )
  if (!answer.rows[0]?.elsewhere) await shutOut(tx, [personId])
}

/** Of two accounts that remove one person at once, the second decides behind this and sees what the first has done. */
async function hold(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.$client.query('select 1 from person where id = any($1::uuid[]) order by id for no key update', [
    personIds,
  ])
}

/** Those who have a place on an account or in a firm now: whom to shut out once it is closed. Asked behind its lock. */
export async function peopleOf(
  tx: Tx,
  of: { readonly accountId: string } | { readonly partnerId: string },
): Promise<readonly string[]> {
  const answer = await ('accountId' in of
    ? tx.$client.query<{ id: string }>(
        `select distinct person_id as id from membership where account_id = $1 and state <> 'removed'`,
        [of.accountId],
      )
    : tx.$client.query<{ id: string }>(
        `select distinct s.person_id as id from partner_staff s where s.partner_id = $1 and ${isHeldStaff('s')}`,
        [of.partnerId],
      ))
  return answer.rows.map(row => row.id)
}
