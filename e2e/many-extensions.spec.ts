import { words as pages } from '#app/partner/[partner]/extensions/words.ts'
import { extendWords } from '#app/partner/[partner]/grants/extend-words.ts'
import { listWords } from '#app/partner/[partner]/requests/list-words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { movingSentence } from '#lib/grant/terms-words.ts'
import { languages } from '#lib/language.ts'
import { formOn, handOf, has, send } from './fixtures/by-hand.ts'
import { endingSoon } from './fixtures/ending-story.ts'
import { lettersTo, letterTo } from './fixtures/mailbox.ts'
import { names } from './fixtures/names.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'
import { moreAsked } from './fixtures/time-story.ts'

// One form asks several customers for more time: each by an ask of its own.

const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const page = '/partner/brightline-it/extensions'

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`several customers of two brands are asked at once, and each decides for itself: ${how}`, async ({
      db,
      as,
      reader,
    }) => {
      const [harbour, erable, depot] = await endingSoon(db)
      await moreAsked(db, admin, 'brightline-it', depot.grant)
      await db.rows(`update person set language = '${language}' where email = $1`, [tech])
      const words = pages[language]
      const asks = new Reader(await as(tech, { javaScriptEnabled }), language, javaScriptEnabled)
      await asks.go('/partner/brightline-it/requests')
      await asks.follow(asks.link(listWords[language].several))
      await asks.button(words.ask).click()
      await expect(asks.main.getByRole('alert')).toContainText(fieldWords[language]['no-customer'])
      // What waits already is told, and can't be asked again.
      await expect(asks.row(depot.name)).toContainText(words.asked)
      await expect(asks.row(depot.name).getByRole('checkbox')).toHaveCount(0)
      await asks.main.getByLabel(words.all).check()
      if (javaScriptEnabled) await expect(asks.main.getByLabel(harbour.name)).toBeChecked()
      await asks.main.getByLabel(names[language].howMuchLonger).selectOption('168h')
      await asks.main.locator('[name="reason"]').fill('The handsets arrive next week.')
      await asks.button(words.ask).click()
      await expect(asks.page).toHaveURL(/\/extensions\/[0-9a-f-]{36}$/)
      await expect(asks.main).toContainText(words.result(2, 2))
      for (const { name, grant, approver } of [harbour, erable]) {
        await expect(asks.row(name)).toContainText(words.asked)
        const state = await db.value('select state from grant_extension where grant_id = $1', [grant])
        expect(state).toBe('pending')
        const letter = await letterTo(db, approver, 'extension-asked')
        expect(letter.text).toContain('The handsets arrive next week.')
      }
      const [north, boreal] = [
        await letterTo(db, harbour.approver, 'extension-asked'),
        await letterTo(db, erable.approver, 'extension-asked'),
      ]
      expect([north.language, boreal.language]).toEqual(['en', 'fr'])
      expect(north.text).toContain('northwind.localhost')
      expect(boreal.text).toContain('boreal.localhost')

      const gives = await reader(harbour.approver, { javaScriptEnabled })
      await gives.go(`/accounts/${harbour.slug}/settings/authorisation/grants/${harbour.grant}/extend`)
      await gives.button(names.en.save).click()
      await gives.told('access-extended')
      const after = await db.rows(
        'select state from grant_extension order by created_at, grant_id = $1 desc',
        [harbour.grant],
      )
      expect(after.map(one => one.state)).toEqual(['pending', 'granted', 'pending'])
    })
  }

test('a second press has one effect, and the first one’s answer', async ({ portal, db }) => {
  const [harbour, erable] = await endingSoon(db)
  const hand = await handOf(db, tech)
  const form = await formOn(portal, hand, page, one => has(one, 'shown'))
  const values = { grants: [harbour.grant, erable.grant], duration: '24h' }
  const answers = await Promise.all([1, 2, 3].map(() => send(portal, hand, page, form, values)))
  answers.push(await send(portal, hand, page, form, values))
  expect(answers.map(one => one.status)).toEqual([303, 303, 303, 303])
  expect(new Set(answers.map(one => one.headers.location)).size).toBe(1)
  expect(await db.value('select count(*)::int from grant_extension')).toBe(2)
  for (const { approver } of [harbour, erable]) {
    await letterTo(db, approver, 'extension-asked')
    const same = (await lettersTo(db, approver)).filter(one => one.kind === 'extension-asked')
    expect(same).toHaveLength(1)
  }
  // The same key for something else: nothing is asked.
  const other = await send(portal, hand, page, form, { ...values, duration: '1h' })
  expect([other.status, other.body.includes(fieldWords.en.unusable)]).toEqual([200, true])
})

