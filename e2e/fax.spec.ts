import { randomUUID } from 'node:crypto'
import { words as catalogue } from '#app/accounts/[account]/fax/words.ts'
import { words as shellWords } from '#components/frame/words.ts'
import { drawnPdf } from '#db/demo/fax-document.ts'
import { faxWords } from '#lib/fax/words.ts'
import { moduleWords } from '#lib/history/module-words.ts'
import { nothingTold } from '#lib/history/told.ts'
import { languages } from '#lib/language.ts'
import { sendingWords } from '#lib/sending-words.ts'
import { formOn, get, handOf, has, post } from './fixtures/by-hand.ts'
import { carrierSecret, incomingFax, outcomesOf, tell } from './fixtures/carrier-story.ts'
import { filled } from './fixtures/forms.ts'
import { Reader } from './fixtures/reader.ts'
import { asked, given } from './fixtures/story.ts'
import { expect, mainJob, test } from './fixtures/test.ts'

// An account's faxes: sent as PDF, received, looked at, taken along, removed and brought back; and who may not.

const noor = 'noor@harbour-dental.example'
const list = '/accounts/harbour-dental/fax'
const pdf = (buffer: Buffer) => ({ name: 'letter.pdf', mimeType: 'application/pdf', buffer })
const good = drawnPdf(['Referral'], 2)

test.use({ portalChoices: { settings: { CARRIER_WEBHOOK_SECRET: carrierSecret } } })

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = catalogue[language]
    const { refusal } = faxWords[language]
    const said = sendingWords[language]

    test(`a document is sent, and what becomes of it is shown: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(noor, { javaScriptEnabled }), language, javaScriptEnabled)
      const { main } = reader
      await reader.go('/accounts/harbour-dental')
      await reader.follow(reader.page.getByRole('navigation').getByRole('link', { name: words.title }))
      await reader.follow(reader.link(words.write).first())
      const sendFile = async (buffer: Buffer) => {
        await main.locator('[name="to"]').fill('+1 250 555 0155')
        await main.locator('[name="title"]').fill('Referral of Mr. B.')
        await main.locator('[name="file"]').setInputFiles(pdf(buffer))
        await reader.button(words.send).click()
      }
      const before = await db.value('select count(*) from fax_document')
      await sendFile(Buffer.from('a letter, as plain text'))
      await expect(main.getByRole('alert')).toContainText(refusal['not-a-pdf'])
      await sendFile(Buffer.from('%PDF-1.7 and nothing else'))
      await expect(main.getByRole('alert')).toContainText(refusal.damaged)
      expect(await db.value('select count(*) from fax_document')).toBe(before)
      await sendFile(good)
      await reader.told('fax-sent')
      await expect(main).toContainText('Referral of Mr. B.')
      await expect
        .poll(() => db.value(`select state from fax where title = 'Referral of Mr. B.'`))
        .toBe('delivered')
      await reader.go(list)
      await expect(reader.row('Referral of Mr. B.')).toContainText(said.state.delivered)
      await expect(reader.row('Referral of Mr. B.')).toContainText('Noor Haddad')
      await reader.go(`${list}?q=referral+b`)
      await expect(main.getByRole('rowheader')).toHaveCount(1)
    })

    test(`a fax that failed is sent again; one is removed and brought back: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(noor, { javaScriptEnabled }), language, javaScriptEnabled)
      const failed = await db.value<string>(`select id from fax where state = 'failed'`)
      await reader.go(`${list}/${failed}`)
      await expect(reader.main).toContainText(said.failure.busy)
      await reader.button(said.again).click()
      await reader.told('fax-sent')
      expect(await db.value(`select count(*) from fax_document`)).toBe('5')
      await reader.go(`${list}/${failed}`)
      await reader.button(words.remove).click()
      await reader.told('fax-removed')
      await reader.button(words.restoreNamed('+1 604 555 0177')).click()
      await reader.told('fax-restored')
      await reader.go(`${list}/${failed}`)
      await expect(reader.button(words.remove)).toBeVisible()
    })
  }

test(
  'a fax comes in and is downloaded as a file that no browser opens in the portal’s name',
  mainJob,
  async ({ db, portal }) => {
    expect(await outcomesOf(portal, incomingFax())).toEqual(['kept'])
    const id = await db.value<string>(`select id from fax where other_key = '12505550177'`)
    const hand = await handOf(db, noor)
    const file = await get(portal, hand, `${list}/${id}/document`)
    expect(file.status).toBe(200)
    expect(file.body).toBe('%PDF-1.4 from there')
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    })
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="harbour-dental-fax-[\d-]+-[0-9a-f]{8}\.pdf"$/,
    )
    for (const path of [`/accounts/maple-logistics/fax/${id}/document`, `${list}/${randomUUID()}/document`])
      expect((await get(portal, hand, path)).status).toBe(404)
    for (const email of [
      'owner@harbour-dental.example',
      'platform@northwind.example',
      'owner@bakery.example',
    ])
      expect((await get(portal, await handOf(db, email), `${list}/${id}/document`)).status, email).toBe(404)
  },
)

