import { parse } from 'csv-parse/sync'
import { words as deliveryPage } from '#app/provider/delivery/words.ts'
import { words as limitsPage } from '#app/provider/limits/words.ts'
import { givenLetter, givenStranger } from '#db/delivery/testing.ts'
import { letterNames } from '#lib/delivery/names.ts'
import { deliveryWords } from '#lib/delivery/words.ts'
import { nothingTold } from '#lib/history/told.ts'
import { historyWords } from '#lib/history/words.ts'
import { languages } from '#lib/language.ts'
import { limitWords } from '#lib/limits/words.ts'
import { formOn, get, handOf, has, send } from './fixtures/by-hand.ts'
import { lettersTo } from './fixtures/mailbox.ts'
import { openRequest } from './fixtures/story.ts'
import { expect, Reader, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'
const owner = 'owner@harbour-dental.example'
const tech = 'tech@brightline.example'
const full = 'The recipient’s mailbox is full'

/** Everybody reads this language at their own home. */
const inLanguage = (language: string) => `update person set language = '${language}'`

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`a letter that came back is found, sent again, and seen to arrive: ${how}`, async ({
      portal,
      db,
      as,
    }) => {
      await db.rows(inLanguage(language))
      // What the demo has to send goes out first; after a quarter of an hour it would stand in this list.
      await portal.cron('mail')
      const bounced = await givenLetter(db, { delivery: 'bounced', deliveryReason: full })
      await givenLetter(db, { to: 'owner@bakery.example', delivery: 'bounced' })
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      const words = deliveryPage[language]
      const kind = letterNames[language]['access-requested']
      await desk.go('/provider/delivery')
      await expect(desk.page.locator('html')).toHaveAttribute('lang', `${language}-CA`)
      await expect(desk.main.getByRole('row')).toHaveCount(2)
      const row = desk.row('Harriet Osei')
      for (const text of [owner, kind, 'Harbour Dental', deliveryWords[language].condition.bounced, full])
        await expect(row).toContainText(text)
      await desk.follow(row.getByRole('button', { name: words.of(words.resend, kind, 'Harriet Osei') }))
      await desk.told('letter-resent')
      await expect(desk.page).toHaveURL(address => address.pathname === `/provider/delivery/${bounced}`)
      await expect(desk.main).toContainText(deliveryWords[language].condition.replaced)
      await portal.cron('mail')
      await expect
        .poll(async () => (await lettersTo(db, owner)).filter(one => one.kind === 'access-requested').length)
        .toBe(2)
      await desk.follow(desk.link(words.showInstead))
      await expect(desk.main).toContainText(deliveryWords[language].condition.sent)
      await desk.go('/provider/delivery')
      await expect(desk.main).toContainText(words.none)
      await desk.go('/provider/activity')
      await expect(desk.row('Nora Whitfield')).toContainText(
        historyWords[language].sentence['letter.resent']({
          ...nothingTold,
          what: kind,
          whom: 'Harriet Osei',
        }),
      )
      const customer = new Reader(await as(owner, { javaScriptEnabled }), language, javaScriptEnabled)
      await customer.go('/accounts/harbour-dental/settings/activity')
      await expect(customer.row('Nora Whitfield')).toContainText(kind)
    })

    test(`the address of somebody who never came in is put right: ${how}`, async ({ db, as }) => {
      await db.rows(inLanguage(language))
      await givenStranger(db, 'wrnog@harbour-dental.example')
      const id = await givenLetter(db, { to: 'wrnog@harbour-dental.example', delivery: 'bounced' })
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      const words = deliveryPage[language]
      await desk.go(`/provider/delivery/${id}`)
      const field = desk.main.getByLabel(words.newAddress, { exact: true })
      for (const [typed, told] of [
        ['not an address', /@|nom@|name@/],
        [owner, deliveryWords[language].address['address-taken']],
        ['WRNOG@harbour-dental.example', deliveryWords[language].address['same-address']],
      ] as const) {
        await field.fill(typed)
        await desk.button(words.addressSubmit).click()
        await expect(desk.main.getByRole('alert')).toContainText(told)
        await desk.ready()
      }
      await field.fill('wrong@harbour-dental.example')
      await desk.button(words.addressSubmit).click()
      await desk.told('address-corrected')
      expect(await db.value(`select count(*) from person where email = 'wrong@harbour-dental.example'`)).toBe(
        '1',
      )
    })

    test(`limits hold from the next request on: ${how}`, async ({ db, as }) => {
      await db.rows(inLanguage(language))
      const words = limitsPage[language]
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go('/provider/limits')
      await desk.main.getByRole('radio', { name: words.limited }).check()
      await desk.main.getByRole('textbox', { name: words.longestAmount }).fill('soon')
      await desk.main.getByLabel(words.reviewAmount).fill('25')
      await desk.button(words.save).click()
      await desk.refused(words.fault['not-a-number'])
      await desk.refused(words.fault['too-large'].review)
      await desk.ready()
      await expect(desk.main.getByRole('radio', { name: words.limited })).toBeChecked()
      await desk.main.getByRole('textbox', { name: words.longestAmount }).fill('48')
      await desk.main.locator('[name=longestUnit]').selectOption('hours')
      await desk.main.getByLabel(words.reviewAmount).fill('3')
      await desk.button(words.save).click()
      await desk.told('limits-changed')
      await expect(desk.main).toContainText('Nora Whitfield')

      const approver = new Reader(await as(owner, { javaScriptEnabled }), language, javaScriptEnabled)
      await approver.go(`/accounts/harbour-dental/settings/authorisation/requests/${await openRequest(db)}`)
      const duration = approver.main.locator('select[name=duration]').first()
      const offered = await duration
        .locator('option')
        .evaluateAll(all => all.map(one => one.getAttribute('value')))
      expect(offered).toEqual(['24h', '1h', 'until'])
      const asks = new Reader(await as(tech, { javaScriptEnabled }), language, javaScriptEnabled)
      await asks.go('/partner/brightline-it/requests/new')
      await expect(asks.main.locator('select[name=duration] option[value=ongoing]')).toHaveCount(0)

      await desk.go('/provider/activity')
      const row = desk.row(limitWords[language].field.longestGrantHours)
      await expect(row).toContainText(limitWords[language].none)
      await expect(row).toContainText('48')
    })
  }

