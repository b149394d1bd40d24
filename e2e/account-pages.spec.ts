import { parse } from 'csv-parse/sync'
import { frameWords } from '#app/_server/frame-words.ts'
import { words as generalWords } from '#app/accounts/[account]/settings/general/words.ts'
import { words as servicesWords } from '#app/accounts/[account]/settings/services/words.ts'
import { words as overviewWords } from '#app/accounts/[account]/words.ts'
import { words as chooseWords } from '#app/choose/words.ts'
import { words as shellWords } from '#components/frame/words.ts'
import { historyPageWords } from '#components/history/words.ts'
import { accountWords } from '#lib/account/words.ts'
import { get, handOf } from './fixtures/by-hand.ts'
import { asked, given, ongoingGrant, openRequest } from './fixtures/story.ts'
import { expect, mainJob, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const tech = 'tech@brightline.example'
const field = accountWords.en.field

const settings = [
  { language: 'en', who: owner, slug: 'harbour-dental' },
  { language: 'fr', who: 'proprio@erable.example', slug: 'erable-sante' },
] as const

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const { language, who, slug } of settings) {
    test(`the owner edits the account’s details, ${language}, ${how}`, async ({ db, reader }) => {
      const words = generalWords[language]
      const names = accountWords[language].field
      const edits = await reader(who, { javaScriptEnabled })
      await edits.go(`/accounts/${slug}/settings/general`)
      await edits.link(words.edit).click()
      await edits.ready()
      await edits.main.getByLabel(names.phone).fill('not a phone')
      await edits.main.getByLabel(names.city).fill('Elsewhere')
      await edits.button(words.save).click()
      await expect(edits.main.getByRole('alert')).toBeVisible()
      await expect(edits.main.getByLabel(names.city)).toHaveValue('Elsewhere')
      expect(await db.value('select city from account where slug = $1', [slug])).not.toBe('Elsewhere')
      await edits.main.getByLabel(names.phone).fill('+1 604 555 0199')
      await edits.button(words.save).click()
      await edits.told('saved')
      await expect(edits.main).toContainText('Elsewhere')
      await edits.go(`/accounts/${slug}/settings/activity`)
      await expect(edits.main).toContainText('Elsewhere')
    })
  }

  test(`a number forwards, and says what is wrong with it, ${how}`, async ({ db, reader }) => {
    const edits = await reader(owner, { javaScriptEnabled })
    await edits.go('/accounts/harbour-dental/settings/services?q=0124')
    await edits.link(servicesWords.en.editNamed('+1 604 555 0124')).click()
    await edits.ready()
    await edits.main.getByLabel(field.forwardTo).fill('+1 604 555 0124')
    await edits.button(servicesWords.en.save).click()
    await edits.refused(accountWords.en.service['forwards-to-itself'])
    await edits.main.getByLabel(field.forwardTo).fill('+1 604 555 0123')
    await edits.button(servicesWords.en.save).click()
    await edits.told('saved')
    expect(await db.value(`select count(*) from service where forward_to <> ''`)).toBe('1')
  })
}

test('two people edit the same details: the second is told by whom, and nothing is lost', async ({
  db,
  reader,
}) => {
  const [first, second] = [await reader(owner), await reader('manager@harbour-dental.example')]
  for (const one of [first, second]) await one.go('/accounts/harbour-dental/settings/general/edit')
  await first.main.getByLabel(field.city).fill('Burnaby')
  await first.button('Save').click()
  await first.told('saved')
  await second.main.getByLabel(field.city).fill('Surrey')
  await second.button('Save').click()
  await second.refused('Harriet Osei')
  await expect(second.main.getByLabel(field.city)).toHaveValue('Surrey')
  expect(await db.value(`select city from account where slug = 'harbour-dental'`)).toBe('Burnaby')
  await second.button('Save').click()
  await second.told('saved')
  expect(await db.value(`select city from account where slug = 'harbour-dental'`)).toBe('Surrey')
})

