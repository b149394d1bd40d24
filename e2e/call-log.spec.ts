import { randomUUID } from 'node:crypto'
import { words as catalogue } from '#app/accounts/[account]/call-log/words.ts'
import { importWords } from '#components/import/words.ts'
import { callWords } from '#lib/call-log/words.ts'
import { signatureOf } from '#lib/carrier/signature.ts'
import { languages } from '#lib/language.ts'
import { get, handOf } from './fixtures/by-hand.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, mainJob, type PortalUnderTest, test } from './fixtures/test.ts'

// An account's calls: they come in from the carrier or by file, are searched, narrowed, looked at, counted and taken along.

const desk = 'desk@harbour-dental.example'
const log = '/accounts/harbour-dental/call-log'
const secret = 'a-secret-that-the-carrier-holds-too-and-nobody-else'

test.use({ portalChoices: { settings: { CARRIER_WEBHOOK_SECRET: secret } } })

const call = (more: Record<string, unknown> = {}) => ({
  type: 'call',
  id: randomUUID(),
  number: '+1 604 555 0123',
  direction: 'incoming',
  from: '+1 250 555 0177',
  to: '+1 604 555 0123',
  started_at: new Date(Date.now() - 60_000).toISOString(),
  ring_seconds: 6,
  talk_seconds: 75,
  answered_by: 'Ines Carvalho',
  result: 'answered',
  ...more,
})

