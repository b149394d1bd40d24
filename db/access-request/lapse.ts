import { sql } from 'drizzle-orm'
import { scopeFrom } from '#lib/access/scopes.ts'
import {
  type AccessRequest,
  move,
  type RequestState,
  remindersDue,
} from '#lib/access-request/access-request.ts'
import { durationFrom } from '#lib/duration.ts'
import type { Tx } from '../client.ts'
import { type NewEvent, recorded } from '../events.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { portalAuthor } from '../portal-author.ts'
import { afterOf, type SweepPosition } from '../sweep/position.ts'
import { together, type Write } from '../write.ts'
import { isOpenRow } from './clock.ts'

interface OpenRow {
  id: string
  providerId: string
  accountId: string
  partnerId: string
  requestedBy: string
  requesterName: string
  partnerName: string
  state: 'pending' | 'question'
  scope: string
  scopePages: string[]
  duration: string
  startsAt: Date | null
  createdAt: Date
  lapsesAt: Date
  lapsesAtText: string
  reminded: number
  version: number
  ticket: string
  now: Date
}

const openRows = `select r.id, r.provider_id as "providerId", r.account_id as "accountId", r.partner_id as "partnerId",
    r.requested_by as "requestedBy", who.name as "requesterName", p.name as "partnerName", r.state, r.scope,
    r.scope_pages as "scopePages", r.duration, r.starts_at as "startsAt", r.created_at as "createdAt",
    r.lapses_at as "lapsesAt", r.lapses_at::text as "lapsesAtText", r.reminded, r.version, r.ticket, clock_timestamp() as now
  from access_request r join partner p on p.id = r.partner_id join person who on who.id = r.requested_by
  where ${isOpenRow('r')}`

/** Lapses a firm's open request to an account if its life is over. The account's lock must be held. */
export async function lapseOverdue(
  tx: Tx,
  of: { readonly accountId: string; readonly partnerId: string },
): Promise<void> {
  const found = await tx.$client.query<OpenRow>(
    `${openRows} and r.partner_id = $1 and r.account_id = $2 and r.lapses_at <= clock_timestamp()`,
    [of.partnerId, of.accountId],
  )
  for (const row of found.rows) await together(tx, lapsed(tx, row))
}

/** The open requests that hang on a channel relationship. The account's lock must be held. */
export async function openUnder(
  tx: Tx,
  of: { readonly accountId: string; readonly partnerId: string; readonly relationshipId: string },
): Promise<readonly OpenRow[]> {
  const found = await tx.$client.query<OpenRow>(
    `${openRows} and r.partner_id = $1 and r.account_id = $2 and r.relationship_id = $3 order by r.created_at, r.id`,
    [of.partnerId, of.accountId, of.relationshipId],
  )
  return found.rows
}

/**
 * What becomes of them when the relationship ends. One whose life was over already has lapsed by the clock, and is told
 * as such; of the others the row moves and the event says why, and their letter is the relationship's.
 */
export function endedWithRelationship(
  tx: Tx,
  row: OpenRow,
  by: { readonly personId: string; readonly reason: string },
): { readonly writes: readonly Write[]; readonly event: NewEvent | null; readonly asked: string | null } {
  if (row.lapsesAt <= row.now) return { writes: lapsed(tx, row), event: null, asked: null }
  const next = move(requestOf(row), 'end-with-relationship', row.now)
  if (!next.ok) throw new Error(`an open request can’t be ended: ${next.refusal}`)
  const action = 'access-request.ended-with-relationship'
  return {
    writes: [closed(row, next.value, by)],
    event: { ...eventOf(row, next.value), action, reason: by.reason },
    asked: row.requestedBy,
  }
}

const dueAfter = `${openRows} and (r.lapses_at <= clock_timestamp()
      or r.created_at + make_interval(hours => case r.reminded when 0 then 48 when 1 then 144 end) <= clock_timestamp())
    and (r.lapses_at, r.id) > ($1::timestamptz, $2::uuid)
  order by r.lapses_at, r.id limit $3 for no key update of r skip locked`