test('of two who change the limits the second is told, and saves over what they see', async ({
  db,
  reader,
}) => {
  const [first, second] = [await reader(platform), await reader(platform, { javaScriptEnabled: false })]
  const words = limitsPage.en
  for (const one of [first, second]) await one.go('/provider/limits')
  await first.main.getByLabel(words.reviewAmount).fill('12')
  await first.button(words.save).click()
  await first.told('limits-changed')
  await second.main.getByRole('textbox', { name: words.lifeAmount }).fill('3')
  await second.button(words.save).click()
  await second.refused('Nora Whitfield')
  await expect(second.main.getByLabel(words.reviewAmount)).toHaveValue('12')
  await expect(second.main.getByRole('textbox', { name: words.lifeAmount })).toHaveValue('3')
  await second.button(words.save).click()
  await second.told('limits-changed')
  expect(
    await db.value(
      `select request_life_hours || ' ' || review_months from provider where slug = 'northwind'`,
    ),
  ).toBe('72 12')
})

test('letters are narrowed by tiles and found by name and address', async ({ db, reader }) => {
  await db.rows('delete from letter')
  await givenLetter(db, { delivery: 'bounced' })
  await givenLetter(db, { to: 'proprio@erable.example', delivery: 'complained' })
  await givenLetter(db, { state: 'queued', lastError: 'no answer in time', attempts: 3, hoursAgo: 5 })
  const own = await givenLetter(db, {
    kind: 'sign-in-link',
    state: 'failed',
    lastError: 'too-long; answered 503',
  })
  const desk = await reader(platform)
  await desk.go('/provider/delivery')
  await expect(desk.main.getByRole('row')).toHaveCount(5)
  await expect(desk.main).toContainText('1 letter waits')
  await expect(desk.main).toContainText('5 h')
  const tile = (name: string) => desk.main.getByRole('link', { name: new RegExp(`^${name} ?\\d`) })
  for (const name of ['Came back', 'Reported', 'Not sent', 'Stuck']) {
    await desk.follow(tile(name))
    await expect(desk.main.getByRole('row')).toHaveCount(2)
  }
  await desk.follow(desk.main.getByRole('button', { name: /^Try now/ }))
  await desk.told('letter-hurried')
  await desk.go('/provider/delivery?q=ELISE')
  await expect(desk.main.getByRole('row')).toHaveCount(2)
  await desk.go(`/provider/delivery/${own}`)
  await expect(desk.main).toContainText('asks for it on the sign-in page')
  await expect(desk.main).toContainText('answered 503')
  await expect(desk.main.getByRole('button')).toHaveCount(0)
})

test('platform support reads everything here and changes nothing, on the screen and below it', async ({
  portal,
  db,
  reader,
}) => {
  await givenStranger(db, 'newcomer@harbour-dental.example')
  const id = await givenLetter(db, { to: 'newcomer@harbour-dental.example', delivery: 'bounced' })
  const hand = await handOf(db, platform)
  const resend = await formOn(
    portal,
    hand,
    `/provider/delivery/${id}`,
    form => has(form, 'letter') && !has(form, 'email'),
  )
  const correct = await formOn(portal, hand, `/provider/delivery/${id}`, form => has(form, 'email'))
  const limits = await formOn(portal, hand, '/provider/limits', form => has(form, 'review'))
  await db.rows(`update platform_user set role = 'support'`)
  const before = await db.digest()
  for (const [path, form, values] of [
    [`/provider/delivery/${id}`, resend, {}],
    [`/provider/delivery/${id}`, correct, { email: 'other@harbour-dental.example' }],
    ['/provider/limits', limits, { review: '3' }],
  ] as const)
    expect((await send(portal, hand, path, form, values)).status, path).toBe(404)
  expect(await db.digest()).toBe(before)
  const desk = await reader(platform)
  for (const path of [
    '/provider/delivery',
    `/provider/delivery/${id}`,
    '/provider/limits',
    '/provider/activity',
  ]) {
    expect(await desk.go(path)).toBe(200)
    await expect(desk.main.locator('form[method=post], form:has([name=once])')).toHaveCount(0)
  }
})

test('the provider’s history comes as a file, with the accounts that it was about', async ({
  portal,
  db,
}) => {
  const hand = await handOf(db, platform)
  const id = await givenLetter(db, { delivery: 'bounced' })
  const form = await formOn(portal, hand, `/provider/delivery/${id}`, one => has(one, 'letter'))
  await send(portal, hand, `/provider/delivery/${id}`, form)
  const file = await get(portal, hand, '/provider/activity/export')
  expect(file.headers['content-disposition']).toMatch(/northwind-telecom-activity-\d{4}-\d\d-\d\d\.csv/)
  const [heading, ...rows] = parse(file.body, { bom: true }) as string[][]
  expect(heading?.at(-2)).toBe('Account')
  expect(rows.map(row => [row[2], row[5], row[7], row.at(-2)])).toEqual([
    ['Nora Whitfield', 'Letter sent again', 'Request for access: Harriet Osei', 'Harbour Dental'],
  ])
})
