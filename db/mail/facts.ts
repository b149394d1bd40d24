import { scopeFrom } from '#lib/access/scopes.ts'
import type { RequestState } from '#lib/access-request/access-request.ts'
import { durationFrom } from '#lib/duration.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import type { AccountNamed, GrantFacts, PartnerNamed, RequestFacts } from '#lib/mail/facts.ts'
import type { Standing } from '#lib/mail/still-true.ts'
import { isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isLiveNow } from '../grant/clock.ts'
import { comesTo } from '../grant/reach.ts'
import { isBlocked } from '../partner/blocked.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { actIn, doerIn, momentIn, movedIn, namesIn, textIn, type WrittenFacts } from './written.ts'

// What a batch of letters reports on, looked up at the moment of sending: one query a noun, whatever the batch's size.

/** A fact together with where the recipient stands, and whether the account is still there. */
export interface Found<Facts> {
  readonly standing: Standing
  readonly isAccountClosed: boolean
  readonly factsFor: (written: WrittenFacts) => Facts
}

/** Named parts of every row about an account and a partner. */
export interface Between {
  readonly letterId: string
  readonly isApprover: boolean
  readonly isStaff: boolean
  readonly isAccountClosed: boolean
  readonly accountSlug: string
  readonly accountName: string
  readonly partnerSlug: string
  readonly partnerName: string
  readonly partnerCode: string
}

export const between = (subject: string) => `
  l.id as "letterId", a.slug as "accountSlug", a.name as "accountName", a.closed_at is not null as "isAccountClosed",
  p.slug as "partnerSlug", p.name as "partnerName", p.partner_code as "partnerCode",
  exists (select 1 from membership m where m.person_id = l.person_id and ${isApprover('m', 'a')}) as "isApprover",
  exists (select 1 from partner_staff s where s.partner_id = ${subject}.partner_id and s.person_id = l.person_id
    and ${isActiveStaff('s')}) as "isStaff"`

export const hasOther = (subject: string, from = 'effective_grant') =>
  `exists (select 1 from ${from} o where o.partner_id = ${subject}.partner_id and ${comesTo('o', 'a')}`

export const joined = (subject: string) => `
  join account a on a.id = ${subject}.account_id
  join partner p on p.id = ${subject}.partner_id
  where l.id = any($1::uuid[])`

interface RequestRow extends Between {
  readonly id: string
  readonly state: RequestState
  readonly providerName: string
  readonly requester: string
  readonly isOwn: boolean
  readonly blocked: boolean
  readonly reason: string
  readonly ticket: string
  readonly scope: string
  readonly scopePages: readonly string[]
  readonly duration: string
  readonly startsAt: Date | null
  readonly lapsesAt: Date
  readonly decidedAt: Date | null
  readonly question: string | null
  readonly grantState: GrantState | null
  readonly grantScope: string
  readonly grantReaches: boolean
  readonly grantPages: readonly string[]
  readonly grantDuration: string
  readonly isEndMoved: boolean
  readonly grantStartsAt: Date
  readonly grantEndsAt: Date | null
}

