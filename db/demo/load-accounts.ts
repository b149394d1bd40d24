import { randomUUID } from 'node:crypto'
import type { ContactKind } from '#lib/account/contacts.ts'
import type { Tx } from '../client.ts'
import { account, accountProduct, service } from '../schema/account.ts'
import { pbxExtension } from '../schema/pbx.ts'
import { accountContact, membership } from '../schema/person.ts'
import { accounts, type CastMembership } from './cast.ts'
import { pick } from './pick.ts'

/** The cast's accounts with their products, services, people and contacts; gives their ids by slug. */
export async function loadAccounts(
  tx: Tx,
  providerIds: Map<string, string>,
  brandIds: Map<string, string>,
  persons: Map<string, { id: string }>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>(accounts.map(one => [one.slug, randomUUID()]))
  for (const one of accounts) {
    const providerId = pick(providerIds)(one.provider)
    const accountId = pick(ids)(one.slug)
    const [addressLine, city, postalCode, country] = one.address
    await tx.insert(account).values({
      id: accountId,
      providerId,
      slug: one.slug,
      name: one.name,
      parentId: one.parent ? pick(ids)(one.parent) : null,
      homeBrandId: pick(brandIds)(one.brand),
      timeZone: one.zone,
      requestCode: one.requestCode,
      legalName: one.name,
      addressLine,
      city,
      postalCode,
      country,
      phone: one.phone,
    })
    await tx.insert(accountProduct).values(one.products.map(product => ({ providerId, accountId, product })))
    await tx.insert(service).values(
      one.services.map(([kind, product, identifier, label]) => ({
        providerId,
        accountId,
        kind,
        product,
        identifier,
        label,
      })),
    )
    const places = await loadPlaces(tx, one.members, { providerId, accountId }, persons)
    const contacts = Object.entries(one.contacts) as [ContactKind, string][]
    await tx
      .insert(accountContact)
      .values(
        contacts.map(([kind, email]) => ({ kind, providerId, accountId, membershipId: pick(places)(email) })),
      )
  }
  return ids
}

/** The people of an account; gives their places by address. */
async function loadPlaces(
  tx: Tx,
  members: readonly CastMembership[],
  on: { readonly providerId: string; readonly accountId: string },
  persons: Map<string, { id: string }>,
): Promise<Map<string, string>> {
  const rows = members.map(
    ({ email, roles = [], modules = [], extension: _, state = 'active' as const, ...rest }) => ({
      ...rest,
      ...on,
      id: randomUUID(),
      roles: [...roles],
      modules: [...modules],
      personId: pick(persons)(email).id,
      state,
    }),
  )
  await tx.insert(membership).values(rows)
  const numbers = members.flatMap(({ extension }, i) => {
    const membershipId = rows[i]?.id
    return extension && membershipId ? [{ ...on, membershipId, number: extension }] : []
  })
  if (numbers.length > 0) await tx.insert(pbxExtension).values(numbers)
  return new Map(rows.map(({ id }, i) => [members[i]?.email ?? '', id]))
}
