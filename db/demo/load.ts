import { randomUUID } from 'node:crypto'
import { parseEmail } from '#lib/email.ts'
import { hashPassword } from '#lib/person/password.ts'
import { type Tx, writing } from '../client.ts'
import { direct, openPool } from '../driver/driver.ts'
import { toApprovers } from '../mail/letters.ts'
import { channelRelationship, partner, partnerStaff } from '../schema/partner.ts'
import { person, platformUser } from '../schema/person.ts'
import { brandAsset, brandingDomain, provider } from '../schema/provider.ts'
import { together } from '../write.ts'
import { loadBackOffice } from './back-office.ts'
import { loadCallLog } from './call-log.ts'
import { brands, demoPassword, partners, people, platformUsers, providers } from './cast.ts'
import type { CastIds } from './cast-ids.ts'
import { loadFaxes } from './faxes.ts'
import { loadAccounts } from './load-accounts.ts'
import { loadMessages } from './messages.ts'
import { loadOwnBrand } from './own-brand.ts'
import { loadPbx } from './pbx.ts'
import { loadPhonebook } from './phonebook.ts'
import { pick } from './pick.ts'
import { drawMark } from './picture.ts'
import { loadStory } from './story.ts'

/** Loads the demo cast once: a database that already has a provider is left alone. */
export async function loadDemo(
  connectionString: string,
  { now = new Date() }: { now?: Date } = {},
): Promise<'loaded' | 'already'> {
  const pool = openPool(direct(connectionString), { max: 1 })
  try {
    const passwordHash = await hashPassword(demoPassword)
    return await writing({ role: 'worker' }, tx => loadCast(tx, passwordHash, now), pool)
  } finally {
    await pool.end()
  }
}

async function loadCast(tx: Tx, passwordHash: string, now: Date): Promise<'loaded' | 'already'> {
  const there = await tx.select({ id: provider.id }).from(provider).limit(1)
  if (there.length > 0) return 'already'
  const providerIds = await loadProviders(tx)
  const brandIds = await loadBrands(tx, providerIds)
  const persons = await loadPeople(tx, providerIds, brandIds, passwordHash, now)
  const accountIds = await loadAccounts(tx, providerIds, brandIds, persons)
  const firms = await loadPartners(tx, providerIds, persons, accountIds, now)
  const ids: CastIds = {
    provider: pick(providerIds),
    person: pick(persons),
    account: pick(accountIds),
    partner: pick(firms.partners),
    staff: pick(firms.staff),
    relationship: pick(firms.relationships),
  }
  await tx.insert(platformUser).values(
    platformUsers.map(user => ({
      providerId: ids.person(user.email).providerId,
      personId: ids.person(user.email).id,
      role: user.role,
      activatedAt: now,
    })),
  )
  await loadPhonebook(tx, ids)
  await loadPbx(tx, ids)
  await loadOwnBrand(tx, ids)
  await loadCallLog(tx, ids, now)
  await loadBackOffice(tx, ids, now)
  await loadMessages(tx, ids, now)
  await loadFaxes(tx, ids, now)
  const requestId = await loadStory(tx, ids, now)
  await together(tx, [
    toApprovers({
      kind: 'access-requested',
      subjectId: requestId,
      accountId: ids.account('harbour-dental'),
      occasion: 'sent',
    }),
  ])
  return 'loaded'
}

async function loadProviders(tx: Tx): Promise<Map<string, string>> {
  const ids = new Map<string, string>(providers.map(one => [one.slug, randomUUID()]))
  await tx.insert(provider).values(providers.map(one => ({ ...one, id: pick(ids)(one.slug) })))
  return ids
}

async function loadBrands(tx: Tx, providerIds: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>(brands.map(one => [one.key, randomUUID()]))
  const rows = brands.map(one => ({
    id: pick(ids)(one.key),
    providerId: pick(providerIds)(one.provider),
    host: `${one.key}.localhost`,
    name: one.name,
    accent: one.accent,
    supportName: one.support.name,
    supportEmail: one.support.email,
    supportPhone: one.support.phone,
    supportUrl: `https://${one.key}.example/support`,
    senderName: one.name,
    senderAddress: `portal@${one.key}.example`,
    defaultLanguage: one.language,
    termsUrl: `https://${one.key}.example/terms`,
    privacyUrl: `https://${one.key}.example/privacy`,
  }))
  await tx.insert(brandingDomain).values(rows)
  const kinds = [
    ['logo', 128],
    ['logo-dark', 128],
    ['favicon', 48],
  ] as const
  await tx.insert(brandAsset).values(
    brands.flatMap(one =>
      kinds.map(([kind, side]) => ({
        providerId: pick(providerIds)(one.provider),
        brandingDomainId: pick(ids)(one.key),
        kind,
        contentType: 'image/png',
        content: drawMark(one.accent, one.mark, side),
      })),
    ),
  )
  return ids
}

async function loadPeople(
  tx: Tx,
  providerIds: Map<string, string>,
  brandIds: Map<string, string>,
  passwordHash: string,
  now: Date,
): Promise<Map<string, { id: string; providerId: string; name: string }>> {
  const rows = people.map(one => {
    const brand = brands.find(b => b.key === one.brand)
    const email = parseEmail(one.email)
    if (!brand || !email.ok) throw new Error(`the cast's ${one.email} is not well formed`)
    return {
      id: randomUUID(),
      providerId: pick(providerIds)(brand.provider),
      email: one.email,
      emailCanonical: email.value.canonical,
      name: one.name,
      language: brand.language,
      timeZone: one.zone,
      homeBrandId: pick(brandIds)(one.brand),
      passwordHash,
      createdAt: new Date(now.getTime() - 90 * 86_400_000),
    }
  })
  await tx.insert(person).values(rows)
  return new Map(rows.map(row => [row.email, row]))
}

async function loadPartners(
  tx: Tx,
  providerIds: Map<string, string>,
  persons: Map<string, { id: string }>,
  accountIds: Map<string, string>,
  now: Date,
) {
  const ids = new Map<string, string>(partners.map(one => [one.slug, randomUUID()]))
  const staff = new Map<string, string>()
  const relationships = new Map<string, string>()
  for (const { slug, name, partnerCode, shareCode, ...one } of partners) {
    const providerId = pick(providerIds)(one.provider)
    const partnerId = pick(ids)(slug)
    await tx.insert(partner).values({ id: partnerId, providerId, slug, name, partnerCode, shareCode })
    for (const [email, role] of one.staff) {
      staff.set(email, randomUUID())
      await tx.insert(partnerStaff).values({
        id: pick(staff)(email),
        providerId,
        partnerId,
        personId: pick(persons)(email).id,
        role,
        activatedAt: now,
      })
    }
    for (const served of one.serves) {
      const id = randomUUID()
      relationships.set(`${slug}/${served}`, id)
      const startedAt = new Date(now.getTime() - 80 * 86_400_000)
      await tx
        .insert(channelRelationship)
        .values({ id, providerId, partnerId, accountId: pick(accountIds)(served), startedAt })
    }
  }
  return { partners: ids, staff, relationships }
}
