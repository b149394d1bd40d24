import { extractText, getDocumentProxy } from 'unpdf'
import { frameWords } from '#app/_server/frame-words.ts'
import { words as catalogue } from '#app/accounts/[account]/settings/billing/words.ts'
import { invoiceWords } from '#lib/invoice/words.ts'
import { languages } from '#lib/language.ts'
import { invoicesEverywhere } from './fixtures/back-office.ts'
import { get, handOf } from './fixtures/by-hand.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// What an account owes and was billed: read, narrowed, opened, taken along; by whom it may be, and by nobody else.

const who = 'billing@maple.example'
const bills = '/accounts/maple-logistics/settings/billing'

/** What a reader of a downloaded paper sees. */
async function paperText(bytes: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text.replace(/[\s\u00a0\u202f]+/g, ' ')
}

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = catalogue[language]
    const said = invoiceWords[language]

    test(`bills are found, narrowed, opened and taken along: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(who, { javaScriptEnabled }), language, javaScriptEnabled)
      await reader.go('/accounts/maple-logistics')
      await reader.follow(
        reader.page.getByRole('navigation').getByRole('link', { name: frameWords[language].nav.billing }),
      )
      await expect(reader.main.getByRole('heading', { name: words.owed('CAD') })).toBeVisible()
      await expect(reader.main.getByRole('heading', { name: words.owed('EUR') })).toBeVisible()
      await expect(reader.main.getByRole('rowheader')).toHaveCount(15)
      await reader.follow(reader.main.getByRole('link', { name: said.state.overdue }))
      const badges = await reader.main.getByRole('table').locator('.badge').allTextContents()
      expect(new Set(badges)).toEqual(new Set([said.state.overdue]))
      const number = await db.value<string>(
        `select number from invoice i join account a on a.id = i.account_id where a.slug = 'maple-logistics'
          and i.state = 'open' and i.currency = 'CAD' order by issued_on limit 1`,
      )
      await reader.go(bills)
      await reader.main.getByRole('searchbox').fill(number.slice(-4))
      await reader.main.getByRole('searchbox').press('Enter')
      await expect(reader.main.getByRole('rowheader').first()).toBeVisible()
      await reader.follow(reader.link(number))
      await expect(reader.main).toContainText('International calls, in minutes')
      await expect(reader.main).toContainText(said.tax)
      const download = reader.page.waitForEvent('download')
      await reader.link(words.downloadPdf).click()
      const file = await download
      expect(file.suggestedFilename()).toBe(`maple-logistics-${words.oneFile}-${number}.pdf`)
      const pieces: Buffer[] = []
      for await (const piece of await file.createReadStream()) pieces.push(Buffer.from(piece))
      const text = await paperText(Buffer.concat(pieces))
      for (const part of [number, 'Northwind Telecom', 'Maple Logistics', said.total, said.open])
        expect(text).toContain(part)
    })
  }

test('a Subscription Owner of a client account, on the French brand, reads and takes along its own', async ({
  db,
  as,
  portal,
}) => {
  await db.rows(
    `update membership m set roles = '{subscription-owner}' from person p where p.id = m.person_id and p.email = 'proprio@erable.example'`,
  )
  await db.rows(
    `update account set parent_id = (select id from account where slug = 'maple-logistics') where slug = 'erable-sante'`,
  )
  const [mine] = (await invoicesEverywhere(db)).filter(one => one.account === 'erable-sante')
  const reader = new Reader(await as('proprio@erable.example'), 'fr', true)
  await reader.go('/accounts/erable-sante/settings/billing')
  await expect(reader.row('EV-ERAB')).toContainText(/10,50\sCAD/)
  const hand = await handOf(db, 'proprio@erable.example')
  const file = await get(portal, hand, `/accounts/erable-sante/settings/billing/${mine?.id}/csv`)
  expect(file.headers['content-disposition']).toMatch(/erable-sante-facture-EV-ERAB-[\d-]+\.csv/)
  expect(file.body.trim().split('\r\n').slice(1)).toEqual([
    'EV-ERAB,Cloud PBX,1,10.00,10.00,CAD',
    'EV-ERAB,Montant net,,,10.00,CAD',
    'EV-ERAB,Taxes,,,0.50,CAD',
    'EV-ERAB,Total,,,10.50,CAD',
  ])
})

test('what is filtered is downloaded, and nothing of another account or provider', async ({ db, portal }) => {
  const hand = await handOf(db, who)
  const file = await get(portal, hand, `${bills}/export?state=overdue`)
  expect(file.status).toBe(200)
  const lines = file.body.trim().split('\r\n').slice(1)
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line).toContain(',Overdue,CAD,')
  const things = await invoicesEverywhere(db)
  const theirs = things.find(one => one.account === 'harbour-dental')?.id
  for (const page of ['', '/pdf', '/csv']) {
    expect((await get(portal, hand, `${bills}/${theirs}${page}`)).status, 'another account’s').toBe(404)
    const bakery = await handOf(db, 'owner@bakery.example')
    expect((await get(portal, bakery, `${bills}${page && `/${theirs}${page}`}`)).status).toBe(404)
  }
  const owner = await handOf(db, 'owner@maple.example')
  for (const page of ['', '/export']) expect((await get(portal, owner, `${bills}${page}`)).status).toBe(404)
})
