import { sql } from 'drizzle-orm'
import { scopeFrom } from '#lib/access/scopes.ts'
import {
  type AccessRequest,
  move,
  type RequestState,
  reminderHours,
} from '#lib/access-request/access-request.ts'
import { durationFrom } from '#lib/duration.ts'
import { remindersDue } from '#lib/reminders.ts'
import type { Tx } from '../client.ts'
import { sweepNow } from '../clock/watch.ts'
import { type NewEvent, recorded } from '../events.ts'
import type { Whose } from '../grant/load.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { portalAuthor } from '../portal-author.ts'
import { nextReminder } from '../sweep/next-reminder.ts'
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

const openRows = (
  now = 'clock_timestamp()',
) => `select r.id, r.provider_id as "providerId", r.account_id as "accountId", r.partner_id as "partnerId",
    r.requested_by as "requestedBy", who.name as "requesterName", p.name as "partnerName", r.state, r.scope,
    r.scope_pages as "scopePages", r.duration, r.starts_at as "startsAt", r.created_at as "createdAt",
    r.lapses_at as "lapsesAt", r.lapses_at::text as "lapsesAtText", r.reminded, r.version, r.ticket, ${now} as now
  from access_request r join partner p on p.id = r.partner_id join person who on who.id = r.requested_by
  where ${isOpenRow('r')}`

/** Lapses a firm's open request to an account if its life is over. The account's lock must be held. */
export async function lapseOverdue(
  tx: Tx,
  of: { readonly accountId: string; readonly partnerId: string },
): Promise<void> {
  const found = await tx.$client.query<OpenRow>(
    `${openRows()} and r.partner_id = $1 and r.account_id = $2 and r.lapses_at <= clock_timestamp()`,
    [of.partnerId, of.accountId],
  )
  for (const row of found.rows) await together(tx, lapsed(tx, row))
}

/** The open requests of an account, of a firm, or under a relationship. The locks of their accounts must be held. */
export async function openOf(tx: Tx, of: Omit<Whose, 'partnerSlug'>): Promise<readonly OpenRow[]> {
  const found = await tx.$client.query<OpenRow>(
    `${openRows()} and ($1::uuid is null or r.account_id = $1) and ($2::uuid is null or r.partner_id = $2)
      and ($3::uuid is null or r.relationship_id = $3) order by r.created_at, r.id`,
    [of.accountId ?? null, of.partnerId ?? null, of.relationshipId ?? null],
  )
  return found.rows
}

/** What a request ends with, when it is none of its own doing. */
export type EndingCause = 'relationship' | 'account' | 'partner'

/**
 * What becomes of them when that ends. Those whose life was over already have lapsed by the clock, and are told as such;
 * of the others the rows move and the events say why, and their letter is that of what ended.
 */
export function endedWith(
  tx: Tx,
  rows: readonly OpenRow[],
  cause: EndingCause,
  by: { readonly personId: string; readonly reason: string },
): {
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
  readonly rows: readonly OpenRow[]
} {
  const over = rows.filter(row => row.lapsesAt <= row.now)
  const ending = rows.filter(row => row.lapsesAt > row.now)
  const action = `access-request.ended-with-${cause}` as const
  const events = ending.map(row => {
    const next = move(requestOf(row), 'end-with', row.now)
    if (!next.ok) throw new Error(`an open request can’t be ended: ${next.refusal}`)
    return { ...eventOf(row, next.value), action, reason: by.reason }
  })
  const moved = ending.length > 0 ? [closed(ending, 'lapsed', by)] : []
  return { writes: [...moved, ...over.flatMap(row => lapsed(tx, row))], events, rows: ending }
}

const dueAfter = `${openRows(sweepNow)} and (r.lapses_at <= ${sweepNow}
      or ${nextReminder('r', reminderHours)} <= ${sweepNow})
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
    const due = remindersDue(reminderHours, row, row.now)
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
    closed([row], next.value),
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

/** All that one statement ends has ended at one instant. */
function closed(
  rows: readonly OpenRow[],
  to: RequestState,
  by: { readonly personId: string; readonly reason: string } | null = null,
): Write {
  const versions = JSON.stringify(rows.map(({ id, version }) => ({ id, version })))
  return {
    query: sql`(update access_request r set state = ${to}, version = r.version + 1, decided_at = statement_timestamp(),
        decided_by = ${by?.personId ?? null}::uuid, end_reason = ${by?.reason ?? null}
      from jsonb_to_recordset(${versions}::jsonb) as m(id uuid, version int)
      where r.id = m.id and r.version = m.version returning r.id)`,
    rows: rows.length,
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