function dueRequests(tx: Tx, limit: number, after: SweepPosition | null) {
  return tx.$client.query<OpenRow>(dueAfter, [...afterOf(after), limit])
}

const positionOf = (row: OpenRow): SweepPosition => ({ at: row.lapsesAtText, id: row.id })

/** The request that the next batch would begin with. */
export async function firstDueRequest(tx: Tx, after: SweepPosition | null): Promise<SweepPosition | null> {
  const row = (await dueRequests(tx, 1, after)).rows[0]
  return row ? positionOf(row) : null
}

/**
 * One batch of the sweep over open requests: lapses those whose life is over, reminds the approvers of those that
 * wait since two or six days. Rows that somebody is working on are left for the next sweep.
 * Gives how many of each, how many rows were looked at, and how far it came.
 */
export async function sweepRequests(
  tx: Tx,
  limit: number,
  after: SweepPosition | null,
): Promise<{ lapsed: number; reminded: number; seen: number; position: SweepPosition | null }> {
  const found = await dueRequests(tx, limit, after)
  let lapsedCount = 0
  let reminded = 0
  for (const row of found.rows) {
    const due = remindersDue(row.createdAt, row.lapsesAt, row.now)
    if (row.lapsesAt <= row.now) {
      await together(tx, lapsed(tx, row))
      lapsedCount++
    } else if (due > row.reminded) {
      await together(tx, remindedOf(row, due))
      reminded++
    }
  }
  const last = found.rows.at(-1)
  return { lapsed: lapsedCount, reminded, seen: found.rows.length, position: last ? positionOf(last) : after }
}

function lapsed(tx: Tx, row: OpenRow): readonly Write[] {
  const next = move(requestOf(row), 'lapse', row.now)
  if (!next.ok) return []
  const { id: subjectId, accountId, partnerId } = row
  return [
    closed(row, next.value),
    recorded(tx, portalAuthor(row.providerId), [eventOf(row, next.value)]),
    toPartner({
      kind: 'access-lapsed',
      subjectId,
      accountId,
      partnerId,
      asked: [row.requestedBy],
      occasion: 'outcome',
    }),
    toApprovers({ kind: 'access-lapsed', subjectId, accountId, occasion: 'outcome-approvers' }),
  ]
}

function closed(
  row: OpenRow,
  to: RequestState,
  by: { readonly personId: string; readonly reason: string } | null = null,
): Write {
  return {
    query: sql`(update access_request set state = ${to}, version = version + 1, decided_at = statement_timestamp(),
        decided_by = ${by?.personId ?? null}::uuid, end_reason = ${by?.reason ?? null}
      where id = ${row.id}::uuid and version = ${row.version}::int returning id)`,
    rows: 1,
  }
}

function eventOf(row: OpenRow, to: RequestState): NewEvent {
  const { id: subjectId, accountId, partnerId } = row
  const facts = { partner: row.partnerName, requester: row.requesterName, ticket: row.ticket }
  return { action: 'access-request.lapsed', accountId, partnerId, subjectId, from: row.state, to, facts }
}

function remindedOf(row: OpenRow, due: number): readonly Write[] {
  const { id: subjectId, accountId } = row
  return [
    {
      query: sql`(update access_request set reminded = ${due}::int where id = ${row.id}::uuid and version = ${row.version}::int returning id)`,
      rows: 1,
    },
    // An open question waits for the partner, so the reminder goes there; otherwise it is the approvers' turn.
    row.state === 'question'
      ? toPartner({
          kind: 'access-request-reminder',
          subjectId,
          accountId,
          partnerId: row.partnerId,
          asked: [row.requestedBy],
          occasion: `reminder-${due}`,
        })
      : toApprovers({ kind: 'access-request-reminder', subjectId, accountId, occasion: `reminder-${due}` }),
  ]
}

function requestOf(row: OpenRow): AccessRequest {
  return {
    id: row.id,
    state: row.state,
    requestedBy: row.requestedBy,
    scope: scopeFrom(row.scope, row.scopePages),
    duration: durationFrom(row.duration),
    startsAt: row.startsAt,
    lapsesAt: row.lapsesAt,
  }
}
