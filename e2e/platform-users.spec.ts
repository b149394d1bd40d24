import { deskStart } from '#app/_server/place-address.ts'
import { words as deliveryPage } from '#app/provider/delivery/words.ts'
import { words as peoplePage } from '#app/provider/people/words.ts'
import { givenLetter, givenPlatformUser, givenStranger } from '#db/delivery/testing.ts'
import { deliveryWords } from '#lib/delivery/words.ts'
import { languages } from '#lib/language.ts'
import { platformWords } from '#lib/platform/words.ts'
import { formOn, get, handOf, has, send } from './fixtures/by-hand.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { expect, Reader, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'
const newcomer = 'nadia@northwind.example'
const password = 'a long enough sentence'

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`a platform user is added, comes in by the letter, is changed and removed: ${how}`, async ({
      portal,
      db,
      as,
      openBrowser,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const words = peoplePage[language]
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go('/provider/people')
      await desk.follow(desk.link(words.add))
      await desk.main.getByLabel(words.name, { exact: true }).fill('Nadia Roy')
      await desk.main.getByLabel(words.email, { exact: true }).fill('owner@harbour-dental.example')
      await desk.main.locator('[name=language]').selectOption(language)
      await desk.button(words.save).click()
      await desk.refused(platformWords[language].taken)
      await desk.ready()
      await desk.main.getByLabel(words.email, { exact: true }).fill(newcomer)
      await desk.button(words.save).click()
      await desk.told('person-added')
      await expect(desk.main).toContainText(platformWords[language].state.invited)
      await expect(desk.main).toContainText(platformWords[language].role.support)

      await portal.cron('mail')
      const letter = await letterTo(db, newcomer, 'activation')
      expect(letter.text).toContain('Northwind Telecom')
      const page = await openBrowser({ javaScriptEnabled })
      await page.goto(linkIn(letter))
      await page.locator('[name=newPassword]').fill(password)
      await page.locator('form:has([name=newPassword]) button[type=submit]').click()
      await expect(page).toHaveURL(new RegExp(deskStart))
      expect((await page.goto('/provider/people/new'))?.status(), 'support adds nobody').toBe(404)

      await desk.page.reload()
      await desk.ready()
      await expect(desk.main).toContainText(platformWords[language].state.active)
      await desk.button(words.act['make-administrator'].button).click()
      await desk.told('role-changed')
      expect((await page.goto('/provider/people'))?.url(), 'signed out with the new role').toContain(
        '/sign-in',
      )
      await desk.follow(desk.link(words.act.remove.button))
      await desk.button(words.removeSubmit).click()
      await desk.told('person-removed')
      await expect(desk.row('Nadia Roy')).toHaveCount(0)
      await desk.go('/provider/activity')
      await expect(desk.row('Nadia Roy').first()).toBeVisible()
    })

    test(`an activation link is made, shown once, and brings its person in: ${how}`, async ({
      db,
      as,
      openBrowser,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const to = 'newcomer@harbour-dental.example'
      await givenStranger(db, to)
      const id = await givenLetter(db, { to, kind: 'activation', delivery: 'bounced' })
      const words = deliveryPage[language]
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go(`/provider/delivery/${id}`)
      await desk.button(words.linkSubmit).click()
      const shown = desk.main.getByLabel(words.linkLabel, { exact: true })
      await expect(shown).toBeVisible()
      const link = await shown.inputValue()
      expect(new URL(link).pathname).toMatch(/^\/activate\/[\w-]{20,}$/)
      expect(desk.page.url()).not.toContain(new URL(link).pathname)
      await desk.go(`/provider/delivery/${id}`)
      await expect(shown).toHaveCount(0)
      await expect(desk.main).toContainText(words.handedOver)
      await expect(desk.main).toContainText(deliveryWords[language].condition.replaced)
      const page = await openBrowser({ javaScriptEnabled })
      await page.goto(link)
      await page.locator('[name=newPassword]').fill(password)
      await page.locator('form:has([name=newPassword]) button[type=submit]').click()
      await expect(page).not.toHaveURL(/activate/)
      expect(await db.value('select password_hash is not null from person where email = $1', [to])).toBe(true)
      await desk.go(`/provider/delivery/${id}`)
      await expect(desk.button(words.linkSubmit)).toHaveCount(0)
    })
  }

test('platform support sees who is there and changes nobody, below the screen too', async ({
  portal,
  db,
  reader,
}) => {
  const id = await givenPlatformUser(db, 'nils@northwind.example')
  const hand = await handOf(db, platform)
  const path = `/provider/people/${id}`
  const raise = await formOn(portal, hand, path, form => has(form, 'act', 'make-administrator'))
  const remove = await formOn(portal, hand, `${path}?act=remove`, form => has(form, 'act', 'remove'))
  const adding = await formOn(portal, hand, '/provider/people/new', form => has(form, 'role'))
  await db.rows(`update platform_user set role = 'support'`)
  const own = await db.value<string>(
    'select u.id from platform_user u join person p on p.id = u.person_id where p.email = $1',
    [platform],
  )
  const before = await db.digest()
  for (const [form, values] of [
    [raise, {}],
    [raise, { user: own }],
    [remove, {}],
    [adding, { name: 'N', email: newcomer, role: 'administrator' }],
  ] as const)
    expect((await send(portal, hand, path, form, values)).status).toBe(404)
  expect(await db.digest()).toBe(before)
  expect((await get(portal, hand, '/provider/people/new')).status).toBe(404)
  const desk = await reader(platform)
  for (const page of ['/provider/people', path, `${path}?act=remove`]) {
    expect(await desk.go(page)).toBe(200)
    await expect(desk.main.locator('form:has([name=once])')).toHaveCount(0)
  }
})

test('nobody removes themselves, and the button is not there', async ({ db, reader }) => {
  const desk = await reader(platform)
  const own = await db.value<string>(
    'select u.id from platform_user u join person p on p.id = u.person_id where p.email = $1',
    [platform],
  )
  await desk.go(`/provider/people/${own}?act=remove`)
  await expect(desk.main).toContainText('This is yourself')
  await expect(desk.button(peoplePage.en.removeSubmit)).toHaveCount(0)
  await desk.button(peoplePage.en.act.reset.button).click()
  await desk.told('reset-sent')
})
