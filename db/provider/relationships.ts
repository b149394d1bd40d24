import { isOpenNow } from '../access-request/clock.ts'
import type { Tx } from '../client.ts'
import { isWaitingNow } from '../extension/clock.ts'
import { isLiveNow } from '../grant/clock.ts'
import { isOpenNow as isOpenInvitation } from '../invitation/clock.ts'
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
  readonly accountSlug: string
  /** Open invitations that would end with it. */
  readonly invitations: number
  /** Asks for more time that would lapse with what hangs on it. */
  readonly extensions: number
  readonly endReason: string | null
}

/** One channel relationship of the provider; null where there is none. */
export async function relationshipOf(tx: Tx, providerId: string, id: string): Promise<Relationship | null> {
  const answer = await tx.$client.query<Relationship>({
    name: 'relationship',
    text: `select ${columns}, a.slug as "accountSlug", r.end_reason as "endReason", (select count(*)::int from partner_invitation i
        where i.account_id = r.account_id and i.relationship_id = r.id and ${isOpenInvitation('i')}) as invitations,
        (select count(*)::int from grant_extension x join access_grant g on g.id = x.grant_id
          where g.account_id = r.account_id and g.relationship_id = r.id and ${isWaitingNow('x', 'g')}) as extensions
      ${joins} where r.provider_id = $1 and r.id = $2`,
    values: [providerId, id],
  })
  return answer.rows[0] ?? null
}
