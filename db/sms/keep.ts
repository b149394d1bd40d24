import { randomUUID } from 'node:crypto'
import type { CarrierText } from '#lib/carrier/message.ts'
import { foldedText } from '#lib/fold.ts'
import { segmentsOf } from '#lib/sms/segments.ts'
import type { Owner } from '../carrier/owners.ts'
import { otherParty } from '../carrier/party.ts'
import type { Tx } from '../client.ts'

/** Keeps text messages that came in, each once. Gives those that were new, by account and record. */
export async function keepTexts(
  tx: Tx,
  texts: readonly (Owner & { readonly event: CarrierText })[],
): Promise<ReadonlySet<string>> {
  if (texts.length === 0) return new Set()
  const rows = texts.map(({ accountId, providerId, country, number, key, event }) => {
    const other = otherParty(event.from, { country })
    return {
      id: randomUUID(),
      conversation: randomUUID(),
      provider_id: providerId,
      account_id: accountId,
      carrier_id: event.recordId,
      own_number: number,
      own_key: key,
      other_number: other.shown,
      other_key: other.key,
      body: event.text,
      findable: foldedText(event.text),
      segments: segmentsOf(event.text).count,
      at: event.at.toISOString(),
    }
  })
  const answer = await tx.$client.query<{ account_id: string; carrier_id: string }>(
    `with given as (
        select distinct on (r.account_id, r.carrier_id) r.* from jsonb_to_recordset($1::jsonb) as r (id uuid, conversation uuid,
            provider_id uuid, account_id uuid, carrier_id text, own_number text, own_key text, other_number text, other_key text,
            body text, findable text, segments int, at timestamptz)
          where not exists (select 1 from sms_message m
            where m.account_id = r.account_id and m.carrier_id = r.carrier_id and m.direction = 'incoming')),
      held as (
        insert into sms_conversation (id, provider_id, account_id, own_number, own_key, other_number, other_key, last_at, changed_at)
          select distinct on (account_id, own_key, other_key) conversation, provider_id, account_id, own_number, own_key, other_number,
            other_key, max(least(at, clock_timestamp())) over (partition by account_id, own_key, other_key), clock_timestamp()
          from given order by account_id, own_key, other_key
        on conflict (account_id, own_key, other_key) do update set
          last_at = greatest(sms_conversation.last_at, excluded.last_at), changed_at = clock_timestamp()
        returning id, account_id, own_key, other_key)
      insert into sms_message (id, provider_id, account_id, conversation_id, direction, state, body, findable, segments, at,
          created_at, own_number, own_key, other_number, other_key, carrier_id)
        select g.id, g.provider_id, g.account_id, h.id, 'incoming', 'received', g.body, g.findable, g.segments,
          least(g.at, clock_timestamp()), clock_timestamp(), g.own_number, g.own_key, g.other_number, g.other_key, g.carrier_id
        from given g join held h on h.account_id = g.account_id and h.own_key = g.own_key and h.other_key = g.other_key
      on conflict (account_id, carrier_id) where direction = 'incoming' do nothing
      returning account_id, carrier_id`,
    [JSON.stringify(rows)],
  )
  return new Set(answer.rows.map(row => `${row.account_id} ${row.carrier_id}`))
}
