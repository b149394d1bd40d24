import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { WorldNumber } from '#lib/dialling.ts'
import { foldedText } from '#lib/fold.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { mostInAnHour } from '#lib/sending.ts'
import { between, type NumberRefusal } from '#lib/sending-number.ts'
import { mostSegments, segmentsOf } from '#lib/sms/segments.ts'
import { ownNumbers } from '../account/own-numbers.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'

export type TextRefusal = NumberRefusal | 'too-many-parts' | 'too-many'

type Sent<Refusal extends string> = Result<{ readonly conversationId: string }, Refusal>

/**
 * Writes a text message from one of the account's own numbers (by its service) to a number as it was typed. It waits in the
 * outbox from this transaction on; the history says who wrote to which number, and nothing of the text.
 */
export async function sendText(
  change: AccountChange,
  { from, to, text }: { readonly from: string; readonly to: string; readonly text: string },
): Promise<Sent<TextRefusal>> {
  const { country, numbers } = await ownNumbers(change.tx, change.account.id)
  const way = between(
    numbers.find(one => one.id === from),
    to,
    country,
  )
  return way.ok ? written(change, way.value, text) : way
}

/** The same in a conversation that is there, from the number to which the other party wrote. */
export async function replyWith(
  change: AccountChange,
  conversationId: string,
  text: string,
): Promise<Sent<TextRefusal | 'not-found'>> {
  const found = await change.tx.$client.query<{ ownKey: string; to: string }>(
    `select own_key as "ownKey", other_number as "to" from sms_conversation where account_id = $1 and id = $2`,
    [change.account.id, conversationId],
  )
  const [row] = found.rows
  return row ? fromOwn(change, row.ownKey, row.to, text) : refuse('not-found')
}

/** A message that did not arrive, once more, as a new one of whoever presses the button. Refuses one that may still arrive. */
export async function sendTextAgain(
  change: AccountChange,
  messageId: string,
): Promise<Sent<TextRefusal | 'not-found' | 'not-failed'>> {
  const found = await change.tx.$client.query<{ state: string; body: string; ownKey: string; to: string }>(
    `select state, body, own_key as "ownKey", other_number as "to" from sms_message
      where account_id = $1 and id = $2 and direction = 'outgoing'`,
    [change.account.id, messageId],
  )
  const [row] = found.rows
  if (!row) return refuse('not-found')
  if (row.state !== 'failed') return refuse('not-failed', { state: row.state, by: null })
  return fromOwn(change, row.ownKey, row.to, row.body)
}

async function fromOwn(
  change: AccountChange,
  ownKey: string,
  to: string,
  text: string,
): Promise<Sent<TextRefusal>> {
  const { country, numbers } = await ownNumbers(change.tx, change.account.id)
  const own = numbers.find(one => one.key === ownKey)
  const way = between(own, to, country)
  return way.ok ? written(change, way.value, text) : way
}

async function written(
  change: AccountChange,
  { from, to }: { readonly from: WorldNumber; readonly to: WorldNumber },
  text: string,
): Promise<Sent<'too-many-parts' | 'too-many'>> {
  const { tx, actor, author, account, partnerId } = change
  const { count } = segmentsOf(text)
  if (count > mostSegments) return refuse('too-many-parts')
  if ((await sentLately(tx, account.id)) >= mostInAnHour.sms) return refuse('too-many')
  const held = await tx.$client.query<{ id: string }>(
    `insert into sms_conversation (provider_id, account_id, own_number, own_key, other_number, other_key, last_at, changed_at)
        values ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp())
      on conflict (account_id, own_key, other_key) do update set last_at = clock_timestamp(), changed_at = clock_timestamp()
      returning id`,
    [actor.providerId, account.id, from.shown, from.key, to.shown, to.key],
  )
  const conversationId = held.rows[0]?.id ?? ''
  const id = randomUUID()
  await together(tx, [
    {
      query: sql`(insert into sms_message (id, provider_id, account_id, conversation_id, direction, state, body, findable, segments,
          at, created_at, own_number, own_key, other_number, other_key, sent_by, sent_name, sent_firm, next_attempt_at)
        values (${id}::uuid, ${actor.providerId}::uuid, ${account.id}::uuid, ${conversationId}::uuid, 'outgoing', 'queued', ${text},
          ${foldedText(text)}, ${count}, clock_timestamp(), clock_timestamp(), ${from.shown}, ${from.key}, ${to.shown}, ${to.key},
          ${actor.personId}::uuid, ${actor.name}, ${partnerId ? author.firm : ''}, clock_timestamp()) returning id)`,
      rows: 1,
    },
    recorded(tx, author, [
      {
        action: 'sms.sent',
        accountId: account.id,
        partnerId,
        subjectId: id,
        facts: { what: to.shown, whom: from.shown },
      },
    ]),
  ])
  return ok({ conversationId })
}

/** How many messages went out from the account within the hour, as far as the limit. */
async function sentLately(tx: Tx, accountId: string): Promise<number> {
  const answer = await tx.$client.query<{ sent: number }>(
    `select count(*)::int as sent from (select 1 from sms_conversation c join sms_message m on m.conversation_id = c.id
        where c.account_id = $1 and c.last_at > clock_timestamp() - interval '1 hour'
          and m.at > clock_timestamp() - interval '1 hour' and m.direction = 'outgoing' limit ${mostInAnHour.sms}) l`,
    [accountId],
  )
  return answer.rows[0]?.sent ?? 0
}
