import { sql } from 'drizzle-orm'
import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { cutScope } from '#lib/grant/terms.ts'
import type { Tx } from '../client.ts'
import type { Write } from '../write.ts'

interface Row {
  readonly id: string
  readonly scope: string | null
  readonly pages: readonly string[]
  readonly endsAt: Date | null
}

/**
 * Cuts a grant's assignments to what it gives from now on: none is wider or lasts longer. The access check gives only
 * what both allow in any case; this keeps what lists show true. The account's lock must be held.
 */
export async function assignmentsCut(
  tx: Tx,
  grantId: string,
  given: { readonly scope: Scope; readonly endsAt: Date | null },
): Promise<readonly Write[]> {
  const held = await tx.$client.query<Row>(
    `select id, scope, scope_pages as pages, ends_at as "endsAt" from assignment
      where grant_id = $1 and ended_at is null and (scope is not null or ends_at is not null)`,
    [grantId],
  )
  const cut = held.rows.flatMap(row => {
    const assigned = row.scope === null ? null : scopeFrom(row.scope, row.pages)
    const scope = assigned && cutScope(assigned, given.scope)
    const endsAt = row.endsAt && given.endsAt && row.endsAt > given.endsAt ? given.endsAt : row.endsAt
    if (scope === assigned && endsAt === row.endsAt) return []
    return [{ id: row.id, scope: scope?.name ?? null, pages: scope?.pages ?? [], ends_at: endsAt }]
  })
  if (cut.length === 0) return []
  return [
    {
      query: sql`(update assignment x set scope = m.scope, scope_pages = m.pages, ends_at = m.ends_at, version = x.version + 1
        from jsonb_to_recordset(${JSON.stringify(cut)}::jsonb) as m(id uuid, scope text, pages text[], ends_at timestamptz)
        where x.id = m.id and x.ended_at is null returning x.id)`,
      rows: cut.length,
    },
  ]
}
