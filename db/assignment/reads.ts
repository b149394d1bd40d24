import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type AssignmentAskState, assignmentAskStateAt } from '#lib/grant/assignment-ask.ts'
import type { Grant, GrantState } from '#lib/grant/grant.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { isAssignedNow, isLiveNow, stateNow } from '../grant/clock.ts'
import { anywhere } from '../lists/like.ts'
import { isActiveStaff } from '../person/has-place.ts'

/** A technician of the firm, and what they have of one access of it. */
export interface Technician {
  readonly staffId: string
  readonly name: string
  readonly held: HeldAssignment | null
}

export interface HeldAssignment {
  /** Null = all that the access gives. */
  readonly scope: Scope | null
  /** Null = as long as the firm has it. */
  readonly endsAt: Date | null
  readonly since: Date
  readonly by: string
}

/** As many as a page offers at once. */
const mostOffered = 200

interface HeldRow {
  readonly assigned: boolean
  readonly scopeName: string | null
  readonly pages: readonly string[]
  readonly endsAt: Date | null
  readonly since: Date
  readonly by: string
}

function heldOf(row: HeldRow): HeldAssignment | null {
  const { scopeName, pages, endsAt, since, by } = row
  return row.assigned
    ? { scope: scopeName === null ? null : scopeFrom(scopeName, pages), endsAt, since, by }
    : null
}

const held = `x.id is not null as assigned, x.scope as "scopeName", x.scope_pages as pages, x.ends_at as "endsAt",
  x.created_at as since, b.name as by`
const joinedHeld = (
  g: string,
) => `left join assignment x on x.grant_id = ${g} and x.staff_id = s.id and ${isAssignedNow('x')}
  left join person b on b.id = x.assigned_by`

/** The firm's technicians, those who have something of the access first; each with when they last came in under it. */
export async function techniciansUnder(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  grantId: string,
): Promise<readonly (Technician & { readonly lastEntry: Date | null })[]> {
  const answer = await tx.$client.query<HeldRow & { staffId: string; name: string; lastEntry: Date | null }>(
    `select s.id as "staffId", q.name, ${held},
        (select max(e.at) from event e where e.account_id = g.account_id and e.subject_id = g.id
          and e.action = 'grant.entered' and e.actor_id = s.person_id) as "lastEntry"
      from access_grant g join partner_staff s on s.partner_id = g.partner_id and ${isActiveStaff('s')} and s.role = 'technician'
      join person q on q.id = s.person_id and q.disabled_at is null ${joinedHeld('g.id')}
      where g.partner_id = $1 and g.id = $2
      order by x.id is null, q.name, s.id limit ${mostOffered}`,
    [partner.id, grantId],
  )
  return answer.rows.map(row => ({
    staffId: row.staffId,
    name: row.name,
    lastEntry: row.lastEntry,
    held: heldOf(row),
  }))
}

/** Somebody of the firm waits to be assigned. */
export interface WaitingJoin {
  readonly id: string
  readonly staffId: string
  readonly name: string
  readonly reason: string
  readonly at: Date
}

export async function waitingJoins(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  grantId: string,
): Promise<readonly WaitingJoin[]> {
  const answer = await tx.$client.query<WaitingJoin>(
    `select k.id, k.staff_id as "staffId", q.name, k.reason, k.created_at as at
      from assignment_ask k join partner_staff s on s.id = k.staff_id join person q on q.id = s.person_id
      where k.partner_id = $1 and k.grant_id = $2 and k.state = 'waiting' order by k.created_at, k.id limit ${mostOffered}`,
    [partner.id, grantId],
  )
  return answer.rows
}

/** What the reader asked for last under an access. */
export interface OwnJoin {
  readonly id: string
  readonly state: AssignmentAskState
  readonly reason: string
  readonly at: Date
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly answer: string
}

