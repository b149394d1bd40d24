import type { Grant } from '#lib/grant/grant.ts'
import type { Tx } from '../client.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { isAssignedNow, isLiveRow } from './clock.ts'

/** An extension that waits for an answer. */
export interface PendingExtension {
  readonly id: string
  readonly version: number
  readonly requestedBy: string
  readonly requesterName: string
  /** As the database writes it; null = for good. */
  readonly askedEnd: string | null
}

/** An ask to end it that waits for the provider's answer. */
export interface WaitingAsk {
  readonly id: string
  readonly version: number
  readonly askerName: string
}

/** A grant with what its changes need to know, read after the account's lock was taken. */
export interface LoadedGrant extends Grant {
  readonly version: number
  readonly accountId: string
  readonly accountName: string
  readonly partnerId: string
  readonly partnerName: string
  readonly requestedBy: string | null
  readonly scope: string
  readonly scopePages: readonly string[]
  readonly endedByName: string | null
  readonly reviewAt: Date | null
  /** Where the account is, and what its provider allows. */
  readonly zone: string
  readonly longestHours: number | null
  readonly reviewMonths: number
  /** What its firm asked for in the way of more time, and nobody has answered. */
  readonly extension: PendingExtension | null
  /** Only of what the provider set. */
  readonly ask: WaitingAsk | null
  /** Who works under it by an assignment. */
  readonly assigned: readonly string[]
  /** How many of its firm wait to be assigned. */
  readonly joinAsks: number
  readonly now: Date
}

const columns = `g.id, g.state, g.designation, g.starts_at as "startsAt", g.ends_at as "endsAt", g.suspended_by as "suspendedBy",
  g.version, g.account_id as "accountId", a.name as "accountName", g.partner_id as "partnerId", p.name as "partnerName", r.requested_by as "requestedBy",
  g.scope, g.scope_pages as "scopePages", ender.name as "endedByName",
  g.review_at as "reviewAt", a.time_zone as zone, v.longest_grant_hours as "longestHours", v.review_months as "reviewMonths",
  (select json_build_object('id', x.id, 'version', x.version, 'requestedBy', x.requested_by, 'requesterName', w.name,
      'askedEnd', x.asked_end)
    from grant_extension x join person w on w.id = x.requested_by
    where x.grant_id = g.id and x.state = 'pending') as extension,
  case when g.designation = 'provider' then (select json_build_object('id', k.id, 'version', k.version, 'askerName', w.name)
    from designation_ask k join person w on w.id = k.asked_by where k.grant_id = g.id and k.state = 'waiting') end as ask,
  array(select s.person_id from assignment h join partner_staff s on s.id = h.staff_id and ${isActiveStaff('s')}
    where h.grant_id = g.id and ${isAssignedNow('h')}) as assigned,
  (select count(*)::int from assignment_ask k where k.grant_id = g.id and k.state = 'waiting') as "joinAsks",
  clock_timestamp() as now
  from access_grant g join partner p on p.id = g.partner_id join account a on a.id = g.account_id
  join provider v on v.id = g.provider_id
  left join access_request r on r.id = g.request_id left join person ender on ender.id = g.ended_by`

/** Who of the firm, beside its administrators, is told what becomes of the grant: who asked for it, and who works under it. */
export function concernedBy({ requestedBy, assigned }: LoadedGrant): readonly string[] {
  return requestedBy ? [requestedBy, ...assigned] : assigned
}

/** One grant of the account or of the firm, in whatever state; null where it is none of theirs. */
export async function loadGrant(
  tx: Tx,
  id: string,
  of: { readonly accountId: string } | { readonly partnerId: string },
): Promise<LoadedGrant | null> {
  const [column, owner] = 'accountId' in of ? ['account_id', of.accountId] : ['partner_id', of.partnerId]
  const one = await tx.$client.query<LoadedGrant>(`select ${columns} where g.id = $1 and g.${column} = $2`, [
    id,
    owner,
  ])
  return one.rows[0] ?? null
}

/** Those of the account's grants that have these ids, in whatever state. */
export async function loadGrants(
  tx: Tx,
  accountId: string,
  ids: readonly string[],
): Promise<readonly LoadedGrant[]> {
  const many = await tx.$client.query<LoadedGrant>(
    `select ${columns} where g.account_id = $1 and g.id = any($2) order by g.created_at, g.id`,
    [accountId, ids],
  )
  return many.rows
}

/** Whose grants or requests are meant: an account's, a firm's, or what hangs on a relationship; several narrow each other. */
export interface Whose {
  readonly accountId?: string
  readonly partnerId?: string
  readonly partnerSlug?: string
  readonly relationshipId?: string
}

/** The grants whose rows have not ended. */
export async function loadLiveGrants(tx: Tx, of: Whose): Promise<readonly LoadedGrant[]> {
  const given = [
    ['g.account_id', of.accountId],
    ['g.partner_id', of.partnerId],
    ['p.slug', of.partnerSlug],
    ['g.relationship_id', of.relationshipId],
  ].flatMap(([column, value]) => (value === undefined ? [] : [[column, value] as const]))
  if (given.length === 0) throw new Error('nobody’s grants were asked for')
  const narrowed = given.map(([column], i) => `${column} = $${i + 1}`)
  const many = await tx.$client.query<LoadedGrant>(
    `select ${columns} where ${[...narrowed, isLiveRow('g')].join(' and ')} order by g.created_at, g.id`,
    given.map(([, value]) => value),
  )
  return many.rows
}
