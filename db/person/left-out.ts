import { sql } from 'drizzle-orm'
import type { Write } from '../write.ts'

/** People whose place somewhere ends. */
export type Leaving = { readonly accountId: string } | { readonly partnerId: string }

/**
 * Those to whom no place is left when these end are signed out, and links that would let them in are void. Whoever works
 * elsewhere too stays where they are: every page asks anew what is theirs.
 */
export function leftOut(of: Leaving): readonly Write[] {
  const theirs =
    'accountId' in of
      ? sql`select m.person_id from membership m where m.account_id = ${of.accountId}::uuid and m.state <> 'removed'`
      : sql`select s.person_id from partner_staff s where s.partner_id = ${of.partnerId}::uuid and s.removed_at is null`
  const account = 'accountId' in of ? of.accountId : null
  const partner = 'partnerId' in of ? of.partnerId : null
  const people = sql`(select t.person_id from (${theirs}) t where not exists (
      select 1 from membership m join account a on a.id = m.account_id and a.closed_at is null
      where m.person_id = t.person_id and m.state <> 'removed' and m.account_id is distinct from ${account}::uuid)
    and not exists (select 1 from partner_staff s join partner p on p.id = s.partner_id and p.closed_at is null
      where s.person_id = t.person_id and s.removed_at is null and s.partner_id is distinct from ${partner}::uuid)
    and not exists (select 1 from platform_user u where u.person_id = t.person_id and u.removed_at is null))`
  return [
    { query: sql`(delete from session where person_id in ${people} returning person_id)` },
    { query: sql`(delete from one_time_token where person_id in ${people} returning person_id)` },
  ]
}
