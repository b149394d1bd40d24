import type { CountedHour } from '#lib/call-log/report.ts'
import type { Tx } from '../client.ts'
import { type CallQuestion, narrowedTo } from './reads.ts'

/** How many of the records that a filter leaves fall into each hour of each weekday, by the clock on the account's wall. */
export async function countedHours(tx: Tx, question: CallQuestion): Promise<readonly CountedHour[]> {
  const values: (string | readonly string[] | Date)[] = [question.accountId]
  const { condition } = await narrowedTo(tx, question, values)
  const at = `r.started_at at time zone $${values.push(question.zone)}`
  const answer = await tx.$client.query<CountedHour>(
    `select extract(isodow from ${at})::int as weekday, extract(hour from ${at})::int as hour, count(*)::int as calls,
        count(*) filter (where r.result = 'answered')::int as answered
      from call_record r where r.account_id = $1 and ${condition} group by 1, 2`,
    values,
  )
  return answer.rows
}
