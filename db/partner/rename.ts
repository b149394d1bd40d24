import { sql } from 'drizzle-orm'
import type { Change } from '../change.ts'
import { applyEdit, type Edited } from '../edit.ts'

/**
 * Gives a firm the name that the provider verified anew. Its slug and its Partner ID stay. Of two who rename it at once
 * the second is told by whom. Null: there is no such firm, or it is closed.
 */
export async function renamePartner(
  change: Change,
  of: { readonly partnerId: string; readonly shown: string; readonly name: string },
): Promise<Edited<'name'> | null> {
  const { tx, actor } = change
  const { partnerId, shown, name } = of
  const found = await tx.$client.query<{ name: string }>(
    'select name from partner where id = $1 and provider_id = $2 and closed_at is null for no key update',
    [partnerId, actor.providerId],
  )
  const [stored] = found.rows
  if (!stored) return null
  const where = { providerId: actor.providerId }
  const subject = { id: partnerId, action: 'partner.updated', partner: name, where, partnerId } as const
  return applyEdit(change, subject, ['name'], { shown: { name: shown }, stored, typed: { name } }, () => [
    {
      query: sql`(update partner set name = ${name}, verified_at = statement_timestamp() where id = ${partnerId}::uuid returning id)`,
      rows: 1,
    },
  ])
}