export async function latestJoin(
  tx: Tx,
  { staffId }: Pick<SeenPartner, 'staffId'>,
  grantId: string,
): Promise<OwnJoin | null> {
  const answer = await tx.$client.query<
    OwnJoin & { grantState: GrantState; startsAt: Date; endsAt: Date | null; now: Date }
  >(
    `select k.id, k.state, k.reason, k.created_at as at, k.decided_at as "decidedAt", d.name as "decidedBy", k.answer,
        g.state as "grantState", g.starts_at as "startsAt", g.ends_at as "endsAt", clock_timestamp() as now
      from assignment_ask k join access_grant g on g.account_id = k.account_id and g.id = k.grant_id
      left join person d on d.id = k.decided_by
      where k.staff_id = $1 and k.grant_id = $2 order by k.created_at desc, k.id desc limit 1`,
    [staffId, grantId],
  )
  const row = answer.rows[0]
  if (!row) return null
  const { grantState, startsAt, endsAt, now, ...own } = row
  const grant: Grant = {
    id: grantId,
    state: grantState,
    startsAt,
    endsAt,
    designation: 'customer',
    suspendedBy: null,
  }
  return { ...own, state: assignmentAskStateAt(own.state, grant, now) }
}

/** A live access of the firm, and what one technician has of it. */
export interface AssignableGrant {
  readonly id: string
  readonly accountName: string
  readonly state: GrantState
  readonly scope: Scope
  readonly endsAt: Date | null
  readonly held: HeldAssignment | null
}

export interface TechnicianAndGrants {
  readonly staffId: string
  readonly name: string
  readonly role: 'administrator' | 'technician'
  readonly grants: readonly AssignableGrant[]
  /** There are more than are listed: the search narrows them. */
  readonly more: boolean
}

/** One of the firm's staff with all of its live access, by account; null where there is none such. */
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
  const answer = await tx.$client.query<
    HeldRow &
      Pick<AssignableGrant, 'id' | 'accountName' | 'state'> & {
        given: string
        givenPages: string[]
        grantEnd: Date | null
      }
  >(
    `select g.id, a.name as "accountName", ${stateNow('g')} as state, g.scope as given, g.scope_pages as "givenPages",
        g.ends_at as "grantEnd", ${held}
      from access_grant g join account a on a.id = g.account_id and a.closed_at is null
      join partner_staff s on s.partner_id = g.partner_id and s.id = $2 ${joinedHeld('g.id')}
      where g.partner_id = $1 and ${isLiveNow('g')} and ($3 = '' or a.name ilike $4)
      order by a.name, g.created_at, g.id limit ${mostOffered + 1}`,
    [partner.id, staffId, search, anywhere(search)],
  )
  const grants = answer.rows.slice(0, mostOffered).map(row => ({
    id: row.id,
    accountName: row.accountName,
    state: row.state,
    scope: scopeFrom(row.given, row.givenPages),
    endsAt: row.grantEnd,
    held: heldOf(row),
  }))
  return { ...staff, grants, more: answer.rows.length > mostOffered }
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

/** Those who may enter under an access with less than all of it: how much, and until when. */
export async function narrowedUnder(
  tx: Tx,
  grantId: string,
): Promise<
  readonly {
    readonly staffId: string
    readonly name: string
    readonly scope: Scope | null
    readonly endsAt: Date | null
  }[]
> {
  const answer = await tx.$client.query<HeldRow & { staffId: string; name: string }>(
    `select s.id as "staffId", q.name, ${held} from access_grant g
      join partner_staff s on s.partner_id = g.partner_id and ${isActiveStaff('s')} and s.role = 'technician'
      join person q on q.id = s.person_id and q.disabled_at is null ${joinedHeld('g.id')}
      where g.id = $1 and (x.scope is not null or x.ends_at is not null) order by q.name limit ${mostOffered}`,
    [grantId],
  )
  return answer.rows.flatMap(row => {
    const has = heldOf(row)
    return has ? [{ staffId: row.staffId, name: row.name, scope: has.scope, endsAt: has.endsAt }] : []
  })
}
