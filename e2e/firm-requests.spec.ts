import { listWords } from '#app/partner/[partner]/requests/list-words.ts'
import { words as requestWords } from '#app/partner/[partner]/requests/words.ts'
import { deskWords } from '#app/partner/[partner]/words.ts'
import { languages } from '#lib/language.ts'
import { endingSoon } from './fixtures/ending-story.ts'
import { Reader } from './fixtures/reader.ts'
import { asked, openRequest } from './fixtures/story.ts'
import { type Database, expect, test } from './fixtures/test.ts'
import { moreAsked } from './fixtures/time-story.ts'

// All that a firm has asked for stands in one list, and what waits for the firm stands first.

const admin = 'admin@brightline.example'
const tech = 'tech@brightline.example'
const list = '/partner/brightline-it/requests'

/** The account asks something about it. */
async function questioned(db: Database, request: string): Promise<void> {
  await db.rows(
    `with r as (update access_request set state = 'question', version = version + 1 where id = $1 returning *)
      insert into access_request_message (provider_id, account_id, request_id, kind, person_id, body)
        select r.provider_id, r.account_id, r.id, 'question', p.id, 'Which number is it?' from r, person p
        where p.email = 'owner@harbour-dental.example'`,
    [request],
  )
}

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`a question is found, answered, and then waits: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      await questioned(db, await openRequest(db))
      await asked(db, admin, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' }, ticket: 'ER-1' })
      const words = listWords[language]
      const desk = new Reader(await as(tech, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go('/partner/brightline-it/customers')
      await desk.follow(desk.link(words.title))
      const rows = desk.main.getByRole('row')
      await expect(rows.nth(1)).toContainText('Harbour Dental')
      await expect(rows.nth(1)).toContainText(deskWords[language].state.question)
      await expect(rows.nth(2)).toContainText('Érable Santé')
      await desk.follow(desk.main.getByRole('link', { name: words.tile.question }))
      await expect(rows).toHaveCount(2)
      const answer = words.named(deskWords[language].answer, 'Harbour Dental')
      await desk.follow(desk.link(answer))
      await desk.main.locator('[name="answer"]').fill('The front desk.')
      await desk.button(requestWords[language].sendAnswer).click()
      await desk.told('answer-sent')
      await desk.go(`${list}?show=question`)
      await expect(desk.main).toContainText(words.nothing.question)
      await desk.go(`${list}?show=waiting&q=er-1`)
      await expect(rows).toHaveCount(2)
      await expect(desk.row('Érable Santé')).toContainText(words.ticket('ER-1'))
      // Who did not ask and runs no desk takes nothing back; who asked does.
      const more = (account: string) => deskWords[language].more(account)
      await expect(desk.button(more('Érable Santé'))).toHaveCount(0)
      await desk.go(list)
      await desk.button(more('Harbour Dental')).click()
      await desk.follow(desk.link(deskWords[language].withdraw))
      await desk.button(deskWords[language].withdraw, desk.main).click()
      await desk.told('request-withdrawn')
      await desk.go(`${list}?show=closed`)
      await expect(desk.row('Harbour Dental').first()).toContainText('Theo Nakamura')
    })
  }

test('more time that waits stands behind the requests, and leads to its access', async ({ db, reader }) => {
  const [harbour] = await endingSoon(db)
  await moreAsked(db, tech, 'brightline-it', harbour.grant)
  await asked(db, tech, 'brightline-it', { account: { slug: 'maple-logistics' } })
  const desk = await reader(tech)
  await desk.go(list)
  const rows = desk.main.getByRole('row')
  await expect(rows.nth(1)).toContainText('Maple Logistics')
  await expect(rows.nth(2)).toContainText(harbour.name)
  await desk.follow(desk.link(listWords.en.named(deskWords.en.see, harbour.name)))
  await expect(desk.page).toHaveURL(new RegExp(`/grants/${harbour.grant}$`))
  await desk.button(deskWords.en.withdraw, desk.main).click()
  await desk.told('extension-withdrawn')
  await desk.go(`${list}?show=more`)
  await expect(desk.main).toContainText(listWords.en.nothing.more)
})

test('whatever stands in the address, the list answers', async ({ reader }) => {
  const desk = await reader(tech)
  for (const query of [
    'show=x',
    'show=open&after=x',
    'after=0.x',
    `q=${'x'.repeat(3000)}`,
    'q=%25_%5c',
    'after=2.2026-11-22T05:11:21.572001_x',
  ])
    expect(await desk.go(`${list}?${query}`), query).toBe(200)
})
