import { sql } from 'drizzle-orm'
import { type AccountDetails, type DetailField, detailFields } from '#lib/account/details.ts'
import { isRenamed } from '#lib/account/namesake.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import type { Edited } from '../edit.ts'
import { likenessAt } from '../partner/likeness.ts'
import { account } from '../schema/account.ts'
import { applyAccountEdit } from './edit.ts'
import { contactsIn, type SeenContact } from './named-contacts.ts'
import { namesakeOf } from './namesake.ts'

/** What the page of an account's details shows. */
export interface General {
  readonly details: AccountDetails
  readonly products: readonly string[]
  readonly contacts: readonly SeenContact[]
  /** The host of its home. */
  readonly homeBrand: string
}

export async function generalOf(tx: Tx, accountId: string): Promise<General> {
  const answer = await tx.$client.query<
    AccountDetails & Omit<General, 'details' | 'products'> & { products: readonly string[] | null }
  >({
    name: 'general-of-account',
    text: `select a.name, a.legal_name as "legalName", a.address_line as "addressLine", a.city,
        a.postal_code as "postalCode", a.country, a.phone, a.emergency_contact as "emergencyContact",
        a.time_zone as "timeZone",
        (select json_agg(p.product order by p.product) from account_product p where p.account_id = a.id) as products,
        ${contactsIn('a')} as contacts, b.host as "homeBrand"
      from account a join branding_domain b on b.id = a.home_brand_id where a.id = $1`,
    values: [accountId],
  })
  const row = answer.rows[0]
  if (!row) throw new Error('the account was not read')
  const { products, contacts, homeBrand, ...details } = row
  return { details, products: products ?? [], contacts, homeBrand }
}

/**
 * Changes what an account says about itself. Its slug stays: addresses and bookmarks go on working. `alike`: the new name
 * could be taken for another account's, a firm's or the provider's, and only the provider's desk, which sees whose, may
 * say that this is meant; nothing was changed. See docs/decisions/0044.
 */
export async function updateDetails(
  edit: AccountChange,
  typed: AccountDetails,
  shown: AccountDetails,
): Promise<Edited<DetailField> | { readonly outcome: 'alike' }> {
  const { tx, account: seen } = edit
  const { details: stored } = await generalOf(tx, seen.id)
  const asks = typed.name !== shown.name && isRenamed(stored.name, typed.name)
  if (asks && (await readsAsAnother(edit, typed.name))) return { outcome: 'alike' }
  const subject = { id: seen.id, action: 'account.updated', what: stored.name } as const
  return applyAccountEdit(edit, subject, detailFields, { shown, stored, typed }, () => [
    {
      query: tx
        .update(account)
        .set(typed)
        .where(sql`${account.id} = ${seen.id}::uuid`)
        .returning({ id: account.id }),
      rows: 1,
    },
  ])
}

async function readsAsAnother({ tx, author, account: seen }: AccountChange, name: string): Promise<boolean> {
  const namesake = await namesakeOf(tx, author.providerId, name, seen.id)
  return namesake !== null || (await likenessAt(tx, name)) !== null
}
