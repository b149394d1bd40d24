import { afterAll, expect, test } from 'vitest'
import { sightForPage } from '../authority.ts'
import { partnerForPage } from '../partner/staff.ts'
import { platformRoleForPage } from '../provider/platform.ts'
import { signInGround } from '../sign-in/testing-people.ts'
import { clockForPage, mostNear, type PlacesAsked, placesOf, type WorkPlace } from './places.ts'

const ground = await signInGround()
const { database, behind, personId } = ground
afterAll(() => database.close())

const northwind = ground.place('northwind')
const all: PlacesAsked = { search: '', last: null, after: null, most: 50 }
const places = (email: string, asked: Partial<PlacesAsked> = {}) =>
  behind(northwind, tx => placesOf(tx, personId(email), { ...all, ...asked }))
const near = async (email: string) =>
  (await behind(northwind, tx => clockForPage(tx, personId(email)))).places
const slugs = (found: readonly WorkPlace[]) => found.map(place => `${place.kind} ${place.slug}`)

test.each([
  ['owner@harbour-dental.example', ['account harbour-dental']],
  ['desk@harbour-dental.example', ['account harbour-dental', 'account maple-logistics']],
  // Accounts that a firm may enter are found on its desk.
  ['tech@brightline.example', ['partner brightline-it']],
  ['platform@northwind.example', ['provider northwind']],
])('%s works at %s', async (email, expected) => {
  expect(slugs(await places(email))).toEqual(expected)
})

test('a client account says whose it is, however somebody comes there', async () => {
  const clients = async (email: string) =>
    (await places(email)).map(({ slug, clientOf }) => [slug, clientOf] as const)
  expect(await clients('owner@depot.example')).toEqual([['maple-depot-west', 'Maple Logistics']])
  expect(await clients('contributor@maple.example')).toEqual([
    ['maple-depot-west', 'Maple Logistics'],
    ['maple-logistics', null],
  ])
})

test('nobody sees another provider’s places, whatever rows point there', async () => {
  const southern = ground.place('southern')
  const seen = await behind(southern, tx => placesOf(tx, personId('owner@maple.example'), all))
  expect(seen).toEqual([])
})

test('the switcher names the same places, with what somebody is there', async () => {
  expect(await near('desk@harbour-dental.example')).toMatchObject([
    { kind: 'account', slug: 'harbour-dental', parental: false, memberships: [{ kind: 'portal-user' }] },
    { kind: 'account', slug: 'maple-logistics', parental: false, memberships: [{ kind: 'portal-user' }] },
  ])
  // Whoever acts on a client account from its parent finds it, too.
  expect(await near('contributor@maple.example')).toMatchObject([
    { slug: 'maple-depot-west', parental: true, memberships: [] },
    { slug: 'maple-logistics', parental: false, memberships: [{ kind: 'administrator' }] },
  ])
  expect(await near('tech@brightline.example')).toMatchObject([{ kind: 'partner', slug: 'brightline-it' }])
})

test('places that ended are gone, and with the last of them all', async () => {
  const email = 'owner@depot.example'
  expect(await places(email)).toHaveLength(1)
  await database.pool.query(`update membership set state = 'removed' where person_id = $1`, [personId(email)])
  expect(await places(email)).toEqual([])
  await database.pool.query('update partner_staff set removed_at = now() where person_id = $1', [
    personId('admin@cedar.example'),
  ])
  expect(await places('admin@cedar.example')).toEqual([])
})

test('of several roles on one account it is one place', async () => {
  await database.pool.query(
    `insert into membership (provider_id, account_id, person_id, kind, state, modules)
      select provider_id, account_id, person_id, 'portal-user', 'active', '{sms}' from membership where person_id = $1`,
    [personId('owner@harbour-dental.example')],
  )
  expect(await places('owner@harbour-dental.example')).toHaveLength(1)
})

test('many places: by name, the last one first, page after page, each once', async () => {
  const email = 'desk@harbour-dental.example'
  await database.pool.query(
    `with made as (
        insert into account (provider_id, slug, name, home_brand_id, time_zone, request_code)
        select p.provider_id, 'clinic-' || n, 'Clinic ' || lpad(n::text, 2, '0') || '%', p.home_brand_id, 'UTC', 'code-' || n
        from person p, generate_series(1, 30) n where p.id = $1 returning id, provider_id)
      insert into membership (provider_id, account_id, person_id, kind, state, modules)
      select provider_id, id, $1, 'portal-user', 'active', '{sms}' from made`,
    [personId(email)],
  )
  const last = { kind: 'account', slug: 'maple-logistics' } as const
  const pages: WorkPlace[] = []
  let after: PlacesAsked['after'] = null
  do {
    const page = await places(email, { last, after, most: 7 })
    pages.push(...page)
    after = page.length === 7 ? (page.at(-1) ?? null) : null
  } while (after)
  expect(slugs(pages)).toEqual([
    'account maple-logistics',
    ...Array.from({ length: 30 }, (_, i) => `account clinic-${i + 1}`),
    'account harbour-dental',
  ])
  expect(pages.filter(place => place.last)).toHaveLength(1)
})

test('a search takes what is typed as it is', async () => {
  const find = async (search: string) => slugs(await places('desk@harbour-dental.example', { search }))
  expect(await find('CLINIC 07')).toEqual(['account clinic-7'])
  expect(await find('%')).toHaveLength(30)
  expect(await find('_')).toEqual([])
  expect(await find(`' or 1=1 --`)).toEqual([])
})

test('a last place that is not theirs any more stands nowhere', async () => {
  const seen = await places('owner@harbour-dental.example', {
    last: { kind: 'account', slug: 'southern-bakery' },
  })
  expect(slugs(seen)).toEqual(['account harbour-dental'])
})

test('the switcher names nothing of another provider, whatever rows point there', async () => {
  const maple = personId('owner@maple.example')
  expect(await near('owner@maple.example')).not.toEqual([])
  expect((await behind(ground.place('southern'), tx => clockForPage(tx, maple))).places).toEqual([])
})

test('every page’s first question brings the same places, and none where the page is not there', async () => {
  const of = (email: string) => ({ personId: personId(email), providerId: northwind.providerId })
  const [desk, tech, platform] = [
    'desk@harbour-dental.example',
    'tech@brightline.example',
    'platform@northwind.example',
  ] as const
  const asked = await behind(northwind, async tx => ({
    account: await sightForPage(tx, of(desk), 'harbour-dental'),
    partner: await partnerForPage(tx, of(tech), 'brightline-it'),
    provider: await platformRoleForPage(tx, of(platform)),
    strangers: [
      await sightForPage(tx, of('admin@cedar.example'), 'harbour-dental'),
      await partnerForPage(tx, of(desk), 'brightline-it'),
      await platformRoleForPage(tx, of(desk)),
    ],
  }))
  expect(asked.account?.places).toEqual(await near(desk))
  expect(asked.partner?.places).toEqual(await near(tech))
  expect(asked.provider?.places).toEqual(await near(platform))
  expect(asked.strangers).toEqual([null, null, null])
})

test('the switcher reads a few of many, and one more than it names', async () => {
  expect(await near('desk@harbour-dental.example')).toHaveLength(mostNear)
})
