import { doneWords } from '#app/_server/done.ts'
import { words as passwordWords } from '#app/(password)/words.ts'
import { formWords } from '#app/provider/partners/form-words.ts'
import { pageWords } from '#app/provider/partners/page-words.ts'
import { words as signInWords } from '#app/sign-in/words.ts'
import { demoPassword } from '#db/demo/cast.ts'
import { languages } from '#lib/language.ts'
import { kindText } from '#lib/membership/words.ts'
import { staffWords } from '#lib/partner/words.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'
const known = 'owner@maple.example'
const temporary = /\b(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\b/

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`somebody who signs in already is asked into a firm, and is nothing there until they accept: ${how}`, async ({
      db,
      as,
      reader,
      openBrowser,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const [words, form, text] = [pageWords[language], formWords[language], passwordWords[language]]
      const own = await db.value<string>('select name from person where email = $1', [known])
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go('/provider/partners/new')
      for (const [field, value] of [
        ['name', 'Quay Networks'],
        ['adminName', 'M. of Maple'],
        ['adminEmail', known],
      ])
        await desk.main.locator(`[name="${field}"]`).fill(value ?? '')
      await desk.button(form.create).click()
      await desk.told('partner-created')
      // Under the name that was typed, which is not their own.
      await expect(desk.row('M. of Maple')).toContainText(staffWords[language].state.invited)
      await expect(desk.main).not.toContainText(own)
      await desk.button(words.resendTo('M. of Maple')).click()
      await desk.told('activation-sent')

      const inside = await reader(known, { javaScriptEnabled })
      expect(await inside.go('/partner/quay-networks/customers')).toBe(404)
      const letter = await letterTo(db, known, 'activation', 2)
      expect(letter.text).not.toMatch(temporary)
      const browser = await openBrowser({ javaScriptEnabled })
      await browser.goto(linkIn(letter))
      await expect(browser.getByRole('main')).toContainText(
        text.acceptAs(kindText('partner-administrator', language), 'Quay Networks'),
      )
      await browser.getByRole('link', { name: text.signIn }).click()
      await browser.locator('[name=email]').fill(known)
      await browser.locator('[name=password]').fill(demoPassword)
      await browser.getByRole('button', { name: signInWords[language].signIn, exact: true }).click()
      await browser.waitForURL(/\/activate$/)
      expect(await inside.go('/partner/quay-networks/customers')).toBe(404)
      await browser.getByRole('button', { name: text.acceptButton, exact: true }).click()
      await expect(browser.getByText(doneWords[language]['place-taken'])).toBeVisible()
      expect((await browser.goto('/partner/quay-networks/customers'))?.status()).toBe(200)
      await browser.goto('/partner/quay-networks/activity')
      await expect(browser.getByRole('main')).toContainText(`M. of Maple (${known})`)

      await desk.page.reload()
      await desk.ready()
      const row = desk.row(own)
      await expect(row).toContainText(staffWords[language].state.active)
      await expect(desk.button(words.resendTo(own))).toHaveCount(0)
      await desk.follow(row.getByRole('link', { name: words.removeNamed(own) }))
      await desk.button(words.removeSubmit).click()
      await desk.told('person-removed')
      expect((await inside.page.goto('/accounts/maple-logistics'))?.url()).toContain('/sign-in')
      expect((await browser.goto('/partner/quay-networks/customers'))?.url()).toContain('/sign-in')
    })
  }

test('of two who remove one person the second is told so, by the name that was typed', async ({
  db,
  reader,
}) => {
  const desks = [await reader(platform), await reader(platform, { javaScriptEnabled: false })]
  const staff = await db.value<string>(
    `insert into partner_staff (provider_id, partner_id, person_id, role, invited_name)
      select p.provider_id, f.id, p.id, 'technician', 'M. of Maple' from person p, partner f
      where p.email = $1 and f.slug = 'cedar-consulting' returning id`,
    [known],
  )
  for (const desk of desks) await desk.go(`/provider/partners/cedar-consulting?remove=${staff}`)
  for (const [at, desk] of desks.entries()) {
    await desk.button(pageWords.en.removeSubmit).click()
    if (at === 0) await desk.told('invited-removed')
    else await desk.refused(staffWords.en.refusal['already-removed']('M. of Maple'))
  }
})