test('an end that was moved meanwhile is told as one of several, and nothing is asked there', async ({
  db,
  as,
}) => {
  const [harbour, erable] = await endingSoon(db)
  for (const language of languages) {
    await db.rows(`update person set language = '${language}' where email = $1`, [tech])
    const asks = new Reader(await as(tech), language, true)
    await asks.go(page)
    for (const { name } of [harbour, erable]) await asks.main.getByLabel(name).check()
    await db.rows(`update access_grant set ends_at = ends_at + interval '1 hour' where id = $1`, [
      harbour.grant,
    ])
    await asks.button(pages[language].ask).click()
    await expect(asks.row(harbour.name)).toContainText(pages[language].changed)
    await db.rows('delete from grant_extension')
  }
})

test('a grant of another firm is not there, and nothing is asked of anybody', async ({ portal, db }) => {
  const [harbour, erable] = await endingSoon(db)
  await db.rows(
    `update access_grant set partner_id = (select id from partner where slug = 'cedar-consulting'), request_id = null, relationship_id = null where id = $1`,
    [erable.grant],
  )
  const hand = await handOf(db, tech)
  const form = await formOn(portal, hand, page, one => has(one, 'shown'))
  const before = await db.digest()
  const answer = await send(portal, hand, page, form, { grants: [harbour.grant, erable.grant] })
  expect(answer.status).toBe(404)
  expect(await db.digest()).toBe(before)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`whoever was quicker, and what has ended, is told customer by customer, ${how}`, async ({
    db,
    reader,
  }) => {
    const [harbour, erable, depot] = await endingSoon(db)
    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go(`/partner/brightline-it/grants/${harbour.grant}/extend`)
    await asks.follow(asks.link(extendWords.en.several))
    for (const { name } of [harbour, erable, depot]) await asks.main.getByLabel(name).check()
    await moreAsked(db, admin, 'brightline-it', harbour.grant)
    await db.rows(`update access_grant set ends_at = now() - interval '1 minute' where id = $1`, [
      erable.grant,
    ])
    await asks.button(pages.en.ask).click()
    await expect(asks.main).toContainText(pages.en.result(1, 3))
    const quicker = movingSentence('already-open', { state: 'pending', by: 'Amara Singh' }, 'en')
    await expect(asks.row(harbour.name)).toContainText(quicker)
    await expect(asks.row(erable.name)).toContainText('has ended already')
    await expect(asks.row(depot.name)).toContainText(pages.en.asked)
  })

  test(`what the portal died over goes on where it stopped, ${how}`, async ({ db, reader }) => {
    const [harbour, erable] = await endingSoon(db)
    const round = await db.value<string>(
      `with r as (insert into extension_round (provider_id, partner_id, asked_by, extra, reason)
          select f.provider_id, f.id, p.id, '24h', 'Half done.' from partner f, person p
          where f.slug = 'brightline-it' and p.email = $1 returning *),
        a as (insert into extension_round_ask (provider_id, round_id, account_id, grant_id, outcome)
          select r.provider_id, r.id, g.account_id, g.id, case when g.id = $2 then 'asked' end from r, access_grant g
          where g.id = any($3))
        select id from r`,
      [tech, harbour.grant, [harbour.grant, erable.grant]],
    )
    await moreAsked(db, tech, 'brightline-it', harbour.grant)
    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go(page)
    await asks.follow(asks.link(pages.en.seeUnfinished))
    await expect(asks.main).toContainText(pages.en.resultLeft(1))
    await asks.button(pages.en.finish).click()
    await expect(asks.main).toContainText(pages.en.result(2, 2))
    expect(await db.value('select count(*)::int from grant_extension')).toBe(2)
    const other = await reader(admin)
    expect(await other.go(`${page}/${round}`), 'its sender’s alone').toBe(404)
  })
}
