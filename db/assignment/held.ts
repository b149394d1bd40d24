import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { isAssignedNow } from '../grant/clock.ts'

/** What somebody has of an access of their firm. */
export interface HeldAssignment {
  /** Null = all that the access gives. */
  readonly scope: Scope | null
  /** Null = as long as the firm has it. */
  readonly endsAt: Date | null
  readonly since: Date
  readonly by: string
  readonly version: number
}

/** As many as a page offers at once. */
export const mostOffered = 200

/** The columns of `held` behind `joinedHeld`. */
export interface HeldRow {
  readonly assigned: boolean
  readonly scopeName: string | null
  readonly pages: readonly string[]
  readonly endsAt: Date | null
  readonly since: Date
  readonly by: string
  readonly version: number
}

export function heldOf(row: HeldRow): HeldAssignment | null {
  const { scopeName, pages, endsAt, since, by, version } = row
  return row.assigned
    ? { scope: scopeName === null ? null : scopeFrom(scopeName, pages), endsAt, since, by, version }
    : null
}

/** Of the grant `g`, which may by now end before the assignment does: then it is as long as the firm has it. */
export const held = `x.id is not null as assigned, x.scope as "scopeName", x.scope_pages as pages,
  case when g.ends_at is null or x.ends_at < g.ends_at then x.ends_at end as "endsAt",
  x.created_at as since, b.name as by, x.version`
/** What the staff `s` holds now under the grant `g`. */
export const joinedHeld = (
  g: string,
) => `left join assignment x on x.grant_id = ${g} and x.staff_id = s.id and ${isAssignedNow('x')}
  left join person b on b.id = x.assigned_by`
