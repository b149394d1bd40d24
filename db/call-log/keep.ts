import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type CallRecord, otherNumber } from '#lib/call-log/record.ts'
import { type Country, dialled, ownNumber } from '#lib/dialling.ts'
import type { Write } from '../write.ts'

/** A record on its way into an account's call log. */
export interface KeptCall {
  readonly accountId: string
  readonly providerId: string
  /** Where the account dials from. */
  readonly from: Country | null
  readonly call: CallRecord
}

/**
 * Keeps records, each once: one that the account has already is left as it is, whatever it says by now. Gives back the record
 * ids of those that were new.
 */
export function keptCalls(records: readonly KeptCall[]): Write {
  const rows = records.map(({ accountId, providerId, from, call }) => ({
    id: randomUUID(),
    provider_id: providerId,
    account_id: accountId,
    record_id: call.recordId,
    kind: call.kind,
    direction: call.direction,
    from_number: call.from,
    to_number: call.to,
    own_key: ownNumber(call.number, from).key,
    other_key: keyOf(otherNumber(call), from),
    answered_by: call.answeredBy,
    started_at: call.startedAt.toISOString(),
    ring_seconds: call.ringSeconds,
    talk_seconds: call.talkSeconds,
    result: call.result,
  }))
  return {
    query: sql`(insert into call_record (id, provider_id, account_id, record_id, kind, direction, from_number, to_number, own_key,
        other_key, answered_by, started_at, ring_seconds, talk_seconds, result)
      select r.id, r.provider_id, r.account_id, r.record_id, r.kind, r.direction, r.from_number, r.to_number, r.own_key, r.other_key,
        r.answered_by, r.started_at, r.ring_seconds, r.talk_seconds, r.result
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, provider_id uuid, account_id uuid, record_id text,
        kind text, direction text, from_number text, to_number text, own_key text, other_key text, answered_by text,
        started_at timestamptz, ring_seconds int, talk_seconds int, result text)
      on conflict (account_id, record_id) do nothing returning account_id, record_id)`,
  }
}

/** A withheld number is nobody's. */
function keyOf(number: string, from: Country | null): string {
  return /\d/.test(number) ? dialled(number, from) : ''
}
