import { words as extensionWords } from '#app/accounts/[account]/admin/extensions/words.ts'
import { adminWords } from '#app/accounts/[account]/admin/words.ts'
import { words as shellWords } from '#components/frame/words.ts'
import { accountWords } from '#lib/account/words.ts'
import { pbxHistoryWords } from '#lib/history/pbx-words.ts'
import { nothingTold } from '#lib/history/told.ts'
import { get, handOf } from './fixtures/by-hand.ts'
import { Reader } from './fixtures/reader.ts'
import { asked, given } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'

// Who comes to the Admin module on which road, and who does not.

const noor = 'noor@harbour-dental.example'
const root = '/accounts/harbour-dental/admin'
const words = extensionWords.en

test('a person whose switch goes off meets a 404 at the next click, and what was typed changes nothing', async ({
  db,
  as,
  portal,
}) => {
  const reader = new Reader(await as(noor), 'en', true)
  await reader.go(`${root}/extensions/new`)
  await db.rows(`update membership set modules = array_remove(modules, 'admin') where 'admin' = any(modules)`)
  await reader.main.locator('[name="number"]').fill('230')
  await reader.main.locator('[name="name"]').fill('Too late')
  await reader.button(words.save).click()
  await expect(reader.page.getByText('Too late')).toHaveCount(0)
  expect(await db.value(`select count(*) from pbx_extension where number = '230'`)).toBe('0')
  expect(await reader.go(root)).toBe(404)
  const hand = await handOf(db, noor)
  for (const page of ['extensions', 'extensions/export', 'profiles'])
    expect((await get(portal, hand, `${root}/${page}`)).status).toBe(404)
})

test('of two tabs the second is told by whom it was overtaken, and keeps what was typed', async ({
  db,
  as,
}) => {
  const id = await db.value<string>(`select id from pbx_extension where name = 'Waiting room'`)
  const [one, two] = [new Reader(await as(noor), 'en', true), new Reader(await as(noor), 'en', true)]
  for (const tab of [one, two]) await tab.go(`${root}/extensions/${id}`)
  await one.main.locator('[name="ring"]').fill('30')
  await one.button(words.save).click()
  await one.told('saved')
  await two.main.locator('[name="name"]').fill('Waiting area')
  await two.button(words.save).click()
  await expect(two.main).toContainText('Noor Haddad (Harbour Dental) changed')
  await expect(two.main.locator('[name="ring"]')).toHaveValue('30')
  await expect(two.main.locator('[name="name"]')).toHaveValue('Waiting area')
  await two.button(words.save).click()
  await two.told('saved')
})

test('a partner with Full administration works there under the bar, and the account reads what it did', async ({
  db,
  as,
}) => {
  const admin = 'admin@brightline.example'
  await db.rows(`update access_request set state = 'withdrawn', decided_at = now() where state = 'pending'`)
  const scope = { scope: { name: 'full', pages: [] }, duration: { kind: 'hours', hours: 24 } } as const
  const request = await asked(db, admin, 'brightline-it', { account: { slug: 'harbour-dental' }, ...scope })
  await given(db, 'owner@harbour-dental.example', request, scope)
  const works = new Reader(await as(admin), 'en', true)
  await works.go(`${root}/extensions/new`)
  await expect(
    works.page.getByRole('region', { name: shellWords.en.actingFor('Harbour Dental') }),
  ).toBeVisible()
  await works.main.locator('[name="number"]').fill('230')
  await works.main.locator('[name="name"]').fill('Loading dock')
  await works.button(words.save).click()
  await works.told('pbx-extension-added')
  const owner = new Reader(await as('owner@harbour-dental.example'), 'en', true)
  await owner.go('/accounts/harbour-dental/settings/activity')
  const row = owner.row('Loading dock').first()
  await expect(row).toContainText(
    pbxHistoryWords.en.sentence['pbx-extension.added']({ ...nothingTold, what: '230 (Loading dock)' }),
  )
  await expect(row).toContainText('Brightline IT')
  await db.rows(`update access_grant set state = 'revoked', ended_at = now() where state = 'active'`)
  expect(await works.go(root)).toBe(404)
})

test('an end user’s number is one, among the people and among the extensions', async ({ db, as }) => {
  const ines = await db.value<string>(
    `select m.id from membership m join person p on p.id = m.person_id where p.email = 'ines@harbour-dental.example'`,
  )
  const owner = new Reader(await as('owner@harbour-dental.example'), 'en', true)
  const field = owner.main.getByLabel(accountWords.en.field.extension)
  const person = `/accounts/harbour-dental/settings/services/users/${ines}`
  await owner.go(person)
  await field.fill('205')
  await owner.main.getByRole('button', { name: 'Save' }).first().click()
  await owner.refused(accountWords.en.endUser['extension-taken']('205', 'Waiting room'))
  await field.fill('231')
  await owner.main.getByRole('button', { name: 'Save' }).first().click()
  await owner.told('saved')
  const reader = new Reader(await as(noor), 'en', true)
  await reader.go(`${root}/extensions?q=carvalho`)
  await reader.follow(reader.link('231'))
  await reader.main.locator('[name="number"]').fill('232')
  await reader.button(words.save).click()
  await reader.told('saved')
  await owner.go(person)
  await expect(field).toHaveValue('232')
})

test('an account without a virtual PBX is told why, and whom to ask, on the French brand, too', async ({
  db,
  as,
  portal,
}) => {
  const who = 'proprio@erable.example'
  await db.rows(
    `insert into membership (provider_id, account_id, person_id, kind, state, modules)
      select a.provider_id, a.id, p.id, 'portal-user', 'active', '{admin}' from account a join person p on p.provider_id = a.provider_id
      where a.slug = 'erable-sante' and p.email = $1`,
    [who],
  )
  const reader = new Reader(await as(who, { brand: 'boreal' }), 'fr', true)
  await reader.go('/accounts/erable-sante/admin')
  await expect(reader.main).toContainText(adminWords.fr.noPbxText('Boréal Voix'))
  const hand = await handOf(db, who)
  expect((await get(portal, hand, '/accounts/erable-sante/admin/extensions/new')).status).toBe(404)
})

test('another provider’s people, and odd addresses, find nothing', async ({ db, portal }) => {
  const stranger = await handOf(db, 'owner@bakery.example')
  const hand = await handOf(db, noor)
  for (const page of [root, `${root}/extensions`, `${root}/extensions/export`, `${root}/profiles`])
    expect((await get(portal, stranger, page)).status, page).toBe(404)
  for (const query of [
    'only=x&after=%00',
    'q=%25%5C_%27&profile=abc',
    `q=${'x'.repeat(5000)}`,
    'q=x&q=y&undo=1',
  ])
    for (const page of ['extensions', 'extensions/export'])
      expect([200, 400]).toContain((await get(portal, hand, `${root}/${page}?${query}`)).status)
  for (const id of ['x', '00000000-0000-4000-8000-000000000000', '__proto__', 'a'.repeat(3000)])
    for (const page of [
      `extensions/${id}`,
      `extensions/import/${id}`,
      `profiles/${id}`,
      `profiles/${id}/xml`,
    ])
      expect((await get(portal, hand, `${root}/${page}`)).status, page.slice(0, 60)).toBe(404)
})
