import { afterAll, beforeEach, expect, test } from 'vitest'
import { type KeptPicture, keptPicture } from '#lib/branding/codec.ts'
import type { LogoKind } from '#lib/branding/own.ts'
import { sightForPage } from '../authority.ts'
import type { AccountChange } from '../change.ts'
import { reading } from '../client.ts'
import { drawMark, marks } from '../demo/picture.ts'
import { newWorld } from '../proof/world.ts'
import { linksOf, logosOf } from './reads.ts'
import { wornLogo } from './worn.ts'
import { removeLogo, replaceLogo, restoreLogo, saveLinks } from './write.ts'

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')
const [contributor, owner] = ['lena@maple.example', 'owner@maple.example']
await world.rows(
  `insert into membership (provider_id, account_id, person_id, kind, state, roles)
    select p.provider_id, $1, p.id, 'administrator', 'active', '{brand-contributor}' from person p where p.email = $2`,
  [maple, contributor],
)

async function made(colour: string): Promise<KeptPicture> {
  const kept = await keptPicture(drawMark(colour, marks.parcel, 64), 'logo')
  if (!kept.ok) throw new Error(kept.refusal)
  return kept.value
}
const [one, two, three] = [await made('#112233'), await made('#223344'), await made('#334455')]

async function act<T>(work: (change: AccountChange) => Promise<T>, email = contributor): Promise<T> {
  const answer = await world.onAccount(email, maple, 'branding.update', work)
  if (answer === 'not-found') throw new Error('may not')
  return answer as T
}
const logos = () => act(({ tx, account }) => logosOf(tx, account.id))
const worn = async (kind: LogoKind = 'logo') =>
  (await logos()).find(logo => logo.kind === kind && logo.endedAt === null)?.id ?? ''
const earlier = async () =>
  (await logos()).find(logo => logo.kind === 'logo' && logo.endedAt !== null)?.id ?? ''
const put = (picture: KeptPicture, before: string) =>
  act(change => replaceLogo(change, 'logo', picture, before))
const history = () =>
  world.rows<{ action: string; by: string; data: { changes?: Record<string, string[]> } }>(
    `select action, actor_name as by, data from event where account_id = $1 and action = 'own-brand.updated' order by id desc`,
    [maple],
  )
const asPage = (email: string, slug: string) => {
  const actor = world.actor(email)
  const wall = { role: 'app', providerId: actor.providerId } as const
  return reading(wall, tx => sightForPage(tx, actor, slug), world.pool)
}
const boughtBranding = (bought: boolean) =>
  world.rows(
    bought
      ? `insert into account_product (provider_id, account_id, product) select provider_id, id, 'branding' from account where id = $1 on conflict do nothing`
      : `delete from account_product where account_id = $1 and product = 'branding'`,
    [maple],
  )

beforeEach(async () => {
  await boughtBranding(true)
  for (const table of ['account_logo', 'account_brand']) await world.rows(`delete from ${table}`)
})

test('a logo is put, replaced, taken off and brought back; no more than the one before is kept', async () => {
  expect(await put(one, '')).toMatchObject({ ok: true })
  const first = await worn()
  await put(two, first)
  const second = await worn()
  expect(await earlier()).toBe(first)
  await put(three, second)
  expect(await world.rows('select 1 from account_logo')).toHaveLength(2)
  expect(await act(change => restoreLogo(change, first, second))).toMatchObject({ refusal: 'gone' })
  const third = await worn()
  await act(change => restoreLogo(change, second, third))
  expect([await worn(), await earlier()]).toEqual([second, third])
  await act(change => removeLogo(change, 'logo', second))
  expect(await worn()).toBe('')
  // What was taken off last is what comes back.
  expect(await earlier()).toBe(second)
  await act(change => restoreLogo(change, second, ''))
  expect(await worn()).toBe(second)
  const [last] = await history()
  expect(last?.data.changes?.logo).toEqual(['', expect.stringMatching(/^PNG, \d+ B, 64 × 64$/)])
  expect(last?.by).toBe('Lena Fischer')
})

test('of two who change a logo at once the later is told by whom, and changes nothing', async () => {
  const told = (await history()).length
  await put(one, '')
  const seen = await worn()
  const race = await Promise.all([put(two, seen), put(three, seen)])
  expect(race.filter(answer => answer.ok)).toHaveLength(1)
  expect(race.find(answer => !answer.ok)).toMatchObject({
    refusal: 'meanwhile',
    seen: { by: 'Lena Fischer', state: 'worn' },
  })
  expect(await act(change => removeLogo(change, 'logo', seen))).toMatchObject({ refusal: 'meanwhile' })
  expect(await act(change => restoreLogo(change, seen, ''))).toMatchObject({ refusal: 'meanwhile' })
  expect(await history()).toHaveLength(told + 2)
})

