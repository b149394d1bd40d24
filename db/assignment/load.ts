import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type Assignable, type AssignmentTerms, holdsAt } from '#lib/grant/assignment.ts'
import { firstEnd } from '#lib/grant/ends.ts'
import type { Tx } from '../client.ts'
import type { LoadedGrant } from '../grant/load.ts'
import { isActiveStaff, nameAt } from '../person/has-place.ts'

/** One of the firm's staff as a change under a grant needs them, read after the account's lock was taken. */
export interface LoadedStaff extends Assignable {
  readonly id: string
  readonly personId: string
  readonly name: string
  /** The row that has not ended, also where its own time is up. */
  readonly row: (AssignmentTerms & { readonly id: string; readonly version: number }) | null
  /** What they asked for under the grant, and nobody has answered. */
  readonly ask: { readonly id: string; readonly version: number } | null
}

type Row = Omit<LoadedStaff, 'held' | 'row' | 'version'> & {
  readonly assignmentId: string | null
  readonly version: number | null
  readonly scope: string | null
  readonly pages: readonly string[]
  readonly endsAt: Date | null
}

/**
 * Those of the firm's staff who are meant. Their places are held until the transaction ends: nobody is taken out of the
 * firm between this and what is written, and whoever takes them out finds all of it.
 */
export async function loadStaff(
  tx: Tx,
  { id: grantId, partnerId, now }: Pick<LoadedGrant, 'id' | 'partnerId' | 'now'>,
  staffIds: readonly string[],
): Promise<readonly LoadedStaff[]> {
  await tx.$client.query(
    'select 1 from partner_staff where partner_id = $1 and id = any($2::uuid[]) order by id for share',
    [partnerId, staffIds],
  )
  const answer = await tx.$client.query<Row>(
    `select s.id, s.person_id as "personId", ${nameAt('s', 'q')} as name, s.role, ${isActiveStaff('s')} as "isActive",
        x.id as "assignmentId", x.version, x.scope, x.scope_pages as pages, x.ends_at as "endsAt",
        (select json_build_object('id', k.id, 'version', k.version) from assignment_ask k
          where k.grant_id = $3 and k.staff_id = s.id and k.state = 'waiting') as ask
      from partner_staff s join person q on q.id = s.person_id
      left join assignment x on x.grant_id = $3 and x.staff_id = s.id and x.ended_at is null
      where s.partner_id = $1 and s.id = any($2::uuid[]) order by s.id`,
    [partnerId, staffIds, grantId],
  )
  return answer.rows.map(({ assignmentId, version, scope, pages, endsAt, ...staff }) => {
    const row = assignmentId
      ? {
          id: assignmentId,
          version: version ?? 0,
          endsAt,
          scope: scope === null ? null : scopeFrom(scope, pages),
        }
      : null
    return { ...staff, row, version: row?.version ?? 0, held: row && holdsAt(row, now) ? row : null }
  })
}

/** What terms come to under the grant at this moment: what the history tells. */
export function termsText(
  { scope, endsAt }: AssignmentTerms,
  grant: Pick<LoadedGrant, 'scope' | 'scopePages' | 'endsAt'>,
): { readonly endsAt: string | null; readonly scope: string; readonly pages: readonly string[] } {
  const whole: Scope = scopeFrom(grant.scope, grant.scopePages)
  const { name, pages } = scope ?? whole
  return { endsAt: firstEnd([endsAt, grant.endsAt])?.toISOString() ?? null, scope: name, pages }
}
