import { sql } from 'drizzle-orm'
import type { KeptExtension } from '#lib/pbx-extension/extension.ts'
import type { AccountChange } from '../change.ts'

import type { Write } from '../write.ts'

const most = 40

/** Numbers as the history keeps them where many were meant at once: as many as are worth reading. */
export function numbersTold(numbers: readonly string[]): string {
  return `${numbers.slice(0, most).join(', ')}${numbers.length > most ? ', …' : ''}`
}

/** "204 (Lobby)", for whoever reads the history years later. */
export const extensionTold = ({ number, name }: { readonly number: string; readonly name: string }) =>
  name === '' || name === number ? number : `${number} (${name})`

/** Ids as a value of a statement. */
export function idList(ids: readonly string[]) {
  return sql`${`{${ids.join(',')}}`}::uuid[]`
}

export interface KeptRow {
  readonly id: string
  readonly kept: KeptExtension
}

const columns = sql`id uuid, number text, name text, member uuid, device text, caller_name text, busy text, busy_id uuid,
  busy_number text, ring int, unanswered text, unanswered_id uuid, unanswered_number text, voicemail boolean, profile uuid`

function recordset(rows: readonly KeptRow[]) {
  const flat = rows.map(({ id, kept }) => ({
    id,
    number: kept.number,
    name: kept.name,
    member: kept.memberId,
    device: kept.device,
    caller_name: kept.callerName,
    busy: kept.busy.kind,
    busy_id: kept.busy.extensionId,
    busy_number: kept.busy.outside,
    ring: kept.ring,
    unanswered: kept.unanswered.kind,
    unanswered_id: kept.unanswered.extensionId,
    unanswered_number: kept.unanswered.outside,
    voicemail: kept.voicemail,
    profile: kept.profileId,
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(flat)}::jsonb) as r (${columns})`
}

/** New extensions, which may send calls to each other. */
export function inserted({ actor, account }: AccountChange, rows: readonly KeptRow[]): Write {
  return {
    query: sql`(insert into pbx_extension (id, provider_id, account_id, number, name, membership_id, device, caller_name, busy,
        busy_extension_id, busy_number, ring_seconds, unanswered, unanswered_extension_id, unanswered_number, voicemail, profile_id)
      select r.id, ${actor.providerId}::uuid, ${account.id}::uuid, r.number, r.name, r.member, r.device, r.caller_name, r.busy,
        r.busy_id, r.busy_number, r.ring, r.unanswered, r.unanswered_id, r.unanswered_number, r.voicemail, r.profile
      from ${recordset(rows)} returning id)`,
    rows: rows.length,
  }
}

/** Extensions as they are from now on. With the number, the person or the voicemail the PIN goes: the database sees to it. */
export function rewritten({ account }: AccountChange, rows: readonly KeptRow[]): Write {
  return {
    query: sql`(update pbx_extension x set number = r.number, name = r.name, membership_id = r.member, device = r.device,
        caller_name = r.caller_name, busy = r.busy, busy_extension_id = r.busy_id, busy_number = r.busy_number,
        ring_seconds = r.ring, unanswered = r.unanswered, unanswered_extension_id = r.unanswered_id,
        unanswered_number = r.unanswered_number, voicemail = r.voicemail, profile_id = r.profile
      from ${recordset(rows)} where x.id = r.id and x.account_id = ${account.id}::uuid and x.ended_at is null returning x.id)`,
    rows: rows.length,
  }
}
