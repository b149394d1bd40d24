import type { BrandPicture } from '../brand-picture.ts'
import type { Tx } from '../client.ts'

// What the pages of an account wear: its own where it has bought Branding, else its parent's where that has.

/** The id of the account whose brand the account `a` wears. */
const wearing = (
  a: string,
) => `(select o.id from account o join account_product t on t.account_id = o.id and t.product = 'branding'
    where o.id in (${a}.id, ${a}.parent_id) and o.closed_at is null order by o.id = ${a}.id desc limit 1)`

const live = (kind: string) =>
  `(select l.id from account_logo l where l.account_id = w.id and l.kind = '${kind}' and l.ended_at is null)`

/** What the account `a` wears, as part of a page's first question; null where nothing. */
export const wornOn = (
  a: string,
) => `(select json_build_object('account', w.name, 'shopLink', coalesce(b.shop_link, ''),
      'supportLink', coalesce(b.support_link, ''), 'logo', ${live('logo')}, 'logoDark', ${live('logo-dark')})
    from account w left join account_brand b on b.account_id = w.id where w.id = ${wearing(a)})`

/** A logo that the account wears at this moment; null for any other, also for one that it wore before. */
export async function wornLogo(tx: Tx, accountId: string, logoId: string): Promise<BrandPicture | null> {
  const answer = await tx.$client.query<BrandPicture>({
    name: 'worn-logo',
    text: `select l.content_type as "contentType", l.content from account a join account_logo l on l.account_id = ${wearing('a')}
      where a.id = $1 and l.id = $2 and l.ended_at is null`,
    values: [accountId, logoId],
  })
  return answer.rows[0] ?? null
}
