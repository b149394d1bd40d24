import type { Tx } from '../client.ts'
import { conditions, isLive } from './reads.ts'

/** What the start page of the Admin module tells of its rooms. */
export interface AdminCounts {
  readonly products: readonly string[]
  /** Portal users, and how many switches are on for them. */
  readonly people: number
  readonly switches: number
  readonly extensions: number
  /** Those that are nobody's, and those that send calls to one that was removed. */
  readonly unowned: number
  readonly astray: number
  readonly profiles: number
  readonly profiled: number
}

export async function adminCounts(tx: Tx, accountId: string): Promise<AdminCounts> {
  const of = (condition: string) =>
    `(select count(*)::int from pbx_extension x where x.account_id = $1 and ${isLive('x')} and ${condition})`
  const users = `from membership m where m.account_id = $1 and m.kind = 'portal-user' and m.state <> 'removed'`
  const answer = await tx.$client.query<AdminCounts>(
    `select array(select p.product from account_product p where p.account_id = $1) as products,
        (select count(*)::int ${users}) as people,
        (select coalesce(sum(cardinality(m.modules)), 0)::int ${users}) as switches,
        ${of('true')} as extensions, ${of(conditions.nobody)} as unowned, ${of(conditions.astray)} as astray,
        (select count(*)::int from key_profile k where k.account_id = $1) as profiles,
        ${of('x.profile_id is not null')} as profiled`,
    [accountId],
  )
  const [row] = answer.rows
  if (!row) throw new Error('counts without a row')
  return row
}