test('an end user’s extension is one of a kind', async ({ db, reader }) => {
  const edits = await reader(owner)
  await edits.go('/accounts/harbour-dental/settings/services?show=users')
  await edits.link(servicesWords.en.editNamed('Ines Carvalho')).click()
  await edits.ready()
  await edits.main.getByLabel(field.extension).fill('202')
  await edits.button('Save').click()
  await edits.refused(accountWords.en.endUser['extension-taken']('202', 'Jun Watanabe'))
  await edits.main.getByLabel(field.extension).fill('203')
  await edits.button('Save').click()
  await edits.told('saved')
  expect(await db.value(`select count(*) from pbx_extension where number = '203'`)).toBe('1')
})

test('a partner works within its scope: its pages in the navigation, the others not there', async ({
  db,
  portal,
  reader,
}) => {
  await ongoingGrant(db)
  const works = await reader(tech)
  await works.go('/accounts/maple-logistics')
  const navigation = works.page.getByRole('navigation', { name: shellWords.en.settings })
  const pages = { ...frameWords.en.nav }
  for (const shown of [pages.overview, pages.services, pages.general])
    await expect(navigation.getByRole('link', { name: shown, exact: true })).toHaveCount(1)
  for (const hidden of [pages.authorisation, pages.activity])
    await expect(navigation.getByRole('link', { name: hidden, exact: true })).toHaveCount(0)
  for (const closed of ['authorisation', 'activity', 'general/edit'])
    expect(await works.go(`/accounts/maple-logistics/settings/${closed}`), closed).toBe(404)
  const file = await get(portal, await handOf(db, tech), '/accounts/maple-logistics/settings/activity/export')
  expect(file.status, 'the history as a file').toBe(404)
  await works.go('/accounts/maple-logistics/settings/services')
  await expect(works.main).not.toContainText('Lena Fischer')
  await works.link(servicesWords.en.editNamed('+1 514 555 0177')).click()
  await works.ready()
  await works.main.getByLabel(field.label).fill('Dispatch, day and night')
  await works.button('Save').click()
  await works.told('saved')
  const [told] = await db.rows<{ who: string; firm: string; kind: string }>(
    `select actor_name as who, actor_firm as firm, actor_kind as kind from event where action = 'service.updated'`,
  )
  expect(told).toEqual({ who: 'Theo Nakamura', firm: 'Brightline IT', kind: 'partner' })
})

const standings = [
  {
    who: 'desk@harbour-dental.example',
    slug: 'harbour-dental',
    says: [
      'Portal user of this account since',
      'SMS: you can',
      'send and receive text messages',
      'see the call log, and add calls to it from a file',
    ],
    owners: ['Harriet Osei', 'Marcus Lindqvist'],
  },
  {
    who: 'desk@harbour-dental.example',
    slug: 'maple-logistics',
    says: ['Portal user of this account since', 'Phonebook: you can', 'use the phonebook'],
    owners: ['Owen Maplewood'],
  },
  {
    who: 'billing@maple.example',
    slug: 'maple-logistics',
    says: [
      'Administrator of this account since',
      'Subscription Owner: you can',
      'see bills',
      'change subscriptions',
    ],
    owners: ['Owen Maplewood', 'Connor Blake'],
  },
  {
    who: 'contributor@maple.example',
    slug: 'maple-logistics',
    says: ['Service Contributor: you can', 'act as an Account Owner on client accounts', 'see bills'],
    owners: ['Owen Maplewood', 'Bianca Reyes'],
  },
] as const

for (const { who, slug, says, owners } of standings)
  test(`${who} reads on ${slug} what they may do, and no name that is not theirs to see`, async ({
    reader,
  }) => {
    const reads = await reader(who)
    await reads.go(`/accounts/${slug}`)
    for (const text of [...says, overviewWords.en.cannot, overviewWords.en.ownerDecides(false)])
      await expect(reads.main).toContainText(text)
    const sent = await reads.page.content()
    for (const name of owners) expect(sent).not.toContain(name)
  })

