import { words as callLog } from '#app/accounts/[account]/call-log/words.ts'
import { words as phonebook } from '#app/accounts/[account]/phonebook/words.ts'
import { words as shellWords } from '#components/frame/words.ts'
import { moduleWords } from '#lib/history/module-words.ts'
import { nothingTold } from '#lib/history/told.ts'
import { get, handOf } from './fixtures/by-hand.ts'
import { Reader } from './fixtures/reader.ts'
import { asked, given } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'

// A firm that was given one module works in it, under the bar, in its own name, for as long as the access lasts.

const admin = 'admin@brightline.example'
const book = '/accounts/maple-logistics/phonebook'

test('a partner with the Phonebook alone works there under the bar, and the account reads what it did', async ({
  db,
  as,
  portal,
}) => {
  await db.rows(`update access_grant set state = 'revoked', ended_at = now() where state = 'active'`)
  const request = await asked(db, admin, 'brightline-it', {
    scope: { name: 'chosen', pages: ['phonebook'] },
    duration: { kind: 'hours', hours: 24 },
  })
  const grant = await given(db, 'owner@maple.example', request, {
    scope: { name: 'chosen', pages: ['phonebook'] },
    duration: { kind: 'hours', hours: 24 },
  })
  const works = new Reader(await as(admin), 'en', true)
  await works.go(book)
  const bar = works.page.getByRole('region', { name: shellWords.en.actingFor('Maple Logistics') })
  await expect(bar).toBeVisible()
  const modules = works.page.getByRole('navigation', { name: shellWords.en.modules })
  await expect(modules.getByRole('link')).toHaveText([phonebook.en.title])
  await works.follow(works.link(phonebook.en.add))
  await works.main.locator('[name="name"]').fill('x'.repeat(10_000))
  await works.main.locator('[name="work"]').fill('204')
  await works.button(phonebook.en.save).click()
  await expect(works.main.getByRole('alert')).toContainText('120 characters')
  await works.main.locator('[name="name"]').fill('Theo’s van')
  await works.button(phonebook.en.save).click()
  await works.told('contact-added')

  const owner = new Reader(await as('owner@maple.example'), 'en', true)
  await owner.go('/accounts/maple-logistics/settings/activity')
  const told = moduleWords.en.sentence['contact.added']({ ...nothingTold, what: 'Theo’s van' })
  await expect(owner.row('Theo’s van').first()).toContainText(told)
  await expect(owner.row('Theo’s van').first()).toContainText('Brightline IT')
  const hand = await handOf(db, admin)
  expect((await get(portal, hand, '/accounts/maple-logistics/call-log')).status).toBe(404)

  await db.rows(`update access_grant set state = 'revoked', ended_at = now() where id = $1`, [grant])
  expect(await works.go(book)).toBe(404)
  expect((await get(portal, hand, `${book}/export`)).status).toBe(404)
})

test('names of the phonebook stand in the call log for whoever holds both, and for nobody else', async ({
  db,
  as,
}) => {
  await db.rows(
    `delete from contact where account_id = (select id from account where slug = 'harbour-dental')`,
  )
  const number = await db.value<string>(
    `select other_key from call_record where other_key <> '' and kind = 'call' order by started_at desc limit 1`,
  )
  await db.rows(
    `insert into contact (provider_id, account_id, name, work, likeness, findable, reach)
      select provider_id, id, 'Known Caller', '+' || $1, 'known caller', 'known caller ' || $1, array[$1] from account where slug = 'harbour-dental'`,
    [number],
  )
  const desk = 'desk@harbour-dental.example'
  const reader = new Reader(await as(desk), 'en', true)
  await reader.go('/accounts/harbour-dental/call-log')
  await expect(reader.main).not.toContainText('Known Caller')
  await reader.go('/accounts/harbour-dental/call-log?q=known')
  await expect(reader.main).toContainText(callLog.en.nothing)
  await db.rows(`update membership set modules = '{call-log,phonebook}' where 'call-log' = any(modules)`)
  await reader.go('/accounts/harbour-dental/call-log?q=known')
  await expect(reader.row('Known Caller').first()).toBeVisible()
  await reader.follow(reader.link('Known Caller').first())
  await expect(reader.main.getByRole('heading', { level: 1 })).toContainText('Known Caller')
})

test('odd addresses of the modules are answered, and never a fault', async ({ db, portal }) => {
  const hand = await handOf(db, 'desk@harbour-dental.example')
  const queries = [
    'q=x&q=y',
    'after=%00',
    'after=x',
    `after=00000000-0000-4000-8000-000000000000_${'z'.repeat(300)}`,
    'after=2026-11-24T14:00:00.000000_00000000-0000-4000-8000-000000000000',
    `q=${'x'.repeat(5000)}`,
    'q=%25%5C_%27',
    'q=%F0%9F%93%9E',
    'group=x&direction=up&result=__proto__&number=abc&from=9999-99-99&to=2026-02-30',
    'group=00000000-0000-4000-8000-000000000000',
    'from=2026-11-02&to=2026-11-01&log=switch',
  ]
  const pages = ['/accounts/maple-logistics/phonebook', '/accounts/harbour-dental/call-log'].flatMap(one => [
    one,
    `${one}/export`,
  ])
  for (const page of [...pages, '/accounts/harbour-dental/call-log/report'])
    for (const query of queries) {
      const { status } = await get(portal, hand, `${page}?${query}`)
      expect([200, 400], `${page}?${query.slice(0, 60)} answered ${status}`).toContain(status)
    }
  for (const id of [
    'x',
    '00000000-0000-4000-8000-000000000000',
    '__proto__',
    '%F0%9F%94%91',
    'a'.repeat(3000),
  ])
    for (const page of [
      `${book}/${id}`,
      `${book}/groups/${id}`,
      `${book}/import/${id}`,
      `/accounts/harbour-dental/call-log/${id}`,
      `/accounts/harbour-dental/call-log/import/${id}`,
    ])
      expect((await get(portal, hand, page)).status, page.slice(0, 80)).toBe(404)
})
