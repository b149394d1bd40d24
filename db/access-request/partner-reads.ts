import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { mayAskFrom, type RequestState, stateAt } from '#lib/access-request/access-request.ts'
import { type Duration, durationFrom } from '#lib/duration.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { endedAtNow, stateNow } from '../grant/clock.ts'
import { enterable } from '../grant/people.ts'
import { folded } from '../lists/name-search.ts'
import { isBlocked } from '../partner/blocked.ts'
import { isServed } from '../partner/served.ts'
import { isOpenNow } from './clock.ts'
import type { Message } from './reads.ts'

/** A request as the firm that sent it sees it, with what came of it. */
export interface OwnRequest {
  readonly id: string
  readonly accountSlug: string
  readonly accountName: string
  /** The firm still serves the account, and so can ask it again by name. */
  readonly served: boolean
  /** The account takes no requests from the firm any more. */
  readonly blocked: boolean
  /** The state that holds now, by the clock. */
  readonly state: RequestState
  readonly requestedBy: string
  readonly askedBy: string
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
  /** From when the firm may ask again, where this request was declined; null = now. */
  readonly askFrom: Date | null
  readonly messages: readonly Message[]
  readonly grant: GivenGrant | null
}

/** What an approval gave. */
export interface GivenGrant {
  readonly id: string
  /** The state that holds now, by the clock. */
  readonly state: GrantState
  readonly scope: Scope
  readonly duration: Duration
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
  /** The door is open now, and whether the reader may go through it. */
  readonly effective: boolean
  readonly mine: boolean
}

interface Row extends Omit<OwnRequest, 'scope' | 'duration' | 'messages' | 'grant' | 'askFrom'> {
  readonly scopeName: string
  readonly scopePages: string[]
  readonly durationText: string
  readonly messages: readonly (Omit<Message, 'at'> & { at: string })[] | null
  readonly grant: GrantRow | null
  readonly now: Date
}

interface GrantRow extends Omit<GivenGrant, 'scope' | 'duration' | 'startsAt' | 'endsAt' | 'endedAt'> {
  readonly scope: string
  readonly pages: string[]
  readonly duration: string
  readonly startsAt: string
  readonly endsAt: string | null
  readonly endedAt: string | null
}

const given = `(select json_build_object('id', g.id, 'scope', g.scope, 'pages', g.scope_pages, 'duration', g.duration,
      'startsAt', g.starts_at, 'endsAt', g.ends_at, 'state', ${stateNow('g')}, 'endedBy', b.name,
      'endedAt', ${endedAtNow('g')}, 'effective', e.id is not null, 'mine', ${enterable})
    from access_grant g left join effective_grant e on e.id = g.id left join person b on b.id = g.ended_by
    where g.account_id = r.account_id and g.request_id = r.id and g.partner_id = r.partner_id
    order by g.created_at limit 1)`

/** One request of the firm, in whatever state; null where there is none. */
export async function requestOfPartner(
  tx: Tx,
  partner: SeenPartner,
  requestId: string,
): Promise<OwnRequest | null> {
  const answer = await tx.$client.query<Row>({
    name: 'request-of-partner',
    text: `select r.id, a.slug as "accountSlug", a.name as "accountName", r.state, r.requested_by as "requestedBy",
        q.name as "askedBy", r.reason, r.ticket, r.scope as "scopeName", r.scope_pages as "scopePages",
        r.duration as "durationText", r.starts_at as "startsAt", r.created_at as "createdAt", r.lapses_at as "lapsesAt",
        r.decided_at as "decidedAt", d.name as "decidedBy", r.end_reason as "endReason", clock_timestamp() as now,
        ${isServed('a')} as served, ${isBlocked('a.id', '$1')} as blocked,
        (select json_agg(json_build_object('kind', m.kind, 'by', w.name, 'body', m.body, 'at', m.created_at) order by m.created_at)
           from access_request_message m join person w on w.id = m.person_id where m.request_id = r.id) as messages,
        ${given} as grant
      from access_request r join account a on a.id = r.account_id join person q on q.id = r.requested_by
      left join person d on d.id = r.decided_by
      where r.partner_id = $1 and r.id = $4`,
    values: [partner.id, partner.staffId, partner.role, requestId],
  })
  const row = answer.rows[0]
  return row ? ownRequest(row) : null
}