test('links are told from and to, and of two who edit at once the second is told', async () => {
  const none = { shopLink: '', supportLink: '' }
  const shop = { ...none, shopLink: 'https://shop.example/' }
  expect(await act(change => saveLinks(change, shop, none))).toEqual({ outcome: 'changed' })
  expect((await history())[0]?.data.changes).toEqual({ shopLink: ['', 'https://shop.example/'] })
  const late = await act(change => saveLinks(change, { ...none, supportLink: 'https://help.example/' }, none))
  expect(late).toMatchObject({
    outcome: 'meanwhile',
    theirs: ['shopLink'],
    by: [{ by: 'Lena Fischer' }],
    merged: { shopLink: 'https://shop.example/', supportLink: 'https://help.example/' },
  })
  expect(await act(change => saveLinks(change, none, shop))).toEqual({ outcome: 'changed' })
  expect(await act(({ tx, account }) => linksOf(tx, account.id))).toEqual(none)
})

test('pages wear it: the account’s, and a client account’s that has none of its own', async () => {
  await put(one, '')
  await act(change =>
    saveLinks(
      change,
      { shopLink: 'https://shop.example/', supportLink: '' },
      { shopLink: '', supportLink: '' },
    ),
  )
  const wears = { account: 'Maple Logistics', shopLink: 'https://shop.example/', logo: await worn() }
  expect((await asPage(owner, 'maple-logistics'))?.worn).toMatchObject(wears)
  expect((await asPage('tech@brightline.example', 'maple-logistics'))?.worn).toMatchObject(wears)
  expect((await asPage('owner@depot.example', 'maple-depot-west'))?.worn).toMatchObject(wears)
  expect((await asPage('owner@harbour-dental.example', 'harbour-dental'))?.worn).toBeNull()
  // A client account with Branding of its own wears that, also where nothing stands in it yet.
  const depot = world.account('maple-depot-west')
  await world.rows(
    `insert into account_product (provider_id, account_id, product) select provider_id, id, 'branding' from account where id = $1`,
    [depot],
  )
  expect((await asPage('owner@depot.example', 'maple-depot-west'))?.worn).toEqual({
    account: 'Maple Depot West',
    shopLink: '',
    supportLink: '',
    logo: null,
    logoDark: null,
  })
  await world.rows(`delete from account_product where account_id = $1 and product = 'branding'`, [depot])
})

test('a logo is there for the accounts that wear it, and only while they do', async () => {
  await put(one, '')
  const id = await worn()
  const wall = { role: 'app', providerId: world.provider('northwind') } as const
  const on = (slug: string, logo = id) =>
    reading(wall, async tx => (await wornLogo(tx, world.account(slug), logo)) !== null, world.pool)
  expect([await on('maple-logistics'), await on('maple-depot-west')]).toEqual([true, true])
  expect([await on('harbour-dental'), await on('southern-bakery')]).toEqual([false, false])
  await put(two, id)
  expect([await on('maple-logistics'), await on('maple-logistics', await worn())]).toEqual([false, true])
})

test('where the product is gone nobody reads or changes it, and all of it comes back with the product', async () => {
  await put(one, '')
  const id = await worn()
  await boughtBranding(false)
  for (const email of [contributor, owner, 'platform@northwind.example'])
    for (const right of ['branding.read', 'branding.update'] as const)
      expect(await world.onAccount(email, maple, right, async () => 'there')).toBe('not-found')
  const page = await asPage(owner, 'maple-logistics')
  expect(page?.authority.capabilities.has('general.read')).toBe(true)
  expect(page?.worn).toBeNull()
  expect((await asPage('owner@depot.example', 'maple-depot-west'))?.worn).toBeNull()
  await boughtBranding(true)
  expect((await asPage(owner, 'maple-logistics'))?.worn?.logo).toBe(id)
})

test('an owner reads and does not change it; the provider’s administrator does', async () => {
  expect(await world.onAccount(owner, maple, 'branding.update', async () => 'there')).toBe('not-found')
  expect(await world.onAccount(owner, maple, 'branding.read', async () => 'there')).toBe('there')
  expect(
    await act(change => replaceLogo(change, 'logo', one, ''), 'platform@northwind.example'),
  ).toMatchObject({
    ok: true,
  })
})
