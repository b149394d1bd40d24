import { parse } from 'csv-parse/sync'
import { frameWords } from '#app/_server/frame-words.ts'
import { notThereWords } from '#app/_server/not-there-words.ts'
import { reasonFirstWords } from '#app/_server/reason-first-words.ts'
import { pageWords } from '#app/provider/accounts/page-words.ts'
import { visitWords } from '#app/provider/accounts/visit-words.ts'
import { words as frame } from '#components/frame/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { eventSentence } from '#lib/history/tell.ts'
import { historyTitles } from '#lib/history/titles.ts'
import { languages } from '#lib/language.ts'
import { formOn, get, handOf, has, send } from './fixtures/by-hand.ts'
import type { Database } from './fixtures/database.ts'
import { expect, Reader, test } from './fixtures/test.ts'

const support = 'platform@southern.example'
const owner = 'owner@bakery.example'
const desk = '/provider/accounts/southern-bakery'
const account = '/accounts/southern-bakery'
const history = `${account}/settings/activity`
const reason = 'Ticket 4711: the owner can’t sign in.'

async function supportOf(db: Database): Promise<void> {
  await db.rows(
    `update platform_user set role = 'support' where person_id = (select id from person where email = $1)`,
    [support],
  )
}

/** The end of the newest visit, as the history keeps it. */
const endOf = (db: Database) =>
  db.value<string>(
    `select data->>'endsAt' from event where action = 'account.visit-opened' order by id desc limit 1`,
  )

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`support looks in with a reason, the customer reads it, and it ends at once: ${how}`, async ({
      db,
      portal,
      as,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      await supportOf(db)
      const words = visitWords[language]
      const visits = new Reader(await as(support, { javaScriptEnabled }), language, javaScriptEnabled)
      expect(await visits.go(account), 'no way in without a reason').toBe(404)
      const { message, open } = reasonFirstWords[language]
      await expect(visits.page.getByRole('heading', { name: message })).toBeVisible()
      await visits.follow(visits.link(open))
      await expect(visits.page).toHaveURL(new RegExp(`${desk}$`))
      await expect(visits.link(pageWords[language].enter)).toHaveCount(0)
      const field = visits.main.getByLabel(words.reason, { exact: true })
      const press = () => visits.button(words.submit).click()
      await press()
      await visits.refused(fieldWords[language].required)
      await visits.ready()
      await field.fill('help')
      await press()
      await visits.refused(fieldWords[language]['too-short']('5'))
      await visits.ready()
      const long = 'x'.repeat(501)
      await field.fill(long)
      await press()
      await visits.refused(fieldWords[language]['too-long']('500'))
      await expect(field).toHaveValue(long)
      expect(await db.value('select count(*) from account_visit')).toBe('0')
      await visits.ready()
      await field.fill(reason)
      await visits.follow(visits.button(words.submit))
      await visits.told('visit-begun')
      await expect(visits.page).toHaveURL(new RegExp(account))
      const bar = visits.page.getByRole('region', { name: frame[language].visiting('Southern Bakery') })
      await expect(bar).toContainText('Southern Cross Voice')
      await expect(bar).toContainText(/59\smin|1\sh/)

      const sentence = eventSentence(
        {
          action: 'account.visit-opened',
          from: null,
          to: null,
          facts: { endsAt: await endOf(db) },
        },
        'Australia/Sydney',
        language,
      )
      const customer = new Reader(await as(owner, { javaScriptEnabled }), language, javaScriptEnabled)
      await customer.go(history)
      await expect(customer.row(reason)).toContainText(sentence)
      await expect(customer.row(reason)).toContainText('Southern Cross Voice')

      expect(await visits.go(history)).toBe(200)
      await visits.follow(visits.button(frameWords[language].endVisit, bar))
      await visits.told('visit-ended')
      await expect(visits.page).toHaveURL(new RegExp(desk))
      expect(await visits.go(account), 'the next request').toBe(404)
      await visits.go(desk)
      await expect(field).toBeVisible()
      await customer.go(history)
      const ended = eventSentence(
        { action: 'account.visit-ended', from: null, to: null, facts: {} },
        'UTC',
        language,
      )
      await expect(customer.row(ended)).toBeVisible()

      const file = await get(portal, await handOf(db, owner), `${history}/export`)
      const rows = parse(file.body, { bom: true }) as string[][]
      const title = historyTitles[language]['account.visit-opened']
      expect(rows.filter(row => row.includes(title) && row.includes(reason))).toHaveLength(1)
      expect(rows.filter(row => row.includes(historyTitles[language]['account.visit-ended']))).toHaveLength(1)
    })

    test(`a second visit while one runs is told so, and lengthens nothing: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      await supportOf(db)
      const words = visitWords[language]
      const open = async () => {
        const one = new Reader(await as(support, { javaScriptEnabled }), language, javaScriptEnabled)
        await one.go(desk)
        return one
      }
      const [first, second] = [await open(), await open()]
      for (const one of [first, second])
        await one.main.getByLabel(words.reason, { exact: true }).fill(`${reason} ${one === first}`)
      await first.follow(first.button(words.submit))
      const until = await endOf(db)
      await second.button(words.submit).click()
      // Without JavaScript the page comes anew, and shows the visit that runs: see docs/decisions/0019.
      if (javaScriptEnabled) await second.refused(words.runs)
      await expect(second.main).toContainText(words.runningTitle)
      await expect(second.main).toContainText(`${reason} true`)
      expect(await db.value('select count(*) from account_visit')).toBe('1')
      expect(await endOf(db)).toBe(until)
      await second.follow(second.link(words.open).last())
      await expect(second.page).toHaveURL(new RegExp(account))
    })
  }

test('one form sent twice is one visit; when it is over, a form that stood open is no way in', async ({
  portal,
  db,
}) => {
  await supportOf(db)
  const hand = await handOf(db, support)
  const form = await formOn(portal, hand, desk, one => has(one, 'reason'))
  const twice = await Promise.all([0, 1].map(() => send(portal, hand, desk, form, { reason })))
  expect(twice.map(one => one.status)).toEqual([303, 303])
  expect(await db.value(`select count(*) from event where action = 'account.visit-opened'`)).toBe('1')
  const adding = `${account}/settings/user-access/new`
  const person = await formOn(portal, hand, adding, one => has(one, 'email'))
  const end = await formOn(portal, hand, account, one => has(one, 'account'))
  await db.rows(`update account_visit set ends_at = clock_timestamp()`)
  const before = await db.digest()
  const values = { name: 'Too Late', email: 'late@bakery.example' }
  expect((await send(portal, hand, adding, person, values)).status).toBe(404)
  for (const path of [account, history, `${history}/export`, adding])
    expect((await get(portal, hand, path)).status, path).toBe(404)
  // Ending what is over already leads back to the desk, and tells the customer nothing more.
  expect((await send(portal, hand, account, end)).status).toBe(303)
  expect(await db.value(`select count(*) from event where action = 'account.visit-ended'`)).toBe('0')
  expect(await db.digest()).toBe(before)
})

test('an administrator has no such form and needs none; neither does a closed or another provider’s account', async ({
  portal,
  db,
  reader,
}) => {
  await supportOf(db)
  const hand = await handOf(db, support)
  const form = await formOn(portal, hand, desk, one => has(one, 'reason'))
  const administrator = await handOf(db, 'platform@northwind.example')
  const harbour = await db.id('account', 'harbour-dental')
  const before = await db.digest()
  const own = '/provider/accounts/harbour-dental'
  expect(
    (await send(portal, administrator, own, form, { reason, account: harbour })).status,
    'administrator',
  ).toBe(404)
  expect((await send(portal, hand, desk, form, { reason, account: harbour })).status, 'stranger').toBe(404)
  expect((await get(portal, hand, own)).status).toBe(404)
  const desks = await reader('platform@northwind.example')
  await desks.go(own)
  await expect(desks.link(pageWords.en.enter)).toBeVisible()
  await expect(desks.main.locator('[name=reason]')).toHaveCount(0)
  expect(await db.digest()).toBe(before)
  await db.rows(`update account set closed_at = now() where slug = 'southern-bakery'`)
  expect((await send(portal, hand, desk, form, { reason })).status, 'closed').toBe(404)
  const closed = await get(portal, hand, desk)
  expect(closed.status).toBe(200)
  expect(closed.body).not.toContain('name="reason"')
})

test('only support is told that a reason opens an account, and only of one that it could open', async ({
  portal,
  db,
}) => {
  await supportOf(db)
  const hand = await handOf(db, support)
  const { message } = reasonFirstWords.en
  for (const path of [account, history, `${account}/settings/user-access`]) {
    const answer = await get(portal, hand, path)
    expect([answer.status, answer.body.includes(message)], path).toEqual([404, true])
    expect(answer.body).toContain(`href="${desk}"`)
  }
  // Everybody else reads the same as of an account that does not exist, to the letter.
  const bare = (body: string) => body.replace(/nonce="[^"]*"/g, '').replaceAll('harbour-dental', 'nobody')
  const others = ['owner@bakery.example', 'tom@bakery.example', 'admin@outback.example']
  for (const email of others) {
    const other = await handOf(db, email)
    const [there, nowhere] = [
      await get(portal, other, '/accounts/harbour-dental'),
      await get(portal, other, '/accounts/nobody'),
    ]
    expect([there.status, bare(there.body).length], email).toEqual([404, bare(nowhere.body).length])
    expect(there.body).not.toContain(message)
  }
  await db.rows(`update account set closed_at = now() where slug = 'southern-bakery'`)
  for (const path of [account, '/accounts/harbour-dental', '/accounts/nobody']) {
    const answer = await get(portal, hand, path)
    expect([answer.status, answer.body.includes(message)], path).toEqual([404, false])
    expect(answer.body).toContain(notThereWords.en.title)
  }
})
