import type { Scope } from '#lib/access/scopes.ts'
import { type AssignmentAskState, assignmentAskStateAt } from '#lib/grant/assignment-ask.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { type HeldAssignment, type HeldRow, held, heldOf, joinedHeld, mostOffered } from './held.ts'

/** A technician of the firm, and what they have of one access of it. */
export interface Technician {
  readonly staffId: string
  readonly name: string
  readonly held: HeldAssignment | null
}

/** The firm's technicians, those who have something of the access first; each with when they last came in under it, on whichever account. */
export async function techniciansUnder(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  grantId: string,
): Promise<readonly (Technician & { readonly lastEntry: Date | null })[]> {
  const answer = await tx.$client.query<HeldRow & { staffId: string; name: string; lastEntry: Date | null }>(
    `select s.id as "staffId", q.name, ${held},
        (select max(e.at) from event e where e.provider_id = g.provider_id and e.subject_id = g.id
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
  const grant = { state: grantState, startsAt, endsAt }
  return { ...own, state: assignmentAskStateAt(own.state, grant, now) }
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
      where g.id = $1 and (x.scope is not null or x.ends_at < coalesce(g.ends_at, 'infinity')) order by q.name limit ${mostOffered}`,
    [grantId],
  )
  return answer.rows.flatMap(row => {
    const has = heldOf(row)
    return has ? [{ staffId: row.staffId, name: row.name, scope: has.scope, endsAt: has.endsAt }] : []
  })
}
