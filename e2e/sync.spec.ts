import { frameWords } from '#app/_server/frame-words.ts'
import { outgoingWords } from '#app/accounts/[account]/settings/outgoing-words.ts'
import { words as services } from '#app/accounts/[account]/settings/services/words.ts'
import { words as catalogue } from '#app/accounts/[account]/settings/sync/words.ts'
import { troubleSentence } from '#lib/back-office/words.ts'
import { languages } from '#lib/language.ts'
import { syncCounts } from '#lib/sync-counts.ts'
import { onlySync } from './fixtures/back-office.ts'
import { startFakeOffice } from './fixtures/fake-office.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// The provider's systems, over HTTP: what is pulled from them by a press, and what becomes of changes on their way there.

const office = await startFakeOffice()
test.use({ portalChoices: { settings: { BACKOFFICE_URL: office.url, BACKOFFICE_KEY: office.key } } })
test.beforeEach(() => office.reset())

const presser = 'lena@maple.example'
const sync = '/accounts/maple-logistics/settings/sync'
const number = (key: string, identifier: string, more: Record<string, unknown> = {}) => ({
  key,
  kind: 'number',
  product: 'cloud-pbx',
  identifier,
  label: 'Kept',
  ...more,
})
const mine = [
  number('number:15145550177', '+1 514 555 0177', { label: 'Dispatch, by day' }),
  number('number:15145550178', '+1 514 555 0178', { label: 'Accounts' }),
  number('new-1', '+1 514 555 0180'),
]
/** Nothing of its plan is held there. */
const planGone = { 'offers-gone': 6, 'subscriptions-gone': 3, 'licences-gone': 5, 'trials-gone': 3 }
const bad = { key: 'b-1', number: 'B-1', currency: 'XXQ', total: '12.50' }

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = catalogue[language]

    test(`a Sync Contributor presses, leaves, comes back and reads what came of it: ${how}`, async ({
      db,
      as,
      portal,
    }) => {
      await onlySync(db, presser)
      await db.rows(`update person set language = '${language}'`)
      office.held = { services: mine, invoices: [bad] }
      const reader = new Reader(await as(presser, { javaScriptEnabled }), language, javaScriptEnabled)
      await reader.go('/accounts/maple-logistics')
      await reader.follow(
        reader.page
          .getByRole('navigation')
          .getByRole('link', { name: frameWords[language].nav.sync, exact: true }),
      )
      await reader.button(words.now).click()
      await reader.told('sync-begun')
      const result = words.unseen
      if (javaScriptEnabled) await expect(reader.main.getByText(result).first()).toBeVisible()
      else
        await expect
          .poll(async () => {
            await reader.go(sync)
            return reader.main.getByText(result).count()
          })
          .toBeGreaterThan(0)
      await reader.follow(reader.main.getByRole('rowheader').getByRole('link').first())
      await expect(reader.main).toContainText(words.refused)
      // Whoever may not see what is pulled is told places, and no number.
      const refused = syncCounts({ 'invoices-refused': 1 }, language)
      await expect(reader.main).not.toContainText(refused)
      await expect(reader.main).not.toContainText('555 0180')
      await expect(reader.main).not.toContainText('b-1')
      expect(await reader.go('/accounts/maple-logistics/settings/services')).toBe(404)
      const told = await db.rows<{ action: string }>(
        `select action from event where action like 'sync.%' order by id`,
      )
      expect(told.map(one => one.action)).toEqual(['sync.started', 'sync.finished'])
      await portal.cron('mail')
      expect(await db.value(`select count(*) from sync_run where state = 'running'`)).toBe('0')
    })
  }

test('with services and no bills somebody is told the counts of services, and that there was more', async ({
  db,
  reader,
}) => {
  await onlySync(db, presser)
  await db.rows(`update membership m set roles = '{sync-contributor,service-viewer}' from person p
    where p.id = m.person_id and p.email = '${presser}' and m.kind = 'administrator'`)
  office.held = { services: mine, invoices: [bad] }
  const page = await reader(presser)
  await page.go(sync)
  await page.button(catalogue.en.now).click()
  const seen = syncCounts({ 'services-added': 1, 'services-changed': 1, 'services-gone': 1 }, 'en')
  await expect(page.main.getByText(`${seen}; ${catalogue.en.andUnseen}`).first()).toBeVisible()
  await expect(page.main).not.toContainText('invoice')
})

