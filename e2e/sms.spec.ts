import { randomUUID } from 'node:crypto'
import { words as catalogue } from '#app/accounts/[account]/sms/words.ts'
import { languages } from '#lib/language.ts'
import { sendingWords } from '#lib/sending-words.ts'
import { segmentsOf } from '#lib/sms/segments.ts'
import { textWords, tooManyParts } from '#lib/sms/words.ts'
import { formOn, get, handOf, has, post } from './fixtures/by-hand.ts'
import { carrierSecret, incomingText, outcomesOf } from './fixtures/carrier-story.ts'
import { filled } from './fixtures/forms.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// An account's text messages: written, answered, searched, taken along; what becomes of them; and who may not.

const desk = 'desk@harbour-dental.example'
const list = '/accounts/harbour-dental/sms'

test.use({ portalChoices: { settings: { CARRIER_WEBHOOK_SECRET: carrierSecret } } })

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = catalogue[language]
    const said = sendingWords[language]

    test(`a message is written, sent, answered and found again: ${how}`, async ({ db, as, portal }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(desk, { javaScriptEnabled }), language, javaScriptEnabled)
      await reader.go('/accounts/harbour-dental')
      await reader.follow(reader.page.getByRole('navigation').getByRole('link', { name: words.title }))
      await reader.follow(reader.link(words.write).first())
      const { main } = reader
      await main.locator('[name="to"]').fill('dentist')
      await main.locator('[name="text"]').fill('ê'.repeat(700))
      await reader.button(words.send).click()
      await expect(main.getByRole('alert')).toContainText(said.number.nonsense)
      await main.locator('[name="to"]').fill('(250) 555-0102')
      await reader.button(words.send).click()
      await expect(main.getByRole('alert')).toContainText(tooManyParts(segmentsOf('ê'.repeat(700)), language))
      expect(await db.value(`select count(*) from sms_message where other_key = '12505550102'`)).toBe('0')
      await main.locator('[name="text"]').fill('Your crown is ready.')
      await reader.button(words.send).click()
      await reader.told('message-sent')
      await expect(main).toContainText('Your crown is ready.')
      await expect(main).toContainText(words.by('Dana Petrov'))
      // Numbers that end so are taken, and nothing is heard of them any more.
      await expect
        .poll(async () => {
          await reader.go(reader.page.url())
          return main.locator('.message .badge').textContent()
        })
        .toBe(said.state.sent)

      expect(
        await outcomesOf(portal, incomingText({ from: '+1 250 555 0102', text: 'I am coming at noon' })),
      ).toEqual(['kept'])
      await reader.go(list)
      await expect(reader.row('+1 250 555 0102')).toContainText(words.unread(1))
      await reader.follow(reader.link('+1 250 555 0102'))
      await expect(main.locator('.message').last()).toContainText('I am coming at noon')
      await main.locator('[name="text"]').fill('See you then.')
      await reader.button(words.send).click()
      await reader.told('message-sent')
      await expect(main.locator('.message').last()).toContainText('See you then.')

      await reader.go(`${list}?q=crown+ready`)
      await expect(main.getByRole('rowheader')).toHaveCount(1)
      await expect(reader.row('+1 250 555 0102')).not.toContainText(words.unread(1))
      await reader.go(`${list}?q=nobody-said-this`)
      await expect(main).toContainText(words.nothing)
    })

    test(`a message that fails says why, and is sent again: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(desk, { javaScriptEnabled }), language, javaScriptEnabled)
      await reader.go(`${list}/new?to=${encodeURIComponent('+1 250 555 0100')}`)
      await expect(reader.main.locator('[name="to"]')).toHaveValue('+1 250 555 0100')
      await reader.main.locator('[name="text"]').fill('Nobody is there')
      await reader.button(words.send).click()
      await reader.told('message-sent')
      await expect
        .poll(() => db.value(`select state from sms_message where body = 'Nobody is there'`))
        .toBe('failed')
      await reader.go(reader.page.url())
      await expect(reader.main).toContainText(said.failure['no-such-number'])
      await reader.button(words.againNamed('Nobody is there')).click()
      await expect
        .poll(() => db.value(`select count(*) from sms_message where body = 'Nobody is there'`))
        .toBe('2')
      await reader.told('message-sent')
    })
  }

test('the demo’s carrier delivers and answers, and the page that is open shows it by itself', async ({
  db,
  as,
}) => {
  const words = catalogue.en
  const reader = new Reader(await as(desk), 'en', true)
  await reader.go(`${list}/new?to=${encodeURIComponent('+1 250 555 0155')}`)
  await reader.main.locator('[name="text"]').fill('Hello there')
  await reader.button(words.send).click()
  await reader.told('message-sent')
  const seen = `select max(last_seen_at)::text from session where person_id = $1`
  const id = await db.id('person', desk)
  await db.rows(
    `update session set last_seen_at = last_seen_at - interval '10 minutes' where person_id = $1`,
    [id],
  )
  const before = await db.value<string>(seen, [id])
  await reader.main.locator('[name="text"]').fill('Still typing')
  await expect(reader.main.locator('.message').last()).toContainText('“Hello there”', { timeout: 30_000 })
  await expect(reader.main.locator('.message').first()).toContainText(sendingWords.en.state.delivered)
  await expect(reader.main.locator('[name="text"]')).toHaveValue('Still typing')
  expect(await db.value(seen, [id]), 'nobody’s hand was on it').toBe(before)
  const once = async () => {
    await reader.go(list)
    return db.value(seen, [id])
  }
  await expect.poll(once, 'and now it was, soon after the page last showed itself').not.toBe(before)
  expect(await db.value(`select count(*) from event where action = 'sms.sent'`)).toBe('1')
  expect(await db.value(`select count(*) from event where data::text ~ 'Hello there'`)).toBe('0')
})

test('pressed five times it is one message, and posted by hand it is refused as on the page', async ({
  db,
  portal,
}) => {
  const hand = await handOf(db, desk)
  const form = await formOn(portal, hand, `${list}/new`, one => has(one, 'to'))
  const values = { to: '+1 250 555 0102', text: 'Only once' }
  const once = randomUUID()
  const all = await Promise.all(
    [1, 2, 3, 4, 5].map(() => post(portal, hand, `${list}/new`, filled(form, { ...values, once }))),
  )
  expect(all.map(one => one.status)).toEqual([303, 303, 303, 303, 303])
  expect(await db.value(`select count(*) from sms_message where body = 'Only once'`)).toBe('1')
  const before = await db.digest()
  const send = (more: Record<string, string>) =>
    post(portal, hand, `${list}/new`, filled(form, { ...values, once: randomUUID(), ...more }))
  const theirs = await db.value<string>(
    `select s.id from service s join account a on a.id = s.account_id where a.slug = 'maple-logistics' and s.kind = 'number' limit 1`,
  )
  for (const more of [
    { to: '911' },
    { to: '+1 604 555 0123' },
    { to: 'x'.repeat(10_000) },
    { text: 'a'.repeat(1531) },
    { text: ' ' },
    { text: 'a\u202eb' },
    { from: theirs },
    { from: '__proto__' },
    { sentBy: theirs },
  ])
    expect((await send(more)).status, JSON.stringify(more).slice(0, 60)).toBe(200)
  expect(await db.digest()).toBe(before)
})

test('a conversation is taken along, harmless to a spreadsheet, and another account’s is not there', async ({
  db,
  portal,
}) => {
  await outcomesOf(portal, incomingText({ text: '=HYPERLINK("http://evil.example")\nsecond line' }))
  const id = await db.value<string>(`select id from sms_conversation where other_key = '12505550177'`)
  const hand = await handOf(db, desk)
  const file = await get(portal, hand, `${list}/${id}/export`)
  expect(file.status).toBe(200)
  expect(file.headers['content-disposition']).toMatch(/attachment; filename="harbour-dental-messages-/)
  expect(file.body).toContain(`"'=HYPERLINK(""http://evil.example"")\nsecond line"`)
  expect(file.body).toContain(textWords.en.direction.incoming)
  for (const path of [`/accounts/maple-logistics/sms/${id}`, `/accounts/maple-logistics/sms/${id}/export`])
    expect((await get(portal, hand, path)).status).toBe(404)
  expect((await get(portal, hand, `${list}/${randomUUID()}`)).status).toBe(404)
  const southern = await handOf(db, 'owner@bakery.example')
  expect((await get(portal, southern, `${list}/${id}`)).status).toBe(404)
})

test('a switch that is turned off takes it away with the next click, also what an open page would send', async ({
  db,
  portal,
  reader,
}) => {
  const id = await db.value<string>(`select id from sms_conversation where other_key = '17785550130'`)
  const page = await reader(desk)
  await page.go(`${list}/${id}`)
  const hand = await handOf(db, desk)
  const form = await formOn(portal, hand, `${list}/${id}`, one => has(one, 'conversation'))
  await db.rows(`update membership set modules = '{call-log}' where 'sms' = any(modules)`)
  const before = await db.digest()
  const sent = await post(
    portal,
    hand,
    `${list}/${id}`,
    filled(form, { text: 'Too late', once: randomUUID() }),
  )
  expect(sent.status).toBe(404)
  expect(await db.digest()).toBe(before)
  for (const path of [list, `${list}/${id}`, `${list}/${id}/export`, `${list}/news`, `${list}/new`])
    expect((await get(portal, hand, path)).status, path).toBe(404)
  expect(await page.go(list)).toBe(404)
})

test('owners and the provider’s staff read no messages', async ({ db, portal }) => {
  for (const email of ['owner@harbour-dental.example', 'platform@northwind.example'])
    expect((await get(portal, await handOf(db, email), list)).status, email).toBe(404)
})

test('on the French brand the module speaks French to whoever lives there', async ({ db, as, portal }) => {
  await db.rows(
    `update membership set kind = 'portal-user', roles = '{}', modules = '{sms,fax}'
      where person_id = (select id from person where email = 'proprio@erable.example')`,
  )
  const number = await db.value<string>(
    `select s.identifier from service s join account a on a.id = s.account_id where a.slug = 'erable-sante' and s.kind = 'number' limit 1`,
  )
  await outcomesOf(portal, incomingText({ number, text: 'Bonjour à vous' }))
  const page = new Reader(await as('proprio@erable.example'), 'fr', true)
  await page.go('/accounts/erable-sante/sms')
  await expect(page.row('Bonjour à vous')).toContainText(catalogue.fr.unread(1))
  await expect(page.link(catalogue.fr.write).first()).toBeVisible()
})
