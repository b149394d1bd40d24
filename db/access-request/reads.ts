import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type RequestState, stateAt } from '#lib/access-request/access-request.ts'
import { type Duration, durationFrom } from '#lib/duration.ts'
import { clientsNamed, type NamedClients } from '../account/clients.ts'
import type { Tx } from '../client.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { isOpenNow } from './clock.ts'

/** A request as those who decide on it see it. */
export interface SeenRequest {
  readonly id: string
  readonly state: RequestState
  readonly partnerName: string
  readonly partnerSlug: string
  readonly partnerCode: string
  readonly providerName: string
  readonly requesterName: string
  readonly requesterEmail: string
  /** Whoever asked is not of the firm any more; the firm’s request stands all the same. */
  readonly requesterLeft: boolean
  readonly reason: string
  readonly ticket: string
  readonly scope: Scope
  readonly duration: Duration
  readonly startsAt: Date | null
  readonly createdAt: Date
  readonly lapsesAt: Date
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly endReason: string | null
  readonly longestHours: number | null
  /** The account's client accounts, where it has any: what is given may reach them. */
  readonly clients: NamedClients | null
  readonly messages: readonly Message[]
}

export interface Message {
  readonly kind: 'question' | 'answer'
  readonly by: string
  readonly body: string
  readonly at: Date
}

interface Row extends Omit<SeenRequest, 'scope' | 'duration' | 'messages'> {
  readonly scopeName: string
  readonly scopePages: string[]
  readonly durationText: string
  readonly requestedBy: string
  readonly messages: readonly (Omit<Message, 'at'> & { at: string })[] | null
  readonly now: Date
}

const columns = `select r.id, r.state, p.name as "partnerName", p.slug as "partnerSlug", p.partner_code as "partnerCode", v.name as "providerName",
    q.name as "requesterName", q.email as "requesterEmail",
    not exists (select 1 from partner_staff s where s.partner_id = r.partner_id and s.person_id = r.requested_by
      and ${isActiveStaff('s')}) as "requesterLeft", r.requested_by as "requestedBy", r.reason, r.ticket,
    r.scope as "scopeName", r.scope_pages as "scopePages", r.duration as "durationText", r.starts_at as "startsAt",
    r.created_at as "createdAt", r.lapses_at as "lapsesAt", r.decided_at as "decidedAt", d.name as "decidedBy",
    r.end_reason as "endReason", v.longest_grant_hours as "longestHours", clock_timestamp() as now,
    ${clientsNamed('r.account_id')} as clients,
    (select json_agg(json_build_object('kind', m.kind, 'by', w.name, 'body', m.body, 'at', m.created_at) order by m.created_at)
       from access_request_message m join person w on w.id = m.person_id where m.request_id = r.id) as messages
  from access_request r join partner p on p.id = r.partner_id join provider v on v.id = r.provider_id
  join person q on q.id = r.requested_by left join person d on d.id = r.decided_by`

/** One request of the account, in whatever state; null where there is none. */
export async function requestOfAccount(
  tx: Tx,
  accountId: string,
  requestId: string,
): Promise<SeenRequest | null> {
  const answer = await tx.$client.query<Row>(`${columns} where r.account_id = $1 and r.id = $2`, [
    accountId,
    requestId,
  ])
  const row = answer.rows[0]
  return row ? seenRequest(row) : null
}

/** The account's open requests, the oldest first. */
export async function openRequestsOf(tx: Tx, accountId: string): Promise<readonly SeenRequest[]> {
  const answer = await tx.$client.query<Row>({
    name: 'open-requests-of-account',
    text: `${columns} where r.account_id = $1 and ${isOpenNow('r')}
      order by r.created_at, r.id limit 100`,
    values: [accountId],
  })
  return answer.rows.map(seenRequest)
}

function seenRequest(row: Row): SeenRequest {
  const { scopeName, scopePages, durationText, messages, now, requestedBy, ...rest } = row
  const scope = scopeFrom(scopeName, scopePages)
  const duration = durationFrom(durationText)
  return {
    ...rest,
    scope,
    duration,
    state: stateAt({ ...rest, requestedBy, scope, duration }, now),
    messages: (messages ?? []).map(message => ({ ...message, at: new Date(message.at) })),
  }
}
