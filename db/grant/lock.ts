import { sql } from 'drizzle-orm'
import type { PartnerChange } from '../change.ts'
import type { Write } from '../write.ts'
import { isLiveNow } from './clock.ts'
import type { LoadedGrant } from './load.ts'

/**
 * Changes on one account happen one after the other, also those that a firm makes under its grants: the locks of the
 * accounts that gave these come first, several of them by id.
 */
export async function lockAccountsOf(
  { tx, partner }: Pick<PartnerChange, 'tx' | 'partner'>,
  grantIds: readonly string[],
): Promise<void> {
  await tx.$client.query(
    `select 1 from account where id in (select account_id from access_grant where id = any($1::uuid[]) and partner_id = $2)
      order by id for no key update`,
    [grantIds, partner.id],
  )
}

/**
 * The grant moves on by a version, and only while it lives: whoever is about to end it, with or without the account's
 * lock, looks again and meets what was done under it.
 */
export function stillLives({ id, version }: Pick<LoadedGrant, 'id' | 'version'>): Write {
  return {
    query: sql`(update access_grant g set version = g.version + 1 where g.id = ${id}::uuid and g.version = ${version}::int
      and ${sql.raw(isLiveNow('g'))} returning g.id)`,
    rows: 1,
  }
}
