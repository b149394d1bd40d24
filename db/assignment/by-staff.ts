import type { StaffRole } from '#lib/access/person-kinds.ts'
import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import { mostAtOnce } from '#lib/grant/terms-forms.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { isLiveNow, stateNow } from '../grant/clock.ts'
import { containing, folded } from '../lists/name-search.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { type HeldAssignment, type HeldRow, held, heldOf, joinedHeld, mostOffered } from './held.ts'

/** A live access of the firm, and what one technician has of it. */
export interface AssignableGrant {
  readonly id: string
  readonly accountName: string
  readonly state: GrantState
  readonly scope: Scope
  readonly endsAt: Date | null
  readonly held: HeldAssignment | null
}

/** One that they have something of. */
export type AssignedGrant = Omit<AssignableGrant, 'held'> & { readonly held: HeldAssignment }

export interface TechnicianAndGrants {
  readonly staffId: string
  readonly name: string
  readonly role: StaffRole
  readonly grants: readonly AssignableGrant[]
  /** There are more than are listed: the search narrows them. */
  readonly more: boolean
}

/** One of the firm's staff with its live access, by account, as much as is handed on at once; null where there is none such. */
export async function grantsForStaff(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  staffId: string,
  search = '',
): Promise<TechnicianAndGrants | null> {
  const found = await tx.$client.query<Omit<TechnicianAndGrants, 'grants' | 'more'>>(
    `select s.id as "staffId", q.name, s.role from partner_staff s join person q on q.id = s.person_id
      where s.partner_id = $1 and s.id = $2 and ${isActiveStaff('s')}`,
    [partner.id, staffId],
  )
  const staff = found.rows[0]
  if (!staff) return null
  const grants = await liveGrants(
    tx,
    `and ($3::text is null or ${folded('a.name')} like $3) order by a.name, g.created_at, g.id limit ${mostAtOnce + 1}`,
    [partner.id, staffId, containing(search)],
  )
  return { ...staff, grants: grants.slice(0, mostAtOnce), more: grants.length > mostAtOnce }
}

/** What one of the firm's staff is assigned to now, by account. */
export async function assignmentsOf(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  staffId: string,
): Promise<readonly AssignedGrant[]> {
  const grants = await liveGrants(
    tx,
    `and x.id is not null order by a.name, g.created_at, g.id limit ${mostOffered}`,
    [partner.id, staffId],
  )
  return grants.flatMap(({ held: has, ...grant }) => (has ? [{ ...grant, held: has }] : []))
}

type Row = HeldRow &
  Pick<AssignableGrant, 'id' | 'accountName' | 'state'> & {
    readonly given: string
    readonly givenPages: readonly string[]
    readonly grantEnd: Date | null
  }

/** The live access of the firm $1 to open accounts, with what its staff $2 has of each. */
async function liveGrants(
  tx: Tx,
  which: string,
  values: readonly (string | null)[],
): Promise<readonly AssignableGrant[]> {
  const answer = await tx.$client.query<Row>(
    `select g.id, a.name as "accountName", ${stateNow('g')} as state, g.scope as given, g.scope_pages as "givenPages",
        g.ends_at as "grantEnd", ${held}
      from access_grant g join account a on a.id = g.account_id and a.closed_at is null
      join partner_staff s on s.partner_id = g.partner_id and s.id = $2 ${joinedHeld('g.id')}
      where g.partner_id = $1 and ${isLiveNow('g')} ${which}`,
    [...values],
  )
  return answer.rows.map(row => ({
    id: row.id,
    accountName: row.accountName,
    state: row.state,
    scope: scopeFrom(row.given, row.givenPages),
    endsAt: row.grantEnd,
    held: heldOf(row),
  }))
}

/** Of which accounts the firm's access is, also what has ended, by its ids. */
export async function accountsOfGrants(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  grantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (grantIds.length === 0) return new Map()
  const answer = await tx.$client.query<{ id: string; name: string }>(
    `select g.id, a.name from access_grant g join account a on a.id = g.account_id where g.partner_id = $1 and g.id = any($2::uuid[])`,
    [partner.id, grantIds],
  )
  return new Map(answer.rows.map(({ id, name }) => [id, name]))
}