test('fifty megabytes are refused with words, and so is whatever a message of the carrier can’t hold', async ({
  db,
  portal,
}) => {
  const hand = await handOf(db, noor)
  const form = await formOn(portal, hand, `${list}/new`, one => has(one, 'to'))
  const before = await db.digest()
  const send = (bytes: Buffer) =>
    post(
      portal,
      hand,
      `${list}/new`,
      filled(form, { to: '+1 250 555 0155', file: null, once: randomUUID() }),
      {},
      [{ name: 'file', bytes, filename: 'x.pdf', type: 'application/pdf' }],
    )
  const huge = await send(Buffer.alloc(50_000_000, 32))
  expect(huge.status).toBe(413)
  expect(huge.body).toContain('too large')
  const large = await send(Buffer.concat([good, Buffer.alloc(10_000_001 - good.length)]))
  expect([large.status, large.body.includes('10 MB')]).toEqual([200, true])
  expect((await tell(portal, [incomingFax({ document: 'A'.repeat(16_000_000) })])).status).toBe(413)
  expect(await db.digest()).toBe(before)
})

test('pressed five times it is one fax; a switch that is off stops what an open page would do', async ({
  db,
  portal,
}) => {
  const hand = await handOf(db, noor)
  const form = await formOn(portal, hand, `${list}/new`, one => has(one, 'to'))
  const file = { name: 'file', bytes: good, filename: 'x.pdf', type: 'application/pdf' }
  const once = randomUUID()
  const send = (key: string) =>
    post(
      portal,
      hand,
      `${list}/new`,
      filled(form, { to: '+1 250 555 0102', title: 'Once', file: null, once: key }),
      {},
      [file],
    )
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => send(once)))
  expect(all.map(one => one.status)).toEqual([303, 303, 303, 303, 303])
  expect(await db.value(`select count(*) from fax where title = 'Once'`)).toBe('1')
  const id = await db.value<string>(`select id from fax where title = 'Once'`)
  await db.rows(`update membership set modules = '{phonebook}' where 'fax' = any(modules)`)
  const before = await db.digest()
  expect((await send(randomUUID())).status).toBe(404)
  for (const path of [list, `${list}/new`, `${list}/${id}`, `${list}/${id}/document`, `${list}/removed`])
    expect((await get(portal, hand, path)).status, path).toBe(404)
  expect(await db.digest()).toBe(before)
})

test('a partner with Fax alone works there under the bar, and the account reads what it did', async ({
  db,
  as,
  portal,
}) => {
  const admin = 'admin@brightline.example'
  await db.rows(`update access_grant set state = 'revoked', ended_at = now() where state = 'active'`)
  const scope = { name: 'chosen' as const, pages: ['fax' as const] }
  const terms = { scope, duration: { kind: 'hours' as const, hours: 24 } }
  const request = await asked(db, admin, 'brightline-it', { account: { slug: 'maple-logistics' }, ...terms })
  const grant = await given(db, 'owner@maple.example', request, terms)
  const works = new Reader(await as(admin), 'en', true)
  await works.go('/accounts/maple-logistics/fax')
  await expect(
    works.page.getByRole('region', { name: shellWords.en.actingFor('Maple Logistics') }),
  ).toBeVisible()
  const modules = works.page.getByRole('navigation', { name: shellWords.en.modules })
  await expect(modules.getByRole('link')).toHaveText([catalogue.en.title])
  await works.follow(works.link(catalogue.en.write).first())
  // Without the phonebook there is nothing to choose from.
  await expect(works.main).not.toContainText(sendingWords.en.picker.title)
  await works.main.locator('[name="to"]').fill('+1 250 555 0102')
  await works.main.locator('[name="file"]').setInputFiles(pdf(good))
  await works.button(catalogue.en.send).click()
  await works.told('fax-sent')
  await expect(works.main).toContainText('Brightline IT')
  const id = works.page.url().match(/fax\/([0-9a-f-]{36})/)?.[1]
  const hand = await handOf(db, admin)
  expect((await get(portal, hand, '/accounts/maple-logistics/sms')).status).toBe(404)

  const owner = new Reader(await as('owner@maple.example'), 'en', true)
  await owner.go('/accounts/maple-logistics/settings/activity')
  const from = await db.value<string>('select own_number from fax where id = $1', [id])
  const told = moduleWords.en.sentence['fax.sent']({ ...nothingTold, what: '+1 250 555 0102', whom: from })
  await expect(owner.row(told).first()).toContainText('Brightline IT')

  await db.rows(`update access_grant set state = 'revoked', ended_at = now() where id = $1`, [grant])
  expect((await get(portal, hand, `/accounts/maple-logistics/fax/${id}/document`)).status).toBe(404)
})
