import type pg from 'pg'
import type { Person } from '#lib/actor.ts'
import { writing } from '../client.ts'

/** The reader has seen the conversation as it is now. Looking is no act: it stands in no history. */
export async function noteSeen(
  { providerId, personId }: Pick<Person, 'providerId' | 'personId'>,
  accountId: string,
  conversationId: string,
  from?: pg.Pool,
): Promise<void> {
  await writing(
    { role: 'app', providerId },
    tx =>
      tx.$client.query(
        `insert into sms_seen (provider_id, account_id, conversation_id, person_id, seen_at)
            values ($1, $2, $3, $4, clock_timestamp())
          on conflict (conversation_id, person_id) do update set seen_at = clock_timestamp()`,
        [providerId, accountId, conversationId, personId],
      ),
    from,
  )
}
