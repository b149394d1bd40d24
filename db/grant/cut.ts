import { sql } from 'drizzle-orm'
import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { cutScope } from '#lib/grant/terms.ts'
import { assignmentsEnded, endedEvent } from '../assignment/end.ts'
import type { AccountChange } from '../change.ts'
import type { NewEvent } from '../events.ts'
import { toPerson } from '../mail/letters.ts'
import { nameAt } from '../person/has-place.ts'
import type { Write } from '../write.ts'
import { isAssignedNow } from './clock.ts'
import type { LoadedGrant } from './load.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly personId: string
  readonly name: string
  /** It opens something at this moment, not only by its row. */
  readonly holds: boolean
  readonly scope: string | null
  readonly pages: readonly string[]
  readonly endsAt: Date | null
}

/** What the assignments of a grant come to where it gives less. */
export interface Cut {
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
  /** Who works under it no more. */
  readonly out: readonly string[]
}

/**
 * Cuts a grant's assignments to what it gives from now on: none lasts longer, none is wider, and where nothing of it is
 * left it ends, which its technician is told. The access check gives only what both allow in any case; this keeps what
 * lists show true. The account's lock must be held.
 */
export async function assignmentsCut(
  { tx, actor, author }: AccountChange,
  { id: grantId, accountId, partnerId, partnerName }: LoadedGrant,
  given: { readonly scope: Scope; readonly endsAt: Date | null },
): Promise<Cut> {
  const held = await tx.$client.query<Row>(
    `select x.id, x.version, s.person_id as "personId", ${nameAt('s', 'q')} as name, ${isAssignedNow('x')} as holds,
        x.scope, x.scope_pages as pages, x.ends_at as "endsAt"
      from assignment x join partner_staff s on s.id = x.staff_id join person q on q.id = s.person_id
      where x.grant_id = $1 and x.ended_at is null and (x.scope is not null or x.ends_at is not null) order by x.id`,
    [grantId],
  )
  const left = held.rows.map(row => ({ ...row, fits: fitted(row, given) }))
  const over = left
    .filter(({ fits }) => fits === 'nothing')
    .map(row => ({ ...row, accountId, partnerId, partnerName }))
  const moved = left.flatMap(({ id, fits }) =>
    fits === 'nothing' || fits === 'same' ? [] : [{ id, ...fits }],
  )
  const told = over.filter(({ holds }) => holds)
  return {
    writes: [
      ...(moved.length > 0 ? [fittedRows(moved)] : []),
      ...(over.length > 0 ? [assignmentsEnded(over)] : []),
      ...told.map(({ id: subjectId, personId }) =>
        toPerson({
          kind: 'assignment-ended',
          subjectId,
          accountId,
          occasion: 'ended',
          facts: { by: actor.name, firm: author.firm, cause: 'trimmed' },
          personId,
        }),
      ),
    ],
    events: told.map(row => endedEvent(row, 'trimmed')),
    out: over.map(({ personId }) => personId),
  }
}

interface Fitted {
  readonly scope: string | null
  readonly pages: readonly string[]
  readonly ends_at: Date | null
}

function fitted(
  row: Row,
  given: { readonly scope: Scope; readonly endsAt: Date | null },
): Fitted | 'nothing' | 'same' {
  const assigned = row.scope === null ? null : scopeFrom(row.scope, row.pages)
  const scope = assigned && cutScope(assigned, given.scope)
  if (scope === 'nothing') return scope
  const endsAt = row.endsAt && given.endsAt && row.endsAt > given.endsAt ? given.endsAt : row.endsAt
  if (scope === assigned && endsAt === row.endsAt) return 'same'
  return { scope: scope?.name ?? null, pages: scope?.pages ?? [], ends_at: endsAt }
}

function fittedRows(rows: readonly (Fitted & { readonly id: string })[]): Write {
  return {
    query: sql`(update assignment x set scope = m.scope, scope_pages = m.pages, ends_at = m.ends_at, version = x.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, scope text, pages text[], ends_at timestamptz)
      where x.id = m.id and x.ended_at is null returning x.id)`,
    rows: rows.length,
  }
}
