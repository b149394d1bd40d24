import type pg from 'pg'
import type { Person } from '#lib/actor.ts'
import { writing } from '../client.ts'

/**
 * The reader has seen these messages of the conversation, and by that what had come in before the newest of them: whatever
 * came in meanwhile is unread still. Looking is no act: it stands in no history.
 */
export async function noteSeen(
  { providerId, personId }: Pick<Person, 'providerId' | 'personId'>,
  accountId: string,
  conversationId: string,
  shown: readonly string[],
  from?: pg.Pool,
): Promise<void> {
  await writing(
    { role: 'app', providerId },
    tx =>
      tx.$client.query(
        `insert into sms_seen (provider_id, account_id, conversation_id, person_id, seen_at)
          select $1, $2, $3, $4, max(m.created_at) from sms_message m
            where m.account_id = $2 and m.conversation_id = $3 and m.id = any($5) having count(*) > 0
          on conflict (conversation_id, person_id) do update set seen_at = greatest(sms_seen.seen_at, excluded.seen_at)`,
        [providerId, accountId, conversationId, personId, shown],
      ),
    from,
  )
}
