import { words as passwordWords } from '#app/(password)/words.ts'
import { words as pages } from '#app/partner/[partner]/staff/words.ts'
import { languages } from '#lib/language.ts'
import { staffWords } from '#lib/partner/words.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// A firm's administrator invites somebody into it, who takes the place, and takes it from them again.

const admin = 'admin@brightline.example'
const tech = 'tech@brightline.example'
const list = '/partner/brightline-it/staff'

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`somebody is invited into the firm, comes in, and is removed: ${how}`, async ({
      db,
      as,
      openBrowser,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const words = pages[language]
      const desk = new Reader(await as(admin, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go(`${list}/new`)
      const email = 'noor@brightline.example'
      await desk.main.locator('[name="name"]').fill('Noor Haddad')
      await desk.main.locator('[name="email"]').fill(email)
      await desk.main.locator('[name="language"]').selectOption(language)
      await desk.button(words.save).click()
      await desk.told('person-added')
      await expect(desk.main).toContainText(staffWords[language].state.invited)
      await expect(desk.main).toContainText(staffWords[language].role.technician)
      await desk.button(words.resend).click()
      await desk.told('activation-sent')

      const letter = await letterTo(db, email, 'activation', 2)
      const browser = await openBrowser({ javaScriptEnabled })
      await browser.goto(linkIn(letter))
      await browser.locator('[name=newPassword]').fill('a quiet river of copper wire')
      await browser.getByRole('button', { name: passwordWords[language].set, exact: true }).click()
      await browser.waitForURL(/\/partner\/brightline-it\/customers/)
      // A technician sees colleagues and changes none.
      await browser.goto(list)
      await expect(browser.getByRole('main')).toContainText('Amara Singh')
      await expect(browser.getByRole('link', { name: words.add })).toHaveCount(0)
      expect((await browser.goto(`${list}/new`))?.status()).toBe(404)
      // Nothing is open to somebody who is assigned nowhere.
      expect((await browser.goto('/accounts/maple-logistics'))?.status()).toBe(404)

      await desk.go(list)
      await expect(desk.row('Noor Haddad')).toContainText(staffWords[language].state.active)
      await expect(desk.row('Noor Haddad')).toContainText(words.nowhere)
      await desk.follow(desk.row('Noor Haddad').getByRole('link', { name: words.detailsOf('Noor Haddad') }))
      await desk.follow(desk.link(words.remove))
      await desk.button(words.removeSubmit).click()
      await desk.told('person-removed')
      await expect(desk.main).not.toContainText('Noor Haddad')
      expect((await browser.goto(list))?.url()).toContain('/sign-in')
      await desk.go('/partner/brightline-it/activity')
      await expect(desk.main).toContainText(`Noor Haddad (${email})`)
    })
  }

test('whoever leaves loses everything in one act: with the next click they are out of every account', async ({
  db,
  reader,
}) => {
  const works = await reader(tech)
  expect(await works.go('/accounts/maple-logistics')).toBe(200)
  const id = await db.value<string>(
    `select s.id from partner_staff s join person p on p.id = s.person_id where p.email = $1`,
    [tech],
  )
  const desk = await reader(admin)
  await desk.go(`${list}/${id}?act=remove`)
  await desk.button(pages.en.removeSubmit).click()
  await desk.told('person-removed')
  expect((await works.page.goto('/accounts/maple-logistics'))?.url()).toContain('/sign-in')
})

test('nobody removes themselves, and no address of somebody else is told', async ({ db, reader }) => {
  const desk = await reader(admin)
  const self = await db.value<string>(
    `select s.id from partner_staff s join person p on p.id = s.person_id where p.email = $1`,
    [admin],
  )
  await desk.go(`${list}/${self}?act=remove`)
  await expect(desk.button(pages.en.removeSubmit)).toHaveCount(0)
  await expect(desk.main).toContainText(staffWords.en.refusal.yourself())
  for (const [email, sentence] of [
    [tech, pages.en.hereAlready],
    ['platform@northwind.example', pages.en.taken],
  ] as const) {
    await desk.go(`${list}/new`)
    await desk.main.locator('[name="name"]').fill('Some One')
    await desk.main.locator('[name="email"]').fill(email)
    await desk.button(pages.en.save).click()
    await expect(desk.main).toContainText(sentence)
  }
})
