import type pg from 'pg'
import { daysKept } from '#lib/days-kept.ts'
import { writing } from '../client.ts'
import { getPool } from '../driver/pool.ts'

/** How many months call records, and text messages and faxes, are kept. */
export interface MonthsKept {
  readonly calls: number
  readonly messages: number
}

/** What is of no use any more and may go: nothing of the history, and nothing that anybody could still ask about. */
const passed = ({ calls, messages }: MonthsKept) =>
  ({
    sessions: ['session', 'expires_at < clock_timestamp()'],
    // A day longer than it lives, so that its page can still say that it is over.
    tokens: ['one_time_token', `expires_at < clock_timestamp() - interval '1 day'`],
    microsoft: ['microsoft_flow', `expires_at < clock_timestamp() - interval '1 day'`],
    answers: ['form_answer', `created_at < clock_timestamp() - interval '2 days'`],
    limits: ['rate_limit', 'expire < extract(epoch from clock_timestamp()) * 1000'],
    contacts: ['contact', `ended_at < clock_timestamp() - interval '${daysKept} days'`],
    contactGroups: ['contact_group', `ended_at < clock_timestamp() - interval '${daysKept} days'`],
    extensions: ['pbx_extension', `ended_at < clock_timestamp() - interval '${daysKept} days'`],
    logos: ['account_logo', `ended_at < clock_timestamp() - interval '${daysKept} days'`],
    serviceTemplates: ['service_template', `ended_at < clock_timestamp() - interval '${daysKept} days'`],
    callRecords: ['call_record', `started_at < clock_timestamp() - interval '${calls} months'`],
    faxes: ['fax', `ended_at < clock_timestamp() - interval '${daysKept} days' or ${isOld(messages)}`],
    messages: ['sms_message', isOld(messages)],
    conversations: [
      'sms_conversation',
      `changed_at < clock_timestamp() - interval '1 day'
        and not exists (select 1 from sms_message m where m.conversation_id = sms_conversation.id)`,
    ],
    syncRuns: ['sync_run', `ended_at < clock_timestamp() - interval '90 days'`],
    backOfficeChanges: ['back_office_change', `settled_at < clock_timestamp() - interval '90 days'`],
    uploads: ['csv_upload', `created_at < clock_timestamp() - interval '1 day'`],
  }) as const

/** What waits for the carrier is not cleared away; after some hours it has failed. */
const isOld = (months: number) =>
  `created_at < clock_timestamp() - interval '${months} months' and state <> 'queued'`

export type CleanedUp = Record<keyof ReturnType<typeof passed>, number>

const batchOf = (key: keyof CleanedUp) => (key === 'faxes' ? 50 : 1000)

/**
 * Deletes what has passed, in batches of a transaction each, until nothing is left or `budget` milliseconds are over. Call
 * records, messages and faxes are kept for the months that are given.
 */
export async function cleanUp(
  budget: number,
  kept: MonthsKept,
  from: pg.Pool = getPool(),
): Promise<CleanedUp> {
  const end = Date.now() + budget
  const all = passed(kept)
  const counts = Object.fromEntries(Object.keys(all).map(key => [key, 0])) as CleanedUp
  for (const key of Object.keys(all) as (keyof CleanedUp)[]) {
    const [table, condition] = all[key]
    // A fax takes up to ten megabytes along.
    const batch = batchOf(key)
    for (let gone = batch; gone === batch && Date.now() < end; counts[key] += gone) {
      const answer = await writing(
        { role: 'worker' },
        tx =>
          tx.$client.query(
            `delete from ${table} where ctid = any(array(
               select ctid from ${table} where ${condition} limit $1 for update skip locked))`,
            [batch],
          ),
        from,
      )
      gone = answer.rowCount ?? 0
    }
  }
  return counts
}
