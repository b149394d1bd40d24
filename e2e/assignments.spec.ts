import type { Page } from '@playwright/test'
import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { assignmentPageWords } from '#app/partner/[partner]/assignment-page-words.ts'
import { words as manyWords } from '#app/partner/[partner]/staff/[staff]/assign/words.ts'
import { words as staffPages } from '#app/partner/[partner]/staff/words.ts'
import { deskWords } from '#app/partner/[partner]/words.ts'
import { scopeWords } from '#lib/access/scope-words.ts'
import { assignmentWords } from '#lib/grant/assignment-words.ts'
import type { Language } from '#lib/language.ts'
import { assigned, joinAsked, placeOf } from './fixtures/assigned.ts'
import { formOn, handOf, has, send } from './fixtures/by-hand.ts'
import { designated } from './fixtures/designated.ts'
import { lettersTo, letterTo } from './fixtures/mailbox.ts'
import { Reader } from './fixtures/reader.ts'
import { type BrowserChoices, expect, test } from './fixtures/test.ts'

// A firm hands its access on to its technicians; whoever is not assigned enters nothing.

const admin = 'admin@brightline.example'
const tech = 'tech@brightline.example'
const owner = 'owner@harbour-dental.example'
const name = 'Theo Nakamura'
const desk = '/partner/brightline-it'
const account = '/accounts/harbour-dental'

type As = (email: string, options?: BrowserChoices) => Promise<Page>

