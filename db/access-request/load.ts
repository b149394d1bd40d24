import { sql } from 'drizzle-orm'
import { scopeFrom } from '#lib/access/scopes.ts'
import { type AccessRequest, isOpen, type RequestState, stateAt } from '#lib/access-request/access-request.ts'
import { durationFrom } from '#lib/duration.ts'
import type { Seen } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import type { Write } from '../write.ts'

/** A request with what its changes need to know, read after the account's lock was taken. */
export interface LoadedRequest {
  readonly request: AccessRequest
  readonly version: number
  readonly accountId: string
  readonly zone: string
  readonly partnerId: string
  readonly partnerName: string
  readonly relationshipId: string | null
  readonly requesterName: string
  readonly ticket: string
  readonly longestHours: number | null
  readonly reviewMonths: number
  readonly decidedByName: string | null
  /** Who asked the latest question. */
  readonly questionByName: string | null
  readonly now: Date
}

interface Row {
  id: string
  state: RequestState
  version: number
  requestedBy: string
  scope: string
  scopePages: string[]
  duration: string
  startsAt: Date | null
  lapsesAt: Date
  [rest: string]: unknown
}

/** Loads a request that belongs to the account or to the firm; null where there is none for them. */
export async function loadRequest(
  tx: Tx,
  id: string,
  of: { readonly accountId: string } | { readonly partnerId: string },
): Promise<LoadedRequest | null> {
  const [column, owner] = 'accountId' in of ? ['account_id', of.accountId] : ['partner_id', of.partnerId]
  const answer = await tx.$client.query<Row & Omit<LoadedRequest, 'request' | 'version'>>({
    name: `load-request-by-${column}`,
    text: `select r.id, r.state, r.version, r.requested_by as "requestedBy", r.scope, r.scope_pages as "scopePages",
        r.duration, r.starts_at as "startsAt", r.lapses_at as "lapsesAt", r.account_id as "accountId",
        r.partner_id as "partnerId", r.relationship_id as "relationshipId", r.ticket,
        a.time_zone as zone, p.name as "partnerName", who.name as "requesterName",
        decider.name as "decidedByName", v.longest_grant_hours as "longestHours", v.review_months as "reviewMonths",
        clock_timestamp() as now,
        (select w.name from access_request_message m join person w on w.id = m.person_id
          where m.request_id = r.id and m.kind = 'question' order by m.created_at desc limit 1) as "questionByName"
      from access_request r
      join account a on a.id = r.account_id and a.closed_at is null
      join partner p on p.id = r.partner_id
      join person who on who.id = r.requested_by
      join provider v on v.id = r.provider_id
      left join person decider on decider.id = r.decided_by
      where r.id = $1 and r.${column} = $2`,
    values: [id, owner],
  })
  const row = answer.rows[0]
  if (!row) return null
  const { state, version, requestedBy, scope, scopePages, duration, startsAt, lapsesAt, ...rest } = row
  return {
    ...rest,
    version,
    request: {
      id,
      state,
      requestedBy,
      scope: scopeFrom(scope, scopePages),
      duration: durationFrom(duration),
      startsAt,
      lapsesAt,
    },
  }
}

/** What somebody who came too late is told. */
export function seen(loaded: LoadedRequest): Seen {
  const state = stateAt(loaded.request, loaded.now)
  return { state, by: state === 'question' ? loaded.questionByName : loaded.decidedByName }
}

/** The statement that moves a request, only from the version on which the move was decided. */
export function requestMoved(
  loaded: LoadedRequest,
  to: RequestState,
  by: { readonly personId: string | null; readonly reason?: string | undefined },
): Write {
  const ended = !isOpen(to)
  return {
    query: sql`(update access_request set state = ${to}, version = version + 1,
        decided_at = case when ${ended} then statement_timestamp() end,
        decided_by = case when ${ended} then ${by.personId}::uuid end,
        end_reason = coalesce(${by.reason ?? null}, end_reason)
      where id = ${loaded.request.id}::uuid and account_id = ${loaded.accountId}::uuid and version = ${loaded.version}::int
      returning id)`,
    rows: 1,
  }
}
