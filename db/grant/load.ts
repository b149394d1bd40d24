import type { Grant } from '#lib/grant/grant.ts'
import type { Tx } from '../client.ts'
import { isLiveRow } from './clock.ts'

/** A grant with what its changes need to know, read after the account's lock was taken. */
export interface LoadedGrant extends Grant {
  readonly version: number
  readonly accountId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly requestedBy: string | null
  readonly scope: string
  readonly scopePages: readonly string[]
  readonly endedByName: string | null
  readonly now: Date
}

const columns = `g.id, g.state, g.designation, g.starts_at as "startsAt", g.ends_at as "endsAt", g.suspended_by as "suspendedBy",
  g.version, g.account_id as "accountId", g.partner_id as "partnerId", p.name as "partnerName", r.requested_by as "requestedBy",
  g.scope, g.scope_pages as "scopePages", ender.name as "endedByName", clock_timestamp() as now
  from access_grant g join partner p on p.id = g.partner_id
  left join access_request r on r.id = g.request_id left join person ender on ender.id = g.ended_by`

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

/** The grants of an account whose rows have not ended: all of them, one firm's, or those that hang on a relationship. */
export async function loadLiveGrants(
  tx: Tx,
  of: { readonly accountId: string; readonly partnerSlug?: string; readonly relationshipId?: string },
): Promise<readonly LoadedGrant[]> {
  const many = await tx.$client.query<LoadedGrant>(
    `select ${columns} where g.account_id = $1 and ${isLiveRow('g')}
       and ($2::text is null or p.slug = $2) and ($3::uuid is null or g.relationship_id = $3) order by g.created_at, g.id`,
    [of.accountId, of.partnerSlug ?? null, of.relationshipId ?? null],
  )
  return many.rows
}