test('pressed twice at once it runs once, and both see the one; whose server died is gone on with', async ({
  db,
  reader,
  portal,
}) => {
  await onlySync(db, presser)
  office.held = { services: mine }
  let held = 0
  office.instead = () => ++held <= 1
  const one = await reader(presser)
  const other = await reader('platform@northwind.example')
  await one.go(sync)
  await other.go(sync)
  await one.button(catalogue.en.now).click()
  await one.told('sync-begun')
  await other.button(catalogue.en.now).click()
  await other.told('sync-runs-already')
  await expect(other.main).toContainText(catalogue.en.running)
  expect(await db.value(`select count(*) from sync_run where state = 'running'`)).toBe('1')
  await db.rows(`update sync_run set lease_until = now() - interval '1 second' where state = 'running'`)
  await portal.cron('mail')
  const result = syncCounts(
    { 'services-added': 1, 'services-changed': 1, 'services-gone': 1, 'balances-gone': 2, ...planGone },
    'en',
  )
  await expect(other.main.getByText(result).first()).toBeVisible()
  const runs = await db.rows<{ attempt: number; state: string }>(
    `select attempt, state from sync_run r join account a on a.id = r.account_id where a.slug = 'maple-logistics'
      order by r.created_at desc limit 1`,
  )
  expect(runs).toEqual([{ attempt: 2, state: 'done' }])
})

test('a back office that is wrong stops the pull with its reason, and harms nothing', async ({
  db,
  reader,
}) => {
  const before = await db.value(`select md5(string_agg(s::text, ',' order by id)) from service s`)
  const page = await reader('platform@northwind.example')
  const wrong: readonly (readonly [string, typeof office.instead])[] = [
    [
      'wrong-key',
      (_, response) => {
        response.writeHead(401).end()
        return true
      },
    ],
    [
      'garbage',
      (_, response) => {
        response.writeHead(200).end('<html>')
        return true
      },
    ],
    [
      'too-large',
      (_, response) => {
        response.writeHead(200).end(`{"items":["${'x'.repeat(10_000_000)}"]}`)
        return true
      },
    ],
    [
      'redirected',
      (_, response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
        return true
      },
    ],
  ]
  for (const [code, instead] of wrong) {
    office.instead = instead
    await page.go(sync)
    await page.button(catalogue.en.now).click()
    await page.told('sync-begun')
    await expect(page.main.getByText(troubleSentence(code, 'Northwind Telecom', 'en')).first()).toBeVisible()
  }
  expect(await db.value(`select md5(string_agg(s::text, ',' order by id)) from service s`)).toBe(before)
})

test('a change of a service waits until it is confirmed; a refused one is undone and says why', async ({
  db,
  reader,
  portal,
}) => {
  const id = await db.value<string>(`select id from service where key = 'number:15145550177'`)
  const page = await reader('owner@maple.example')
  const path = `/accounts/maple-logistics/settings/services/${id}`
  const say = outgoingWords.en
  const rename = async (label: string) => {
    await page.go(path)
    await page.main.locator('[name="label"]').fill(label)
    await page.button(services.en.save).click()
    await page.told('saved')
  }
  office.settle = () => [202, { status: 'taken' }]
  await rename('Night desk')
  await expect.poll(() => office.changes.length).toBe(1)
  await expect
    .poll(async () => {
      await page.go(path)
      return page.main.getByText(say.takenText).count()
    })
    .toBe(1)
  await expect(page.main).toContainText(say.waiting)
  expect(office.changes[0]?.body).toEqual({
    kind: 'services',
    key: 'number:15145550177',
    set: { label: 'Night desk' },
  })
  office.settle = () => [200, { status: 'confirmed' }]
  await db.rows('update back_office_change set next_attempt_at = now()')
  await portal.cron('mail')
  await page.go(path)
  await expect(page.main).not.toContainText(say.waiting)
  office.settle = () => [409, { status: 'refused', reason: 'This label is reserved.' }]
  await rename('Emergency')
  await expect
    .poll(async () => {
      await page.go(path)
      return page.main.getByText('This label is reserved.').count()
    })
    .toBe(1)
  await expect(page.main.locator('[name="label"]')).toHaveValue('Night desk')
  await page.go('/accounts/maple-logistics/settings/activity')
  await expect(page.main).toContainText('refused a change of +1 514 555 0177')
})
