import { sql } from 'drizzle-orm'
import type { Change } from '../change.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'
import { isToRecheck } from './list.ts'

interface Waiting {
  readonly id: string
  readonly partnerId: string
  readonly partner: string
  readonly scope: string
  readonly pages: readonly string[]
  readonly endsAt: Date | null
}

/**
 * Marks grants of the account's list as looked at and kept, each with an event; closes the list with its last one. What is
 * not on it any more (kept by somebody else, ended meanwhile) is left alone. Gives how many were kept. The account's lock
 * must be held.
 */
export async function keepAccess(
  { tx, author }: Change,
  of: { readonly accountId: string; readonly grantIds: readonly string[] },
): Promise<number> {
  const { accountId } = of
  const found = await tx.$client.query<Waiting>(
    `select g.id, g.partner_id as "partnerId", p.name as partner, g.scope, g.scope_pages as pages, g.ends_at as "endsAt"
      from access_recheck c join access_grant g on ${isToRecheck('c', 'g')} join partner p on p.id = g.partner_id
      where c.account_id = $1 and g.id = any($2) order by g.created_at, g.id`,
    [accountId, of.grantIds],
  )
  const kept = found.rows
  if (kept.length === 0) return 0
  const ids = sql`${`{${kept.map(one => one.id).join(',')}}`}::uuid[]`
  await together(tx, [
    {
      query: sql`(update access_grant set rechecked_at = clock_timestamp()
        where account_id = ${accountId}::uuid and id = any(${ids}) returning id)`,
      rows: kept.length,
    },
    {
      query: sql`(update access_recheck c set done_at = clock_timestamp() where c.account_id = ${accountId}::uuid
        and not exists (select 1 from access_grant g where ${sql.raw(isToRecheck('c', 'g'))} and g.id <> all(${ids})) returning c.id)`,
    },
    recorded(
      tx,
      author,
      kept.map(({ id, partnerId, partner, scope, pages, endsAt }) => ({
        action: 'grant.kept',
        accountId,
        partnerId,
        subjectId: id,
        facts: { partner, scope, pages, endsAt: endsAt?.toISOString() ?? null },
      })),
    ),
  ])
  return kept.length
}
