import type { HistoryEntry } from '#lib/history/entry.ts'
import type { HistoryView } from '#lib/history/view.ts'
import type { Tx } from '../client.ts'
import { inView } from './narrow.ts'

/** What happened last to one thing of an account. */
export type LatestEvent = Pick<
  HistoryEntry,
  'at' | 'by' | 'firm' | 'side' | 'action' | 'from' | 'to' | 'facts'
>

/** The latest line of the history about a thing of an account that the reader sees, or null. */
export async function latestOf(
  tx: Tx,
  accountId: string,
  subjectId: string,
  { partnerIds, actions }: HistoryView,
): Promise<LatestEvent | null> {
  const answer = await tx.$client.query<LatestEvent>(
    `select e.at, e.actor_name as by, e.actor_firm as firm, e.actor_kind as side, e.action, e.from_state as "from",
        e.to_state as "to", e.data as facts
      from event e where e.account_id = $1 and e.subject_id = $2 and ${inView('$3', '$4')} order by e.id desc limit 1`,
    [accountId, subjectId, partnerIds, actions],
  )
  return answer.rows[0] ?? null
}