/** Whoever works at a page reads it in this language. */
const readers = (as: As, language: Language, javaScriptEnabled: boolean) => async (email: string) =>
  new Reader(await as(email, { javaScriptEnabled }), language, javaScriptEnabled)

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const language of ['en', 'fr'] as const) {
    const say = assignmentPageWords[language]

    test(`assigned with less, told, inside, seen by the account, taken off, ${language}, ${how}`, async ({
      db,
      as,
    }) => {
      const reader = readers(as, language, javaScriptEnabled)
      await db.rows('update person set language = $1 where email = any($2)', [language, [admin, tech, owner]])
      const grant = await designated(db, 'harbour-dental', 'brightline-it')
      const works = await reader(tech)
      expect(await works.go(account)).toBe(404)

      const hands = await reader(admin)
      await hands.go(`${desk}/grants/${grant}`)
      await expect(hands.main).toContainText(say.none)
      await hands.follow(hands.link(say.assign, hands.main))
      await hands.main.getByLabel(scopeWords[language].name.chosen, { exact: true }).check()
      await hands.main.getByLabel(scopeWords[language].page.services, { exact: true }).check()
      await hands.button(say.assign).click()
      await hands.told('technicians-assigned')
      await expect(hands.row(name)).toContainText(scopeWords[language].page.services)

      const letter = await letterTo(db, tech, 'assignment-given')
      expect(letter.text).toContain('Harbour Dental')
      expect(letter.text).toContain(scopeWords[language].page.services)
      expect(await works.go(`${account}/settings/services`)).toBe(200)
      expect(await works.go(`${account}/settings/general`)).toBe(404)

      // The account is told once, and sees who may do how much.
      expect((await letterTo(db, owner, 'first-entry')).text).toContain(name)
      await works.go(`${account}/settings/services`)
      expect((await lettersTo(db, owner)).filter(one => one.kind === 'first-entry')).toHaveLength(1)
      const looks = await reader(owner)
      await looks.go(`${account}/settings/authorisation/grants/${grant}`)
      await expect(looks.main).toContainText(reviewWords[language].peopleLess)
      await expect(looks.main).toContainText(scopeWords[language].page.services)
      await looks.go(`${account}/settings/activity`)
      await expect(looks.row(name).first()).toBeVisible()

      await hands.go(`${desk}/grants/${grant}`)
      await hands.follow(hands.link(say.takeOffOf(name), hands.main))
      await expect(hands.main).toContainText(say.takeOffStatement(name, 'Harbour Dental'))
      await hands.button(say.takeOffOf(name)).click()
      await hands.told('technician-off')
      await letterTo(db, tech, 'assignment-ended')
      await expect(hands.main).toContainText(say.none)
      expect(await works.go(account)).toBe(404)
    })

    test(`asked for with a reason, declined, and asked again a day later: granted, ${language}, ${how}`, async ({
      db,
      as,
    }) => {
      const reader = readers(as, language, javaScriptEnabled)
      await db.rows('update person set language = $1 where email = any($2)', [language, [admin, tech]])
      const grant = await designated(db, 'harbour-dental', 'brightline-it')
      const page = `${desk}/grants/${grant}`
      const [asks, answers] = [await reader(tech), await reader(admin)]
      const ask = async () => {
        await asks.go(page)
        await asks.main.getByLabel(say.reason).fill('I know their exchange.')
        await asks.button(say.join).click()
      }
      await ask()
      await asks.told('assignment-asked')
      await expect(asks.main).toContainText(assignmentWords[language].state.waiting)
      expect((await letterTo(db, admin, 'assignment-asked')).text).toContain('I know their exchange.')

      await answers.go(page)
      await answers.main.getByLabel(say.answer).fill('Sam is on it.')
      await answers.button(say.decline).click()
      await answers.told('assignment-declined')
      expect((await letterTo(db, tech, 'assignment-answered')).text).toContain('Sam is on it.')
      await ask()
      await expect(asks.page.getByRole('alert').first()).toBeVisible()
      expect(await asks.go(account)).toBe(404)

      await db.rows(`update assignment_ask set decided_at = decided_at - interval '25 hours'`)
      await ask()
      await asks.told('assignment-asked')
      await answers.go(page)
      await answers.button(say.assign, answers.main.getByRole('form')).click()
      await answers.told('technicians-assigned')
      await letterTo(db, tech, 'assignment-answered', 2)
      expect(await asks.go(account)).toBe(200)
    })

    test(`one technician to several customers at once, ${language}, ${how}`, async ({ db, as }) => {
      const reader = readers(as, language, javaScriptEnabled)
      await db.rows('update person set language = $1 where email = $2', [language, admin])
      const [first, second] = [
        await designated(db, 'harbour-dental', 'brightline-it'),
        await designated(db, 'erable-sante', 'brightline-it'),
      ]
      const many = manyWords[language]
      const hands = await reader(admin)
      await hands.go(`${desk}/staff/${await placeOf(db)}/assign`)
      await hands.main.getByLabel('Harbour Dental', { exact: true }).check()
      await hands.main.getByLabel('Érable Santé', { exact: true }).check()
      // One of them ends while the page is open.
      await db.rows(`update access_grant set state = 'revoked', ended_at = now() where id = $1`, [second])
      await hands.button(many.save).click()
      await hands.told('technicians-assigned')
      await expect(hands.main).toContainText(many.not)
      const ended = assignmentWords[language].refusal['grant-ended']()
      await expect(hands.main.getByText(many.line('Érable Santé', ended))).toBeVisible()
      await expect(hands.main.getByLabel('Harbour Dental', { exact: true })).toHaveAccessibleDescription(
        new RegExp(many.has),
      )
      expect(
        await db.value<number>(
          'select count(*)::int from assignment where grant_id = any($1) and ended_at is null',
          [[first, second]],
        ),
      ).toBe(1)
      const works = await reader(tech)
      expect(await works.go(account)).toBe(200)
      expect(await works.go('/accounts/erable-sante')).toBe(404)

      // Less of it, from the same page; more than it gives is told at the field.
      await hands.main.getByLabel('Harbour Dental', { exact: true }).check()
      await hands.main.getByLabel(scopeWords[language].name.chosen, { exact: true }).check()
      await hands.main.getByLabel(scopeWords[language].page.services, { exact: true }).check()
      await hands.main.getByLabel(say.time).selectOption('720h')
      await hands.button(many.save).click()
      await expect(
        hands.main.getByText(assignmentWords[language].refusal['beyond-end']()).first(),
      ).toBeVisible()
      await hands.main.getByLabel(say.time).selectOption('1h')
      await hands.button(many.save).click()
      await hands.told('technicians-assigned')
      await expect(hands.row('Harbour Dental')).toContainText(scopeWords[language].page.services)
      expect(await works.go(`${account}/settings/services`)).toBe(200)
      expect(await works.go(`${account}/settings/general`)).toBe(404)
    })
  }
}

