import type { EventFacts } from '#lib/history/event.ts'
import type { HistoryView } from '#lib/history/view.ts'
import type { Tx } from '../client.ts'
import { type HistoryQuestion, narrowed, narrowedValues } from './narrow.ts'

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

const columns = `e.id::text, e.at, e.actor_name as by, e.actor_firm as firm, e.actor_kind as side, e.action,
  e.from_state as "from", e.to_state as "to", e.reason, case when $12 then e.address else '' end as address,
  e.data as facts`

const pages = {
  newest: `select ${columns} from event e where ${narrowed} and $13::bigint is null order by e.id desc limit $14`,
  before: `select ${columns} from event e where ${narrowed} and e.id < $13::bigint order by e.id desc limit $14`,
  after: `select ${columns} from event e where ${narrowed} and e.id > $13::bigint order by e.id asc limit $14`,
}

/** A page of an account's history, the newest first. */
export async function historyOf(
  tx: Tx,
  question: HistoryQuestion,
  position: HistoryPosition,
  limit: number,
): Promise<HistoryPageOf> {
  const way = position === null ? 'newest' : 'before' in position ? 'before' : 'after'
  const id = position === null ? null : 'before' in position ? position.before : position.after
  const answer = await tx.$client.query<HistoryEntry>({
    name: `history-${way}`,
    text: pages[way],
    values: [...narrowedValues(question), id, limit + 1],
  })
  const more = answer.rows.length > limit
  const found = answer.rows.slice(0, limit)
  // Back at the start: a whole first page, not what happened to be left over.
  if (way === 'after' && !more) return historyOf(tx, question, null, limit)
  if (way === 'after') return { entries: found.reverse(), newer: true, older: true }
  return { entries: found, newer: way === 'before', older: more }
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
