import type { QueryConfig } from 'pg'
import type { EventFacts } from '#lib/history/event.ts'
import type { HistoryView } from '#lib/history/view.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { ofAccount } from './bounds.ts'
import { type HistoryQuestion, isWhole, narrowed, narrowedValues } from './narrow.ts'

/** An event as the history shows it. */
export interface HistoryEntry {
  /** Where it stands in the history; for paging. */
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly firm: string
  readonly side: 'account' | 'partner' | 'provider' | 'portal'
  readonly action: string
  readonly from: string | null
  readonly to: string | null
  readonly reason: string
  /** Empty where it is not known, or not for this reader. */
  readonly address: string
  readonly facts: EventFacts
}

/** Which page: what happened before an entry, after it, or the newest of all. */
export type HistoryPosition = { readonly before: string } | { readonly after: string } | null

export interface HistoryPageOf {
  readonly entries: readonly HistoryEntry[]
  /** Whether there is more beyond either end of this page. */
  readonly newer: boolean
  readonly older: boolean
}

const columns = (withAddress: string) =>
  `e.id::text, e.at, e.actor_name as by, e.actor_firm as firm, e.actor_kind as side, e.action, e.from_state as "from",
    e.to_state as "to", e.reason, case when ${withAddress} then e.address else '' end as address, e.data as facts`

/** A page of an account's history, the newest first. */
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
  const { accountId, view } = question
  const values = prepared ? [accountId, view.addresses] : [...narrowedValues(question)]
  const [way, which, order] =
    position === null
      ? ['newest', ofAccount.all, ofAccount.newestFirst]
      : 'before' in position
        ? ['before', ofAccount.before(`$${values.push(position.before)}`), ofAccount.newestFirst]
        : ['after', ofAccount.after(`$${values.push(position.after)}`), ofAccount.oldestFirst]
  return {
    ...(prepared && { name: `history-${way}-${most}` }),
    text: `select ${columns(prepared ? '$2' : '$12')} from event e
      where ${which} ${prepared ? '' : `and ${narrowed}`} order by ${order} ${atMost(most)}`,
    values,
  }
}

/** A firm that the history can be narrowed to. */
export interface HistoryFirm {
  readonly slug: string
  readonly name: string
}

/** The partners that have had dealings with the account, as far as this reader sees them. */
export async function firmsOf(tx: Tx, accountId: string, view: HistoryView): Promise<readonly HistoryFirm[]> {
  const answer = await tx.$client.query<HistoryFirm>({
    name: 'firms-in-history',
    text: `select p.slug, p.name from partner p
      where ($2::uuid[] is null or p.id = any($2)) and p.id in (
        select partner_id from access_request where account_id = $1
        union select partner_id from access_grant where account_id = $1
        union select partner_id from channel_relationship where account_id = $1)
      order by p.name, p.slug limit 200`,
    values: [accountId, view.partnerIds],
  })
  return answer.rows
}
