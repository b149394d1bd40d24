import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Product } from '#lib/access/products.ts'
import { type ContactPerson, contactFieldOf } from '#lib/account/contacts.ts'
import type { DetailField } from '#lib/account/details.ts'
import type { Namesake } from '#lib/account/namesake.ts'
import type { Values } from '#lib/edit.ts'
import type { Language } from '#lib/language.ts'
import { ok } from '#lib/result.ts'
import { homeChosen, homesOf } from '../branding-domain/homes.ts'
import type { Change } from '../change.ts'
import { Overtaken, type Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { freeSlug } from '../lists/free-slug.ts'
import { accountMeant, type Match } from '../provider/find.ts'
import { accountProduct } from '../schema/account.ts'
import { together } from '../write.ts'
import { namesakeOf } from './namesake.ts'
import { newRequestCode } from './request-code.ts'

export interface NewAccount {
  readonly details: Values<DetailField>
  /** Missing where the provider has one branding domain only. */
  readonly brandId: string | undefined
  /** As it was typed, where empty = none; or the account behind whose lock this happens. */
  readonly parent: string | { readonly id: string }
  readonly products: readonly Product[]
  /** Who looks after it: the history names them with it. */
  readonly people: readonly ContactPerson[]
  /** They have looked at whom the name resembles. */
  readonly looked: boolean
}

export interface CreatedAccount {
  readonly id: string
  readonly slug: string
  readonly brandId: string
  /** The branding domain's default language, in which people who are not yet known are written to. */
  readonly language: Language
}

export type NewAccountRefusal =
  | { readonly refusal: 'alike'; readonly namesake: Namesake }
  | { readonly refusal: 'unknown-brand' }
  | { readonly refusal: 'unknown-parent'; readonly several: readonly Match[] }

/**
 * Makes an account with its products, its slug and a request code, and tells its parent's history of it, too. The people who
 * are to come in are the caller's.
 * Refuses a name that could be taken for another's until they have looked, a branding domain that is not one of the
 * provider's, and a parent that is none of its open accounts.
 */
export async function createAccount(
  change: Change,
  asked: NewAccount,
): Promise<
  { readonly ok: true; readonly value: CreatedAccount } | ({ readonly ok: false } & NewAccountRefusal)
> {
  const { tx, actor, author } = change
  const { providerId } = actor
  const namesake = asked.looked ? null : await namesakeOf(tx, providerId, asked.details.name)
  if (namesake) return { ok: false, refusal: 'alike', namesake }
  const brand = homeChosen(await homesOf(tx, providerId), asked.brandId)
  if (!brand) return { ok: false, refusal: 'unknown-brand' }
  const parent = await parentOf(tx, providerId, asked.parent)
  if (parent && !parent.ok) return { ok: false, refusal: 'unknown-parent', several: parent.several }
  const accountId = randomUUID()
  const slug = await freeSlug(tx, 'account', providerId, asked.details.name)
  const { name, legalName, addressLine, city, postalCode, country, phone, emergencyContact, timeZone } =
    asked.details
  // Whoever took the slug or the code meanwhile: the change begins anew, with another one.
  const made =
    await tx.execute(sql`insert into account (id, provider_id, slug, name, parent_id, home_brand_id, time_zone, request_code,
      legal_name, address_line, city, postal_code, country, phone, emergency_contact)
    values (${accountId}::uuid, ${providerId}::uuid, ${slug}, ${name}, ${parent?.id ?? null}::uuid, ${brand.id}::uuid, ${timeZone},
      ${newRequestCode()}, ${legalName}, ${addressLine}, ${city}, ${postalCode}, ${country}, ${phone}, ${emergencyContact})
    on conflict do nothing`)
  if (made.rowCount !== 1) throw new Overtaken(0)
  const products = [...new Set(asked.products)].map(product => ({ providerId, accountId, product }))
  await together(tx, [
    ...(products.length > 0
      ? [
          {
            query: tx.insert(accountProduct).values(products).returning({ id: accountProduct.accountId }),
            rows: products.length,
          },
        ]
      : []),
    recorded(tx, author, [
      {
        action: 'account.created',
        accountId,
        partnerId: null,
        subjectId: accountId,
        facts: { what: name, changes: named(asked.people) },
      },
      ...(parent
        ? [
            {
              action: 'account.client-added' as const,
              accountId: parent.id,
              partnerId: null,
              subjectId: accountId,
              facts: { what: name },
            },
          ]
        : []),
    ]),
  ])
  return ok({ id: accountId, slug, brandId: brand.id, language: brand.language })
}

function named(people: readonly ContactPerson[]): Readonly<Record<string, readonly [string, string]>> {
  return Object.fromEntries(
    people.flatMap(({ name, kinds }) => kinds.map(kind => [contactFieldOf(kind), ['', name] as const])),
  )
}

async function parentOf(tx: Tx, providerId: string, parent: NewAccount['parent']): Promise<Parent | null> {
  if (typeof parent === 'object') return { ok: true, id: parent.id }
  return parent === '' ? null : parentFor(tx, providerId, parent)
}

type Parent =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly several: readonly Match[] }

/** The parent behind its lock, so that it is not closed while an account is hung under it. */
async function parentFor(tx: Tx, providerId: string, typed: string): Promise<Parent> {
  const meant = await accountMeant(tx, providerId, typed)
  if ('several' in meant) return { ok: false, several: meant.several }
  const locked = await tx.execute(
    sql`select 1 from account where id = ${meant.one.id}::uuid and closed_at is null for no key update`,
  )
  return locked.rowCount === 1 ? { ok: true, id: meant.one.id } : { ok: false, several: [] }
}