/** Sends what a carrier would, signed. */
function tell(portal: PortalUnderTest, events: readonly unknown[], headers: Record<string, string> = {}) {
  const body = JSON.stringify({ events })
  const [id, at] = [randomUUID(), String(Math.floor(Date.now() / 1000))]
  return portal.ask('northwind', {
    path: '/api/webhooks/carrier',
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': at,
      'webhook-signature': signatureOf(id, at, body, secret),
      ...headers,
    },
  })
}

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = catalogue[language]
    const { result, direction } = callWords[language]

    test(`a call comes in, is found, opened and counted: ${how}`, async ({ db, as, portal }) => {
      await db.rows(`update person set language = '${language}'`)
      const answer = await tell(portal, [call(), call({ from: '', result: 'missed', talk_seconds: 0 })])
      expect(JSON.parse(answer.body).events).toMatchObject([{ outcome: 'kept' }, { outcome: 'kept' }])
      const reader = new Reader(await as(desk, { javaScriptEnabled }), language, javaScriptEnabled)
      await reader.go('/accounts/harbour-dental')
      await reader.follow(reader.page.getByRole('navigation').getByRole('link', { name: words.title }))
      await reader.main.getByRole('searchbox').fill('(250) 555-0177')
      await reader.main.getByRole('searchbox').press('Enter')
      await expect(reader.main.getByRole('rowheader')).toHaveCount(1)
      await expect(reader.row('+1 250 555 0177')).toContainText(result.answered)
      await reader.follow(reader.link('+1 250 555 0177'))
      await expect(reader.main).toContainText('1:15')
      await expect(reader.main).toContainText('Ines Carvalho')
      await expect(reader.main).toContainText(words.notRecorded)

      await reader.go(log)
      await reader.main.locator('details').evaluate((one: HTMLDetailsElement) => {
        one.open = true
      })
      await reader.main.locator('select[name="result"]').selectOption({ label: result.missed })
      await reader.main.locator('select[name="direction"]').selectOption({ label: direction.incoming })
      await reader.follow(reader.button(words.show))
      await expect(reader.main.getByRole('rowheader').first()).toContainText(callWords[language].withheld)
      const badges = await reader.main.locator('.badge').allTextContents()
      expect(new Set(badges)).toEqual(new Set([result.missed]))

      await reader.follow(reader.link(words.report))
      await expect(reader.main.getByRole('img')).toHaveCount(2)
      for (const summary of await reader.main.getByText(words.asTable).all()) await summary.click()
      await expect(reader.main.getByRole('table')).toHaveCount(2)
      await expect(reader.main.getByRole('table').first().getByRole('rowheader')).toHaveCount(24)
    })

    test(`a file of records is looked at and taken in, and doubles nothing: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      const said = importWords[language]
      const reader = new Reader(await as(desk, { javaScriptEnabled }), language, javaScriptEnabled)
      const send = async (text: string) => {
        await reader.go(`${log}/import`)
        await reader.main
          .locator('[name="file"]')
          .setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
        await reader.follow(reader.button(said.look))
      }
      const head = 'started,direction,from,to,result'
      await send(`${head}\nyesterday,incoming,204,205,missed\n`)
      await expect(reader.row(`${said.line} 2`)).toContainText('2026-11-24T14:05:00-08:00')
      await expect(reader.button(said.takeIn)).toHaveCount(0)
      const good = `${head}\n2026-11-20T10:00:00Z,incoming,+1 250 555 0188,+1 604 555 0123,missed\n`
      await send(good)
      await reader.button(said.takeIn).click()
      await reader.told('call-records-imported')
      await send(good)
      await expect(reader.button(said.takeIn)).toHaveCount(0)
      expect(await db.value(`select count(*) from call_record where other_key = '12505550188'`)).toBe('1')
    })
  }

test(
  'the carrier’s messages are taken only signed, in time and of bearable size, and never twice',
  mainJob,
  async ({ db, portal }) => {
    const one = call({ id: 'twice' })
    const outcomes = async (events: readonly unknown[]) =>
      JSON.parse((await tell(portal, events)).body).events.map((event: { outcome: string }) => event.outcome)
    expect(await Promise.all([outcomes([one]), outcomes([one])]).then(all => all.flat().sort())).toEqual([
      'kept',
      'known',
    ])
    expect(
      await outcomes([
        call({ number: '+1 999 555 0000' }),
        { type: 'voicemail', id: 's' },
        call({ result: 'x' }),
      ]),
    ).toEqual(['unknown-number', 'unknown-type', 'unreadable'])
    const before = await db.value('select count(*) from call_record')
    const wrong: Record<string, string>[] = [
      { 'webhook-signature': '' },
      { 'webhook-signature': 'v1,bm90aGluZw==' },
      { 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 301) },
      { 'webhook-id': 'another' },
    ]
    for (const headers of wrong) expect((await tell(portal, [call()], headers)).status).toBe(401)
    expect((await tell(portal, [call({ answered_by: 'x'.repeat(600_000) })])).status).toBe(413)
    expect((await tell(portal, [])).status).toBe(400)
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await portal.ask('northwind', { path: '/api/webhooks/carrier', method })).status).toBe(405)
    expect(await db.value('select count(*) from call_record')).toBe(before)
  },
)

test(
  'what is filtered is downloaded, in the account’s own time, and nothing of another account',
  mainJob,
  async ({ db, portal }) => {
    const hand = await handOf(db, desk)
    const file = await get(portal, hand, `${log}/export?result=missed`)
    expect(file.status).toBe(200)
    expect(file.headers['content-disposition']).toMatch(
      /attachment; filename="harbour-dental-calls-[\d-]+\.csv"/,
    )
    const lines = file.body.trim().split('\r\n').slice(1)
    expect(lines.length).toBe(
      Number(await db.value(`select count(*) from call_record where result = 'missed' and kind = 'call'`)),
    )
    for (const line of lines) expect(line).toMatch(/,Missed$/)
    expect((await get(portal, hand, '/accounts/maple-logistics/call-log/export')).status).toBe(404)
  },
)

test('a switch that is turned off takes the module away with the next click', async ({ db, reader }) => {
  const page = await reader(desk)
  await page.go(log)
  await db.rows(`update membership set modules = '{sms}' where 'call-log' = any(modules)`)
  expect(await page.go(log)).toBe(404)
  await page.go('/accounts/harbour-dental')
  await expect(page.page.getByRole('navigation').getByRole('link', { name: catalogue.en.title })).toHaveCount(
    0,
  )
})
