import { sql } from 'drizzle-orm'
import { type Product, productsFrom, productsText } from '#lib/access/products.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import type { Edited } from '../edit.ts'
import { applyAccountEdit } from './edit.ts'

/** A product that can't go: how much there is of it. */
export interface HeldProduct {
  readonly product: string
  readonly services: number
  readonly endUsers: number
}

/** What hangs on each of an account's products. */
export async function heldProducts(tx: Tx, accountId: string): Promise<readonly HeldProduct[]> {
  const answer = await tx.$client.query<HeldProduct>({
    name: 'held-products',
    text: `select p.product,
        (select count(*)::int from service s where s.account_id = p.account_id and s.product = p.product) as services,
        (select count(*)::int from membership m where m.account_id = p.account_id and m.product = p.product
          and m.kind = 'end-user' and m.state <> 'removed') as "endUsers"
      from account_product p where p.account_id = $1 order by p.product`,
    values: [accountId],
  })
  return answer.rows
}

export type ProductsChanged =
  | Edited<'products'>
  /** These hold services or end users, and nothing was changed. */
  | { readonly outcome: 'held'; readonly held: readonly HeldProduct[] }

/**
 * Gives an account exactly these products. One that holds services or end users can't go; whoever was overtaken is told
 * by whom.
 */
export async function changeProducts(
  change: AccountChange,
  typed: readonly Product[],
  shown: string,
): Promise<ProductsChanged> {
  const { tx, account, actor } = change
  const there = await heldProducts(tx, account.id)
  const wanted: readonly string[] = typed
  const kept = there.filter(
    ({ product, services, endUsers }) => !wanted.includes(product) && services + endUsers > 0,
  )
  if (kept.length > 0) return { outcome: 'held', held: kept }
  const values = {
    shown: { products: productsText(productsFrom(shown)) },
    stored: { products: productsText(there.map(({ product }) => product)) },
    typed: { products: productsText(typed) },
  }
  const subject = { id: account.id, action: 'account.updated', what: account.name } as const
  return applyAccountEdit(change, subject, ['products'], values, () => [
    {
      query: sql`(delete from account_product where account_id = ${account.id}::uuid and product <> all(${`{${typed.join(',')}}`}::text[]) returning product)`,
    },
    {
      query: sql`(insert into account_product (provider_id, account_id, product)
        select ${actor.providerId}::uuid, ${account.id}::uuid, t from unnest(${`{${typed.join(',')}}`}::text[]) t
        on conflict do nothing returning product)`,
    },
  ])
}