function ownRequest(row: Row): OwnRequest {
  const { scopeName, scopePages, durationText, messages, grant, now, ...rest } = row
  const scope = scopeFrom(scopeName, scopePages)
  const duration = durationFrom(durationText)
  return {
    ...rest,
    scope,
    duration,
    state: stateAt({ ...rest, scope, duration }, now),
    askFrom: rest.state === 'declined' ? mayAskFrom(rest.decidedAt, now) : null,
    messages: (messages ?? []).map(message => ({ ...message, at: new Date(message.at) })),
    grant: grant && {
      ...grant,
      scope: scopeFrom(grant.scope, grant.pages),
      duration: durationFrom(grant.duration),
      startsAt: new Date(grant.startsAt),
      endsAt: grant.endsAt ? new Date(grant.endsAt) : null,
      endedAt: grant.endedAt ? new Date(grant.endedAt) : null,
    },
  }
}

/** An account that the firm serves and has no open request with. */
export interface AskableAccount {
  readonly slug: string
  readonly name: string
  /** From when it may be asked again after a decline; null = now. */
  readonly askFrom: Date | null
}

/** What was asked before, as far as it can be asked again. */
export interface EarlierRequest {
  readonly accountSlug: string
  readonly reason: string
  readonly ticket: string
  readonly scope: Scope
  readonly duration: Duration
}

export interface AskingChoices {
  readonly accounts: readonly AskableAccount[]
  readonly longestHours: number | null
  readonly again: EarlierRequest | null
}

/** More accounts than this are not listed in one field; the others are asked from the list of customers. */
export const mostAskable = 500

/**
 * What the form that asks needs: the accounts that can be chosen (the one that was wanted first of all, wherever it
 * stands), the provider's limit, and an earlier request of the firm's whose words are to be used again.
 */
export async function askingChoices(
  tx: Tx,
  partner: SeenPartner,
  wanted: { readonly account?: string | undefined; readonly again?: string | undefined },
): Promise<AskingChoices> {
  const name = folded('a.name')
  const answer = await tx.$client.query<{
    accounts: { slug: string; name: string; declinedAt: string | null }[] | null
    again:
      | (Omit<EarlierRequest, 'scope' | 'duration'> & { scope: string; pages: string[]; duration: string })
      | null
    longestHours: number | null
    now: Date
  }>({
    name: 'asking-choices',
    text: `select v.longest_grant_hours as "longestHours", clock_timestamp() as now,
        (select json_agg(json_build_object('slug', x.slug, 'name', x.name, 'declinedAt',
             (select max(d.decided_at) from access_request d
               where d.partner_id = $1 and d.account_id = x.id and d.state = 'declined')) order by x.fold, x.id)
           from (select a.id, a.slug, a.name, ${name} as fold from channel_relationship c
             join account a on a.id = c.account_id and a.closed_at is null
             where c.partner_id = $1 and c.ended_at is null and not ${isBlocked('a.id', '$1')}
               and not exists (select 1 from access_request o
                 where o.partner_id = $1 and o.account_id = a.id and ${isOpenNow('o')})
             order by a.slug is distinct from $2, ${name}, a.id limit ${mostAskable}) x) as accounts,
        (select json_build_object('accountSlug', a.slug, 'reason', r.reason, 'ticket', r.ticket, 'scope', r.scope,
             'pages', r.scope_pages, 'duration', r.duration)
           from access_request r join account a on a.id = r.account_id where r.partner_id = $1 and r.id = $3::uuid) as again
      from partner p join provider v on v.id = p.provider_id where p.id = $1`,
    values: [partner.id, wanted.account ?? null, wanted.again ?? null],
  })
  const row = answer.rows[0]
  if (!row) return { accounts: [], longestHours: null, again: null }
  return {
    longestHours: row.longestHours,
    accounts: (row.accounts ?? []).map(({ slug, name: label, declinedAt }) => ({
      slug,
      name: label,
      askFrom: mayAskFrom(declinedAt ? new Date(declinedAt) : null, row.now),
    })),
    again: row.again && {
      accountSlug: row.again.accountSlug,
      reason: row.again.reason,
      ticket: row.again.ticket,
      scope: scopeFrom(row.again.scope, row.again.pages),
      duration: durationFrom(row.again.duration),
    },
  }
}
