import { phoneWords } from '#app/accounts/[account]/phonebook/phones/words.ts'
import { languages } from '#lib/language.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, type PortalUnderTest, test } from './fixtures/test.ts'

// The address at which phones read an account's phonebook: a secret that somebody makes, replaces and switches off.

const desk = 'desk@harbour-dental.example'
const page = '/accounts/maple-logistics/phonebook/phones'
type Host = 'northwind' | 'boreal' | 'southern'

const fetched = (
  portal: PortalUnderTest,
  address: string,
  headers: Record<string, string> = {},
  host: Host = 'northwind',
) => portal.ask(host, { path: new URL(address).pathname, headers })

for (const language of languages)
  for (const javaScriptEnabled of [true, false])
    test(`the address is made, shown again, replaced and switched off: ${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      db,
      as,
      portal,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const words = phoneWords[language]
      const reader = new Reader(await as(desk, { javaScriptEnabled }), language, javaScriptEnabled)
      const shown = reader.main.locator('code')
      await reader.go(page)
      await expect(reader.main).toContainText(words.off)
      await reader.button(words.make).click()
      await reader.told('phonebook-address-made')
      const first = (await shown.textContent()) ?? ''
      expect(first).toMatch(/^http:\/\/northwind\.localhost:\d+\/phonebooks\/[\w-]{43}\.xml$/)
      await expect(reader.main).toContainText(words.never)
      expect((await fetched(portal, first, { 'user-agent': 'Grandstream GXP2170' })).status).toBe(200)
      await reader.go(page)
      await expect(shown).toHaveText(first)
      await expect(reader.main).toContainText(words.by('Grandstream GXP2170'))

      const replaces = await reader.open(reader.button(words.replace))
      await reader.button(words.replace, replaces).click()
      await reader.told('phonebook-address-replaced')
      const second = (await shown.textContent()) ?? ''
      expect([await fetched(portal, first), await fetched(portal, second)].map(one => one.status)).toEqual([
        404, 200,
      ])
      const ends = await reader.open(reader.button(words.end))
      await reader.button(words.end, ends).click()
      await reader.told('phonebook-address-ended')
      expect((await fetched(portal, second)).status).toBe(404)
    })

async function madeBy(reader: Reader): Promise<string> {
  await reader.go(page)
  await reader.button(phoneWords.en.make).click()
  await reader.told('phonebook-address-made')
  return (await reader.main.locator('code').textContent()) ?? ''
}

test('phones read it without a session, on any brand of its provider, and only what is new', async ({
  db,
  portal,
  reader,
}) => {
  const address = await madeBy(await reader(desk))
  const read = await fetched(portal, address)
  expect(read.status).toBe(200)
  expect(read.headers).toMatchObject({
    'content-type': 'text/xml; charset=utf-8',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
  })
  expect(read.headers['set-cookie']).toBeUndefined()
  expect(read.body.match(/<Contact>/g)).toHaveLength(25)
  expect(read.body.match(/<pbgroup>/g)).toHaveLength(4)
  const asFolder = await portal.ask('boreal', { path: `${new URL(address).pathname}/phonebook.xml` })
  expect([asFolder.status, asFolder.body]).toEqual([200, read.body])

  const etag = String(read.headers.etag)
  const again = await fetched(portal, address, { 'if-none-match': `"other", W/${etag}` })
  expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag])
  const head = await portal.ask('northwind', { path: new URL(address).pathname, method: 'HEAD' })
  expect([head.status, head.body, head.headers.etag]).toEqual([200, '', etag])
  // A change, and phones read again.
  await db.rows(`update contact set ended_at = now() where name = 'Kenji Mori'`)
  await db.rows('update phonebook set version = version + 1')
  const anew = await fetched(portal, address, { 'if-none-match': etag })
  expect([anew.status, anew.body.match(/<Contact>/g)?.length]).toEqual([200, 24])

  const { pathname } = new URL(address)
  const wrong = [
    await fetched(portal, address, {}, 'southern'),
    await portal.ask('northwind', { path: pathname.replace(/.{43}\.xml/, `${'x'.repeat(43)}.xml`) }),
    await portal.ask('northwind', { path: '/phonebooks/x' }),
    await portal.ask('northwind', { path: pathname.replace('.xml', '') }),
  ]
  for (const answer of wrong) expect([answer.status, answer.body]).toEqual([404, 'Not found'])
  await db.rows(`update account set closed_at = now() where slug = 'maple-logistics'`)
  expect((await fetched(portal, address)).status).toBe(404)
})

test('whoever tries addresses is told to wait, while phones go on reading', async ({ portal, reader }) => {
  const address = await madeBy(await reader(desk))
  const statuses = new Set<number>()
  for (let n = 0; n < 15; n++) {
    const path = `/phonebooks/${String(n).padStart(43, 'x')}.xml`
    const answer = await portal.ask('northwind', { path })
    statuses.add(answer.status)
    if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  }
  for (let n = 0; n < 60 && !statuses.has(429); n++)
    statuses.add(
      (await portal.ask('northwind', { path: `/phonebooks/${String(n).padStart(43, 'y')}.xml` })).status,
    )
  expect([...statuses].sort()).toEqual([404, 429])
  expect((await fetched(portal, address)).status).toBe(200)
})
