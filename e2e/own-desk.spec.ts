import { words as customers } from '#app/partner/[partner]/customers/words.ts'
import { calendarWords } from '#app/partner/[partner]/profile/calendar-words.ts'
import { languages } from '#lib/language.ts'
import { mostPins } from '#lib/partner/pins.ts'
import { Reader } from './fixtures/reader.ts'
import { asked, given } from './fixtures/story.ts'
import { expect, type PortalUnderTest, test } from './fixtures/test.ts'

// What each of a firm's people keeps at its desk for themselves: pinned customers, and a calendar of ends.

const tech = 'tech@brightline.example'
const lead = 'admin@brightline.example'
const desk = '/partner/brightline-it'

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = customers[language]

    test(`a customer is pinned, stands first under its filters, and is unpinned on its page: ${how}`, async ({
      db,
      as,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(tech, { javaScriptEnabled }), language, javaScriptEnabled)
      const rows = reader.main.getByRole('rowheader')
      await reader.go(`${desk}/customers`)
      await expect(rows.first()).not.toContainText('Maple Logistics')
      await reader.button(words.pinThis('Maple Logistics')).click()
      await reader.told('customer-pinned')
      await expect(rows.first()).toContainText('Maple Logistics')
      await expect(rows.first()).toContainText(words.pinned)
      await expect(reader.main.getByRole('rowheader').filter({ hasText: words.pinned })).toHaveCount(1)

      const ends = reader.page.getByRole('navigation', { name: words.ends })
      await reader.follow(ends.getByRole('link', { name: words.tile.ongoing }))
      await expect(rows.first()).toContainText('Maple Logistics')
      await expect(ends.locator('[aria-current]')).toContainText(words.tile.ongoing)
      // Pressed under a filter, the reader comes back to it.
      await reader.button(words.unpinThis('Maple Logistics')).click()
      await reader.told('customer-unpinned')
      expect(reader.page.url()).toContain('show=ongoing')

      await reader.go(`${desk}/customers/maple-logistics`)
      await reader.button(words.pinThis('Maple Logistics')).click()
      await reader.told('customer-pinned')
      await expect(reader.main.getByText(words.pinned, { exact: true })).toBeVisible()
      await reader.button(words.unpinThis('Maple Logistics')).click()
      await reader.told('customer-unpinned')
      expect(await db.value<string>('select count(*) from customer_pin')).toBe('0')
    })

    test(`a calendar’s address is made, replaced and switched off: ${how}`, async ({ db, as, portal }) => {
      await db.rows(`update person set language = '${language}'`)
      const said = calendarWords[language]
      const reader = new Reader(await as(tech, { javaScriptEnabled }), language, javaScriptEnabled)
      await reader.go(`${desk}/profile`)
      await expect(reader.main).toContainText(said.none)
      await reader.button(said.make).click()
      await expect(reader.main).toContainText(said.made)
      const shown = reader.main.getByLabel(said.address)
      const first = await shown.inputValue()
      expect(first).toMatch(/^http:\/\/northwind\.localhost:\d+\/calendar\/[\w-]{43}\.ics$/)
      expect((await fetched(portal, first)).status).toBe(200)
      // The card says by now that there is one.
      await expect(reader.main).toContainText(said.notAgain)

      await reader.go(`${desk}/profile`)
      await expect(shown).toHaveCount(0)
      await reader.button(said.replace).click()
      await expect(shown).toHaveValue(/\/calendar\//)
      const second = await shown.inputValue()
      expect(second).not.toBe(first)
      expect([await fetched(portal, first), await fetched(portal, second)].map(one => one.status)).toEqual([
        404, 200,
      ])

      await reader.go(`${desk}/profile`)
      const asks = await reader.open(reader.button(said.end))
      await reader.button(said.end, asks).click()
      await reader.told('calendar-ended')
      expect((await fetched(portal, second)).status).toBe(404)
      await reader.go(`${desk}/activity`)
      for (const action of ['made', 'replaced', 'ended'])
        expect(await db.value<string>(`select count(*) from event where action = 'calendar.${action}'`)).toBe(
          '1',
        )
    })
  }

function fetched(
  portal: PortalUnderTest,
  address: string,
  method = 'GET',
  brand: 'northwind' | 'boreal' | 'southern' = 'northwind',
) {
  return portal.ask(brand, { path: new URL(address).pathname, method })
}

