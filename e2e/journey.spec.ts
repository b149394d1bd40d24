import { frameWords as placeWords } from '#app/_server/frame-words.ts'
import { words as overviewWords } from '#app/accounts/[account]/words.ts'
import { words as mailboxWords } from '#app/mailbox/words.ts'
import { askWords } from '#app/partner/[partner]/requests/ask-words.ts'
import { words as frameWords } from '#components/frame/words.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { names } from './fixtures/names.ts'
import { type Brand, expect, mainJobAndShared, Reader, test } from './fixtures/test.ts'

// The whole way once, as somebody new to the portal goes it: from the letter to the history.

const tech = 'tech@brightline.example'

interface Setting {
  readonly language: 'en' | 'fr'
  readonly brand: Brand
  readonly slug: string
  readonly account: string
  readonly owner: string
  readonly ownerName: string
}

const settings: readonly Setting[] = [
  {
    language: 'en',
    brand: 'northwind',
    slug: 'harbour-dental',
    account: 'Harbour Dental',
    owner: 'owner@harbour-dental.example',
    ownerName: 'Harriet Osei',
  },
  {
    language: 'fr',
    brand: 'boreal',
    slug: 'erable-sante',
    account: 'Érable Santé',
    owner: 'proprio@erable.example',
    ownerName: 'Élise Tremblay',
  },
]

for (const javaScriptEnabled of [true, false]) {
  for (const { language, brand, slug, account, owner, ownerName } of settings) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
    test(
      `from the letter to the history, ${language}, ${how}`,
      mainJobAndShared,
      async ({ portal, db, reader, openBrowser }) => {
        const say = names[language]
        const technician = await reader(tech, { javaScriptEnabled })

        if (slug === 'erable-sante')
          await test.step('the technician asks by the request code', async () => {
            await technician.go('/partner/brightline-it/requests/new?by=code')
            await technician.main.getByLabel(askWords.en.code).fill('erab-7m2k-6h')
            await technician.main.getByLabel('Reason').fill('Fax lines are silent since the move.')
            await technician.main.getByLabel('Full administration', { exact: true }).check()
            await technician.main.getByLabel('Access duration').selectOption('ongoing')
            await technician.button('Send request').click()
            await technician.told('request-sent')
          })
        expect(await technician.go(`/accounts/${slug}`)).toBe(404)
        await portal.cron('mail')
        await letterTo(db, owner, 'access-requested')

        const page = await openBrowser({ brand, javaScriptEnabled })
        const approver = new Reader(page, language, javaScriptEnabled)
        await test.step('the mailbox, the letter, its link, and sign-in on the way', async () => {
          await page.goto('/mailbox')
          await page.getByRole('combobox', { name: mailboxWords[language].recipient }).selectOption(owner)
          await page.getByRole('button', { name: mailboxWords[language].show }).click()
          await page
            .getByRole('link', { name: /Brightline IT/ })
            .first()
            .click()
          const letter = page.frameLocator('iframe')
          await expect(letter.getByRole('heading', { level: 1 })).toContainText('Theo Nakamura')
          await letter.getByRole('link', { name: say.review }).click()
          await expect(page).toHaveURL(/\/sign-in\?next=/)
          await page.getByLabel(say.email, { exact: true }).fill(owner)
          await page.getByLabel(say.password, { exact: true }).fill('latchkey-demo')
          await approver.button(say.signIn).click()
          await expect(page).toHaveURL(new RegExp(`/accounts/${slug}/settings/authorisation/requests/`))
          await approver.ready()
        })

        await test.step('24 hours, and less than was asked', async () => {
          await expect(approver.main.getByLabel(say.duration)).toHaveValue('24h')
          await approver.main.getByLabel(say.services, { exact: true }).check()
          await approver.button(say.save, approver.main).click()
          await approver.told('request-approved')
        })

        await test.step('the technician’s next page: inside, under the bar, with these pages and no others', async () => {
          expect(await technician.go(`/accounts/${slug}`)).toBe(200)
          const bar = technician.page.getByRole('region', { name: frameWords.en.actingFor(account) })
          await expect(bar).toContainText('Brightline IT')
          await expect(bar).toContainText(/2[34]\sh(\s\d+\smin)?\sleft/)
          const navigation = technician.page.getByRole('navigation', { name: frameWords.en.settings })
          await expect(navigation.getByRole('link', { name: placeWords.en.nav.services })).toHaveCount(1)
          for (const absent of [placeWords.en.nav.authorisation, placeWords.en.nav.activity])
            await expect(navigation.getByRole('link', { name: absent })).toHaveCount(0)
          expect(await technician.go(`/accounts/${slug}/settings/services`)).toBe(200)
          for (const closed of ['authorisation', 'activity'])
            expect(await technician.go(`/accounts/${slug}/settings/${closed}`), closed).toBe(404)
          expect(await technician.go(`/accounts/${slug}`)).toBe(200)
        })

        await test.step('the overview says who can get in, and takes the key back', async () => {
          await approver.go(`/accounts/${slug}`)
          await expect(
            approver.page.getByRole('heading', { name: overviewWords[language].inside }),
          ).toBeVisible()
          const row = approver.row('Brightline IT').filter({ hasText: say.services })
          await expect(row).toContainText('Theo Nakamura')
          await approver.button(say.revoke, row).click()
          await expect(approver.page).toHaveURL(/act=revoke/)
          await approver.ready()
          await approver.main.getByRole('textbox').fill('The phones work again.')
          await approver.main.getByRole('button', { name: new RegExp(`^${say.revoke}`) }).click()
          await approver.told('grant-revoked')
        })

        await test.step('the technician’s very next request is a 404', async () => {
          expect(await technician.go(`/accounts/${slug}`)).toBe(404)
          expect(await technician.go(`/accounts/${slug}/settings/services`)).toBe(404)
        })

        await test.step('the history tells all of it', async () => {
          await approver.go(`/accounts/${slug}/settings/activity`)
          const told = approver.main
          for (const word of ['Theo Nakamura', 'Brightline IT', ownerName, 'The phones work again.'])
            await expect(told.getByRole('table').getByText(word).first()).toBeVisible()
          await expect(told).toContainText(say.services)
        })

        await test.step('and so do the letters', async () => {
          const approved = await letterTo(db, tech, 'access-approved')
          expect(approved).toMatchObject({ language: 'en' })
          expect(approved.text).toContain(names.en.services)
          const ended = await letterTo(db, tech, 'grant-ended')
          expect(ended.text).toContain('The phones work again.')
          await page.goto(`/mailbox?to=${encodeURIComponent(tech)}`)
          await expect(page.getByRole('link', { name: ended.subject })).toBeVisible()
          await expect(page.getByRole('link', { name: approved.subject })).toBeVisible()
        })
      },
    )
  }
}