test('who may see the owners reads them by name, also from the parent account', async ({ reader }) => {
  const contributor = await reader('contributor@maple.example')
  await contributor.go('/accounts/maple-depot-west')
  await expect(contributor.main).toContainText('You act here from Maple Logistics')
  await expect(contributor.main).toContainText(overviewWords.en.ownersDecide('Delphine Ward', false))
  const depot = await reader('owner@depot.example')
  await depot.go('/accounts/maple-depot-west')
  await expect(depot.main).toContainText('see subscriptions and licences')
  await expect(depot.main).not.toContainText('add and change subscriptions')
  await expect(depot.main).toContainText(overviewWords.en.parentPays('Maple Logistics'))
  await expect(depot.main).not.toContainText('An Account Owner decides')
})

test('where somebody chooses an account, a client account says whose it is', async ({ reader }) => {
  const contributor = await reader('contributor@maple.example')
  await contributor.go('/choose')
  const depot = contributor.main.getByRole('listitem').filter({ hasText: 'Maple Depot West' })
  await expect(depot).toContainText(chooseWords.en.clientOf('Maple Logistics'))
  await expect(contributor.main.getByText(chooseWords.en.clientOf('Maple Logistics'))).toHaveCount(1)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`a form that was open when access ended saves nothing, ${how}`, async ({ db, reader }) => {
    const grant = await given(db, owner, await openRequest(db))
    const works = await reader(tech, { javaScriptEnabled })
    const service = await db.value<string>(`select id from service where identifier = '+1 604 555 0124'`)
    await works.go(`/accounts/harbour-dental/settings/services/${service}`)
    await works.main.getByLabel(field.label).fill('Taken over')
    await db.rows(`update access_grant set state = 'revoked', ended_at = now() where id = $1`, [grant])
    await works.button('Save').click()
    const title = works.page.getByRole('heading', { level: 1 })
    await expect(title).toHaveText('There is nothing here for you')
    await expect(works.main, 'the page’s own look').toHaveCSS('text-align', 'center')
    expect(await db.value('select label from service where id = $1', [service])).toBe('Appointments')
  })
}

test(
  'the history as a file: the same rows, plain to a spreadsheet, and harmless in one',
  mainJob,
  async ({ db, portal }) => {
    const reason = '=HYPERLINK("http://evil.example","Look")'
    await asked(db, 'admin@cedar.example', 'cedar-consulting', { account: { code: 'HARB-2K7Q-9D' }, reason })
    const hand = await handOf(db, owner)
    const path = '/accounts/harbour-dental/settings/activity/export'
    const answer = await get(portal, hand, path)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="harbour-dental-activity-[\d-]+\.csv"$/,
    )
    expect(answer.headers['cache-control']).toBe('private, no-store')
    const rows = parse(answer.body, { bom: true }) as string[][]
    const told = await db.value<string>(
      `select count(*) from event e join account a on a.id = e.account_id where a.slug = 'harbour-dental'`,
    )
    expect(rows.length).toBe(Number(told) + 1)
    expect(new Set(rows.map(row => row.length)).size, 'every row has every column').toBe(1)
    const cells = rows.flat()
    expect(cells.some(cell => cell.includes('HYPERLINK'))).toBe(true)
    for (const cell of cells) expect(cell).not.toMatch(/^[=+@\t\r]/)
    const filtered = parse((await get(portal, hand, `${path}?kind=access`)).body, { bom: true }) as string[][]
    expect(filtered.length).toBeLessThan(rows.length)
  },
)

test('the history can be searched and narrowed, in its address', async ({ reader }) => {
  const reads = await reader(owner)
  await reads.go('/accounts/harbour-dental/settings/activity')
  const all = await reads.main.getByRole('row').count()
  await reads.go('/accounts/harbour-dental/settings/activity?q=HD-1042')
  await expect(reads.main).toContainText('HD-1042')
  expect(await reads.main.getByRole('row').count()).toBeLessThan(all)
  await reads.go('/accounts/harbour-dental/settings/activity?q=nothing-of-this-kind')
  await expect(reads.main).toContainText(historyPageWords.en.nothing)
})