async function madeBy(reader: Reader): Promise<string> {
  const said = calendarWords.en
  await reader.go(`${desk}/profile`)
  await reader.button(said.make).click()
  const shown = reader.main.getByLabel(said.address)
  await expect(shown).toHaveValue(/\/calendar\//)
  return shown.inputValue()
}

test('a calendar reads the ends at its own host alone, without signing in; what is revoked is gone with the next look', async ({
  db,
  portal,
  reader,
}) => {
  const grant = await given(db, 'owner@maple.example', await asked(db, lead, 'brightline-it', {}), {
    scope: { name: 'people', pages: [] },
    duration: { kind: 'hours', hours: 168 },
  })
  const address = await madeBy(await reader(lead))
  const read = await fetched(portal, address)
  expect(read.status).toBe(200)
  expect(read.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(read.headers['set-cookie']).toBeUndefined()
  const unfolded = read.body.replaceAll('\r\n ', '')
  expect(unfolded).toContain(`UID:${grant}\r\n`)
  expect(unfolded).toContain('SUMMARY:Access ends: Maple Logistics')
  // A technician's holds what they are assigned.
  expect((await fetched(portal, await madeBy(await reader(tech)))).body).not.toContain(grant)
  expect(unfolded).toContain(`${new URL(address).origin}${desk}/grants/${grant}`)
  const head = await fetched(portal, address, 'HEAD')
  expect([head.status, head.body, head.headers['content-type']]).toEqual([
    200,
    '',
    'text/calendar; charset=utf-8',
  ])

  await db.rows(
    `update access_grant set state = 'revoked', ended_at = now(), version = version + 1 where id = $1`,
    [grant],
  )
  expect((await fetched(portal, address)).body).not.toContain(grant)

  const { pathname } = new URL(address)
  const wrong = [
    await fetched(portal, address, 'GET', 'boreal'),
    await fetched(portal, address, 'GET', 'southern'),
    await portal.ask('northwind', { path: pathname.replace(/.{43}\.ics/, `${'x'.repeat(43)}.ics`) }),
    await portal.ask('northwind', { path: '/calendar/x' }),
  ]
  await db.rows(`update person set disabled_at = now() where email = $1`, [lead])
  wrong.push(await fetched(portal, address))
  for (const { status, body, headers } of wrong)
    expect([status, body, headers['cache-control']]).toEqual([404, 'Not found', 'private, no-store'])
})

test('whoever tries addresses is told to wait; a calendar that reads what it may is not held up', async ({
  portal,
  reader,
}) => {
  const address = await madeBy(await reader(tech))
  const tries = await Promise.all(
    Array.from({ length: 70 }, (_, i) =>
      portal.ask('northwind', { path: `/calendar/${String(i).padStart(43, 'x')}.ics` }),
    ),
  )
  expect(new Set(tries.map(one => one.status))).toEqual(new Set([404, 429]))
  expect(tries.find(one => one.status === 429)?.headers['retry-after']).toMatch(/^\d+$/)
  expect((await fetched(portal, address)).status).toBe(200)
})

test('the fifty-first pin is refused, and says what to do', async ({ db, reader }) => {
  await db.rows(
    `with made as (
      insert into account (provider_id, slug, name, home_brand_id, time_zone, request_code)
        select provider_id, 'many-' || n, 'Many ' || n, home_brand_id, 'UTC', 'many-' || n
        from account, generate_series(1, ${mostPins}) n where slug = 'maple-logistics' returning id, provider_id),
     served as (insert into channel_relationship (provider_id, partner_id, account_id)
        select m.provider_id, f.id, m.id from made m, partner f where f.slug = 'brightline-it')
    insert into customer_pin (provider_id, partner_id, staff_id, account_id)
      select m.provider_id, s.partner_id, s.id, m.id from made m, partner_staff s join person p on p.id = s.person_id where p.email = $1`,
    [tech],
  )
  const desks = await reader(tech)
  await desks.go(`${desk}/customers?q=maple+logistics`)
  await desks.button(customers.en.pinThis('Maple Logistics')).click()
  await desks.refused(customers.en.tooManyPins(mostPins))
  expect(await db.value<string>('select count(*) from customer_pin')).toBe(String(mostPins))
})
