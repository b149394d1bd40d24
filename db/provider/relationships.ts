import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import { isOpenNow } from '../access-request/clock.ts'
import type { Tx } from '../client.ts'
import { endedAtNow, isLiveNow, stateNow } from '../grant/clock.ts'
import { assignedNames } from '../grant/people.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'
import { containing, folded } from '../lists/name-search.ts'

/** A channel relationship as a row of the provider's list shows it. */
export interface ListedRelationship {
  readonly id: string
  readonly partnerName: string
  readonly partnerCode: string
  readonly accountName: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly endedBy: string | null
  /** What would end with it: 100 means "more than 99". */
  readonly grants: number
  readonly requests: number
}

export const relationshipFilters = ['running', 'ended'] as const
export type RelationshipFilter = (typeof relationshipFilters)[number]
export type RelationshipCounts = Readonly<Record<RelationshipFilter, number>>

const conditions: Record<RelationshipFilter, string> = {
  running: 'r.ended_at is null',
  ended: 'r.ended_at is not null',
}

const capped = (
  filter: RelationshipFilter,
) => `(select count(*)::int from (select 1 from channel_relationship r
  where r.provider_id = $1 and ${conditions[filter]} limit 100) c) as ${filter}`

export async function relationshipCounts(tx: Tx, providerId: string): Promise<RelationshipCounts> {
  const answer = await tx.$client.query<RelationshipCounts>({
    name: 'relationship-counts',
    text: `select ${relationshipFilters.map(capped).join(', ')}`,
    values: [providerId],
  })
  return answer.rows[0] ?? { running: 0, ended: 0 }
}

const columns = `r.id, p.name as "partnerName", p.partner_code as "partnerCode", a.name as "accountName",
  r.started_at as "startedAt", r.ended_at as "endedAt", b.name as "endedBy",
  (select count(*)::int from (select 1 from access_grant g where g.relationship_id = r.id and ${isLiveNow('g')} limit 100) c) as grants,
  (select count(*)::int from access_request q where q.partner_id = r.partner_id and q.account_id = r.account_id
     and q.relationship_id = r.id and ${isOpenNow('q')}) as requests`

const joins = `from channel_relationship r join partner p on p.id = r.partner_id join account a on a.id = r.account_id
  left join person b on b.id = r.ended_by`

const pageSize = 25

/** One page of the provider's channel relationships, the newest first; `search` looks at both names and the Partner ID. */
export async function relationshipsOf(
  tx: Tx,
  providerId: string,
  of: { readonly filter: RelationshipFilter; readonly search: string; readonly after: string | undefined },
): Promise<{ readonly relationships: readonly ListedRelationship[]; readonly next: string | null }> {
  const position = momentPosition(of.after)
  const answer = await tx.$client.query<ListedRelationship & { cursor: string }>({
    name: `relationships-${of.filter}`,
    text: `select ${columns}, ${momentCursor('r.started_at', 'r.id')} as cursor
      ${joins}
      where r.provider_id = $1 and ${conditions[of.filter]}
        and ($2::text is null or ${folded('p.name')} like $2 or ${folded('a.name')} like $2 or ${folded('p.partner_code')} like $2)
        and ($3::text is null or (r.started_at, r.id) < ($3::timestamp at time zone 'UTC', $4::uuid))
      order by r.started_at desc, r.id desc limit ${pageSize + 1}`,
    values: [providerId, containing(of.search), position?.at ?? null, position?.id ?? null],
  })
  const rows = answer.rows.slice(0, pageSize)
  return {
    relationships: rows.map(({ cursor: _, ...row }) => row),
    next: answer.rows.length > pageSize ? (rows.at(-1)?.cursor ?? null) : null,
  }
}

export interface Relationship extends ListedRelationship {
  readonly endReason: string | null
  /** Every administrator of the firm may enter what the firm may. */
  readonly administrators: number
}

/** One channel relationship of the provider; null where there is none. */
export async function relationshipOf(tx: Tx, providerId: string, id: string): Promise<Relationship | null> {
  const answer = await tx.$client.query<Relationship>({
    name: 'relationship',
    text: `select ${columns}, r.end_reason as "endReason", (select count(*)::int from partner_staff s
        where s.partner_id = r.partner_id and s.role = 'administrator' and s.removed_at is null) as administrators
      ${joins} where r.provider_id = $1 and r.id = $2`,
    values: [providerId, id],
  })
  return answer.rows[0] ?? null
}

/** A grant or an open request of the relationship's firm on its account. */
export type Dependant = DependentGrant | DependentRequest

interface DependantFacts {
  readonly id: string
  readonly scope: Scope
  readonly askedBy: string | null
  /** It ends with the relationship, or ended with it; what an account gave without one stays. */
  readonly hangs: boolean
}

export interface DependentGrant extends DependantFacts {
  readonly kind: 'grant'
  readonly state: GrantState
  readonly startsAt: Date
  readonly endsAt: Date | null
  /** When it ended; null while it lives. */
  readonly endedAt: Date | null
  readonly suspendedBy: 'account' | 'provider' | null
  readonly lastUsedAt: Date | null
  /** Technicians who may enter under it. */
  readonly assigned: readonly string[]
}

export interface DependentRequest extends DependantFacts {
  readonly kind: 'request'
  readonly state: 'pending' | 'question' | 'lapsed'
  readonly createdAt: Date
}

interface Row extends DependantFacts {
  kind: 'grant' | 'request'
  state: string
  pages: string[]
}

/** More than this is not listed one by one; the numbers are still told. */
export const mostDependants = 200

/** What hangs on a relationship: live grants and open requests; of an ended one what ended with it. */
export async function dependantsOf(
  tx: Tx,
  providerId: string,
  relationshipId: string,
): Promise<readonly Dependant[]> {
  const answer = await tx.$client.query<Row>({
    name: 'dependants-of-relationship',
    text: `select * from (
        select 'grant' as kind, g.id, ${stateNow('g')} as state, g.scope as scope, g.scope_pages as pages, q.name as "askedBy",
          coalesce(g.relationship_id = r.id, false) as hangs, g.starts_at as "startsAt", g.ends_at as "endsAt",
          ${endedAtNow('g')} as "endedAt", g.suspended_by as "suspendedBy", g.last_used_at as "lastUsedAt", ${assignedNames} as assigned, g.created_at as "createdAt"
        from channel_relationship r join access_grant g on g.partner_id = r.partner_id and g.account_id = r.account_id
        left join access_request w on w.id = g.request_id left join person q on q.id = w.requested_by
        where r.provider_id = $1 and r.id = $2 and case when r.ended_at is null then ${isLiveNow('g')}
          else g.relationship_id = r.id and g.state = 'terminated' and g.ended_at = r.ended_at end
        union all
        select 'request', q.id, q.state, q.scope, q.scope_pages, n.name, coalesce(q.relationship_id = r.id, false),
          q.starts_at, null, null, null, null, '{}', q.created_at
        from channel_relationship r join access_request q on q.partner_id = r.partner_id and q.account_id = r.account_id
        join person n on n.id = q.requested_by
        where r.provider_id = $1 and r.id = $2 and case when r.ended_at is null then ${isOpenNow('q')}
          else q.relationship_id = r.id and q.state = 'lapsed' and q.decided_by is not null and q.decided_at = r.ended_at end) x
      order by x.hangs desc, x.kind, x."createdAt" limit ${mostDependants}`,
    values: [providerId, relationshipId],
  })
  return answer.rows.map(
    ({ scope, pages, ...row }) => ({ ...row, scope: scopeFrom(String(scope), pages) }) as Dependant,
  )
}
