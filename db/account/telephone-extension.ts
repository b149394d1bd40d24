import { sql } from 'drizzle-orm'
import { pbxProducts } from '#lib/access/products.ts'
import { emergencyNumbers } from '#lib/extension-number.ts'
import { mostExtensions } from '#lib/pbx-extension/extension.ts'
import { nameAt } from '../person/has-place.ts'
import type { Write } from '../write.ts'

const bought = pbxProducts.map(one => `'${one}'`).join(', ')

// The extension of somebody on an account is one of its virtual PBX, and stands nowhere else: see docs/decisions/0058.

/** What an extension `x` is called: by its own name, else as its person is, the place `m` of the person `p`; compared as names are. */
export const extensionName = (x: string, m: string, p: string) =>
  `coalesce(nullif(${x}.name, ''), ${nameAt(m, p)}, ${x}.number collate "default")`

/** Whether an extension's number is in the way of an emergency call: see lib/extension-number.ts. */
export const isBesideEmergency = (number: string) =>
  `(${emergencyNumbers.map(one => `starts_with('${one}', ${number}) or starts_with(${number}, '${one}')`).join(' or ')})`

/** The number of the place `m`; empty where it has none. */
export const extensionAt = (m: string) =>
  `coalesce((select x.number from pbx_extension x where x.membership_id = ${m}.id and x.ended_at is null), '')`

/** Whether the extension `x` is that one of the account. Nobody has the empty one. */
export const isExtension = (x: string, account: string, number: string) =>
  `(${x}.account_id = ${account} and ${x}.number = nullif(${number}, '') and ${x}.ended_at is null)`

/** What the extension with this number is called, where it is not of the place `except`, as SQL; null where it is free. */
export const holderOf = (account: string, number: string, except = 'null::uuid') =>
  `(select ${extensionName('x', 'o', 'h')} from pbx_extension x left join membership o on o.id = x.membership_id
    left join person h on h.id = o.person_id
    where ${isExtension('x', account, number)} and x.membership_id is distinct from ${except} limit 1)`

/** What the virtual PBX of the account says to an extension of the place that comes or goes, as SQL: see lib/account/end-user.ts. */
export const pbxStanding = (account: string, place = 'null::uuid') =>
  `json_build_object(
    'has', exists (select from account_product b where b.account_id = ${account} and b.product in (${bought})),
    'full', (select count(*) from pbx_extension x where x.account_id = ${account} and x.ended_at is null) >= ${mostExtensions},
    'senders', array(select s.number::text from pbx_extension x join pbx_extension s on s.account_id = x.account_id and s.id <> x.id
        and s.ended_at is null and x.id in (s.busy_extension_id, s.unanswered_extension_id)
      where x.account_id = ${account} and x.membership_id = ${place} and x.ended_at is null order by s.number))`

interface Numbering {
  readonly providerId: string
  readonly accountId: string
  readonly membershipId: string
}

/**
 * Gives a place this number. One that it has is renumbered and keeps all else; one that it has no more is removed, and can
 * be brought back for some days; empty = none.
 */
export function numbered(
  { providerId, accountId, membershipId }: Numbering,
  had: string,
  number: string,
): Write {
  const own = sql`account_id = ${accountId}::uuid and membership_id = ${membershipId}::uuid and ended_at is null`
  if (had === '')
    return {
      query: sql`(insert into pbx_extension (provider_id, account_id, membership_id, number)
        values (${providerId}::uuid, ${accountId}::uuid, ${membershipId}::uuid, ${number}) returning id)`,
      rows: 1,
    }
  const becomes = number === '' ? sql`ended_at = statement_timestamp()` : sql`number = ${number}`
  return { query: sql`(update pbx_extension set ${becomes} where ${own} returning id)`, rows: 1 }
}
