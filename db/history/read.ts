import type { QueryConfig } from 'pg'
import type { HistoryEntry, HistoryFirm, HistoryPosition } from '#lib/history/entry.ts'
import type { HistoryView } from '#lib/history/view.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { boundsFor } from './bounds.ts'
import { type HistoryQuestion, isWhole, narrowed, narrowedValues, ownerOf } from './narrow.ts'

export interface HistoryPageOf {
  readonly entries: readonly HistoryEntry[]
  /** Whether there is more beyond either end of this page. */
  readonly newer: boolean
  readonly older: boolean
}

const columns = (withAddress: string, withAccount: boolean) =>
  `${withAccount ? '(select a.name from account a where a.id = e.account_id) as "accountName", ' : ''}e.id::text, e.at, e.actor_name as by, e.actor_firm as firm, e.actor_kind as side, e.action, e.from_state as "from",
    e.to_state as "to", e.reason, case when ${withAddress} then e.address else '' end as address, e.data as facts`

/** A page of a history, the newest first. */
export async function historyOf(
  tx: Tx,
  question: HistoryQuestion,
  position: HistoryPosition,
  limit: number,
): Promise<HistoryPageOf> {
  const answer = await tx.$client.query<HistoryEntry>(statement(question, position, limit + 1))
  const more = answer.rows.length > limit
  const found = answer.rows.slice(0, limit)
  if (position === null) return { entries: found, newer: false, older: more }
  if ('before' in position) return { entries: found, newer: true, older: more }
  // Back at the start: a whole first page, not what happened to be left over.
  return more ? { entries: found.reverse(), newer: true, older: true } : historyOf(tx, question, null, limit)
}

/**
 * Only the whole history is prepared. One plan for all accounts and all ways to narrow expects next to nothing of each,
 * and then reads an account's whole history before it gives a page; what is narrowed is planned for its own values.
 */
function statement(question: HistoryQuestion, position: HistoryPosition, most: number): QueryConfig {
  const prepared = isWhole(question)
  const { view } = question
  const owner = ownerOf(question)
  const bounds = boundsFor(owner.kind)
  const values = prepared ? [owner.id, view.addresses] : [...narrowedValues(question)]
  const [way, which, order] =
    position === null
      ? ['newest', bounds.all, bounds.newestFirst]
      : 'before' in position
        ? ['before', bounds.before(`$${values.push(position.before)}`), bounds.newestFirst]
        : ['after', bounds.after(`$${values.push(position.after)}`), bounds.oldestFirst]
  return {
    ...(prepared && { name: `history-of-${owner.kind}-${way}-${most}` }),
    text: `select ${columns(prepared ? '$2' : '$12', owner.kind === 'provider')} from event e
      where ${which} ${prepared ? '' : `and ${narrowed(owner.kind)}`} order by ${order} ${atMost(most)}`,
    values,
  }
}

/** The partners that have had dealings with the account, as far as this reader sees them. */
export async function firmsOf(tx: Tx, accountId: string, view: HistoryView): Promise<readonly HistoryFirm[]> {
  const answer = await tx.$client.query<HistoryFirm>({
    name: 'firms-in-history',
    text: `select p.slug, p.name from partner p
      where ($2::uuid[] is null or p.id = any($2)) and p.id in (
        select partner_id from access_request where account_id = $1
        union select partner_id from access_grant where account_id = $1
        union select partner_id from channel_relationship where account_id = $1
        union select partner_id from client_exclusion where account_id = $1
        union select g.partner_id from client_use u join access_grant g on g.id = u.grant_id where u.client_id = $1)
      order by p.name, p.slug limit 200`,
    values: [accountId, view.partnerIds],
  })
  return answer.rows
}
