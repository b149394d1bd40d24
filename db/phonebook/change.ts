import { sql } from 'drizzle-orm'
import type { AccountChange } from '../change.ts'

import type { Write } from '../write.ts'

/** That the phonebook is another one by now: phones that have the one before read it again. */
export function nextVersion({ actor, account }: AccountChange): Write {
  return {
    query: sql`(insert into phonebook (account_id, provider_id, version)
      values (${account.id}::uuid, ${actor.providerId}::uuid, 1)
      on conflict (account_id) do update set version = phonebook.version + 1 returning account_id)`,
    rows: 1,
  }
}

const longestNames = 400

/** Names as the history keeps them where many were meant at once: as many as are worth reading. */
export function namesTold(names: readonly string[]): string {
  const all = names.join(', ')
  if (all.length <= longestNames) return all
  const cut = all.slice(0, longestNames)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(', '), 1))}…`
}

/** Ids as a value of a statement. */
export function idList(ids: readonly string[]) {
  return sql`${`{${ids.join(',')}}`}::uuid[]`
}