test('a technician finds neither the form nor the page to assign, and takes an ask back', async ({
  db,
  reader,
}) => {
  const grant = await designated(db, 'harbour-dental', 'brightline-it')
  await joinAsked(db, grant)
  const asks = await reader(tech)
  expect(await asks.go(`${desk}/grants/${grant}/assign`)).toBe(404)
  expect(await asks.go(`${desk}/staff/${await placeOf(db)}/assign`)).toBe(404)
  await asks.go(`${desk}/grants/${grant}`)
  await asks.button(deskWords.en.withdraw).click()
  await asks.told('assignment-ask-withdrawn')
})

test('two administrators take one off: the second is told', async ({ db, reader }) => {
  const grant = await designated(db, 'harbour-dental', 'brightline-it')
  await assigned(db, grant)
  const off = `${desk}/grants/${grant}?act=take-off&staff=${await placeOf(db)}`
  const say = assignmentPageWords.en
  const [one, other] = [await reader(admin), await reader(admin)]
  for (const who of [one, other]) await who.go(off)
  await one.button(say.takeOffOf(name)).click()
  await one.told('technician-off')
  await other.button(say.takeOffOf(name)).click()
  await other.refused(assignmentWords.en.refusal['not-assigned']({ name, from: '' }))
})

test('two administrators with the form open: the second is told, and saves it in sight of the first', async ({
  db,
  reader,
}) => {
  const grant = await designated(db, 'harbour-dental', 'brightline-it')
  const say = assignmentPageWords.en
  const [one, other] = [await reader(admin), await reader(admin)]
  for (const who of [one, other]) {
    await who.go(`${desk}/grants/${grant}/assign`)
    await who.main.getByLabel(name, { exact: true }).check()
  }
  await one.main.getByLabel(scopeWords.en.name.chosen, { exact: true }).check()
  await one.main.getByLabel(scopeWords.en.page.services, { exact: true }).check()
  await one.button(say.assign).click()
  await one.told('technicians-assigned')
  await other.button(say.assign).click()
  await other.refused(assignmentWords.en.refusal['changed-meanwhile']({ name, from: '' }))
  await expect(other.main).toContainText(scopeWords.en.page.services)
})

test('a person’s page lists what they are assigned, and says what their removal ends', async ({
  db,
  reader,
}) => {
  const grant = await designated(db, 'harbour-dental', 'brightline-it')
  await assigned(db, grant)
  const own = `${desk}/staff/${await placeOf(db)}`
  const hands = await reader(admin)
  await hands.go(own)
  await expect(hands.row('Harbour Dental')).toContainText(assignmentPageWords.en.whole)
  await expect(hands.link(staffPages.en.assign, hands.main)).toHaveAttribute('href', `${own}/assign`)
  await hands.follow(hands.link(staffPages.en.remove, hands.main))
  await expect(hands.main).toContainText(staffPages.en.removeEnds('Harbour Dental and Maple Logistics'))
  await hands.button(staffPages.en.removeSubmit).click()
  await hands.told('person-removed')
  expect(
    await db.value('select count(*)::int from assignment where grant_id = $1 and ended_at is null', [grant]),
  ).toBe(0)
})

test('more than the firm has is refused in words, and stands in both histories', async ({ db, portal }) => {
  const grant = await designated(db, 'harbour-dental', 'brightline-it', {
    scope: { name: 'services', pages: [] },
  })
  const page = `${desk}/grants/${grant}/assign`
  const hand = await handOf(db, admin)
  const form = await formOn(portal, hand, page, one => has(one, 'staff'))
  const staff = [await placeOf(db)]
  const answer = await send(portal, hand, page, form, { staff, scope: 'full' })
  expect(answer.body).toContain(assignmentWords.en.refusal['beyond-scope']())
  expect(await db.value('select count(*)::int from assignment where grant_id = $1', [grant])).toBe(0)
  expect(
    await db.rows(
      `select a.slug, p.slug as firm, e.data->>'what' as what from event e join account a on a.id = e.account_id
        join partner p on p.id = e.partner_id where e.action = 'attempt.refused'`,
    ),
  ).toEqual([{ slug: 'harbour-dental', firm: 'brightline-it', what: 'assign-technician' }])
})