export async function findRequests(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<RequestFacts>>> {
  const answer = await tx.$client.query<RequestRow>(
    `select r.id, r.state, v.name as "providerName", who.name as requester, r.requested_by = l.person_id as "isOwn", r.reason,
        ${isBlocked('r.account_id', 'r.partner_id')} as blocked,
        r.ticket, r.scope, r.scope_pages as "scopePages", r.duration, r.starts_at as "startsAt", r.lapses_at as "lapsesAt",
        r.decided_at as "decidedAt", g.state as "grantState", g.scope as "grantScope", g.scope_pages as "grantPages", g.reaches_clients as "grantReaches",
        g.duration as "grantDuration", g.end_moved_at is not null as "isEndMoved", g.starts_at as "grantStartsAt", g.ends_at as "grantEndsAt",
        (select q.body from access_request_message q where q.request_id = r.id and q.kind = 'question'
          order by q.created_at desc, q.id desc limit 1) as question, ${between('r')}
      from letter l join access_request r on r.id = l.subject_id and r.provider_id = l.provider_id
      join provider v on v.id = r.provider_id
      join person who on who.id = r.requested_by
      left join access_grant g on g.partner_id = r.partner_id and g.account_id = r.account_id and g.request_id = r.id
      ${joined('r')}`,
    [ids],
  )
  return found(answer.rows, requestFacts)
}

function requestFacts(row: RequestRow, written: WrittenFacts): RequestFacts {
  return {
    id: row.id,
    state: row.state,
    ...named(row),
    providerName: row.providerName,
    requester: row.requester,
    isOwn: row.isOwn,
    blocked: row.blocked,
    reason: row.reason,
    ticket: row.ticket,
    scope: scopeFrom(row.scope, row.scopePages),
    duration: durationFrom(row.duration),
    startsAt: row.startsAt,
    lapsesAt: row.lapsesAt,
    decidedAt: row.decidedAt,
    question: row.question,
    grant: row.grantState && {
      state: row.grantState,
      scope: scopeFrom(row.grantScope, row.grantPages),
      duration: row.isEndMoved ? null : durationFrom(row.grantDuration),
      reachesClients: row.grantReaches,
      startsAt: row.grantStartsAt,
      endsAt: row.grantEndsAt,
    },
    doer: doerIn(written),
    said: textIn(written, 'question') || textIn(written, 'answer') || textIn(written, 'reason'),
  }
}

interface GrantRow extends Between {
  readonly id: string
  readonly state: GrantState
  readonly designation: 'customer' | 'provider'
  readonly scope: string
  readonly scopePages: readonly string[]
  readonly reachesClients: boolean
  readonly duration: string
  readonly isEndMoved: boolean
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly endedAt: Date | null
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
  readonly hasOther: boolean
  readonly hasLive: boolean
}

export async function findGrants(tx: Tx, ids: readonly string[]): Promise<Map<string, Found<GrantFacts>>> {
  const answer = await tx.$client.query<GrantRow>(
    `select g.id, g.state, g.designation, g.scope, g.scope_pages as "scopePages", g.reaches_clients as "reachesClients", g.duration, g.starts_at as "startsAt",
        g.end_moved_at is not null as "isEndMoved", g.ends_at as "endsAt", g.ended_at as "endedAt",
        g.last_used_at as "lastUsedAt", (select u.name from person u where u.id = g.last_used_by) as "lastUsedBy",
        ${hasOther('g')} and o.id <> g.id) as "hasOther",
        ${hasOther('g', 'access_grant')} and o.id <> g.id and ${isLiveNow('o')}) as "hasLive", ${between('g')}
      from letter l join access_grant g on g.id = l.subject_id and g.provider_id = l.provider_id
      ${joined('g')}`,
    [ids],
  )
  return found(answer.rows, grantFacts)
}

function grantFacts(row: GrantRow, written: WrittenFacts): GrantFacts {
  return {
    id: row.id,
    state: row.state,
    ...named(row),
    designation: row.designation,
    scope: scopeFrom(row.scope, row.scopePages),
    duration: row.isEndMoved ? null : durationFrom(row.duration),
    reachesClients: row.reachesClients,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    endedAt: row.endedAt,
    lastUse: lastUseOf(row),
    act: actIn(written),
    doer: doerIn(written),
    said: textIn(written, 'reason'),
    also: typeof written.also === 'number' ? written.also : 0,
    otherFirms: namesIn(written, 'otherFirms'),
    hasOther: row.hasOther,
    hasLive: row.hasLive,
    unreviewed: written.unreviewed === true,
    endAsWritten: momentIn(written, 'endsAt'),
    moved: movedIn(written),
  }
}

export function found<
  Row extends Pick<Between, 'letterId' | 'isApprover' | 'isStaff' | 'isAccountClosed'>,
  Facts,
>(rows: readonly Row[], factsOf: (row: Row, written: WrittenFacts) => Facts): Map<string, Found<Facts>> {
  return new Map(
    rows.map(row => [
      row.letterId,
      {
        standing: { isApprover: row.isApprover, isStaff: row.isStaff },
        isAccountClosed: row.isAccountClosed,
        factsFor: written => factsOf(row, written),
      },
    ]),
  )
}

export function named(row: Between): { account: AccountNamed; partner: PartnerNamed } {
  return {
    account: { slug: row.accountSlug, name: row.accountName },
    partner: { slug: row.partnerSlug, name: row.partnerName, code: row.partnerCode },
  }
}

export function lastUseOf({
  lastUsedAt,
  lastUsedBy,
}: {
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
}) {
  return lastUsedAt && { at: lastUsedAt, by: lastUsedBy ?? '' }
}
