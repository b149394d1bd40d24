import type { Page } from '@playwright/test'
import { bareWords, firstPageWords } from '#app/_server/bare-words.ts'
import { doneWords } from '#app/_server/done.ts'
import { frameWords } from '#app/_server/frame-words.ts'
import { words as passwordWords } from '#app/(password)/words.ts'
import { words as profileWords } from '#app/profile/words.ts'
import { words as codeWords } from '#app/sign-in/code/words.ts'
import { words as signInWords } from '#app/sign-in/words.ts'
import { words as menuWords } from '#components/frame/words.ts'
import { givenLink } from './fixtures/links.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { expect, test } from './fixtures/test.ts'

// A page that was opened before another tab, or the time, made it one that can't be shown any more.

const owner = 'owner@harbour-dental.example'
const invited = 'admin@cedar.example'

async function askForLetter(page: Page): Promise<void> {
  await page.goto('/sign-in?next=%2Fprofile')
  await page.getByLabel(signInWords.en.email, { exact: true }).fill(owner)
  await page.getByRole('button', { name: signInWords.en.link }).click()
  await expect(page).toHaveURL(/\/sign-in\/code/)
}

const unknown = 'f'.repeat(42)

test('after a deployment an old page’s form says so, and keeps what was typed', async ({ as }) => {
  const page = await as(owner)
  await page.goto('/profile')
  await page.route('**/profile*', route =>
    route.request().method() === 'POST'
      ? route.continue({ headers: { ...route.request().headers(), 'next-action': unknown } })
      : route.continue(),
  )
  const name = page.getByLabel(profileWords.en.name, { exact: true })
  await name.fill('Harriet O.')
  await page.getByRole('button', { name: profileWords.en.save }).first().click()
  await expect(page.getByRole('alert').filter({ hasText: 'The portal has been updated' })).toBeVisible()
  await expect(name).toHaveValue('Harriet O.')
  const [anew] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Open the page anew' }).click(),
  ])
  await expect(anew.getByLabel(profileWords.en.name, { exact: true })).toHaveValue('Harriet Osei')
})

for (const [email, host] of [
  [owner, 'en'],
  ['proprio@erable.example', 'fr'],
] as const)
  test(`without JavaScript it says so in the brand’s language, and leads to the page anew: ${host}`, async ({
    as,
  }) => {
    const page = await as(email, { javaScriptEnabled: false })
    await page.goto('/profile')
    await page.route('**/profile*', route => {
      const sent = route.request().postDataBuffer()?.toString('latin1')
      const postData = sent && Buffer.from(sent.replace(/"id":"[0-9a-f]{42}"/, `"id":"${unknown}"`), 'latin1')
      return route.continue(postData ? { postData } : {})
    })
    const words = profileWords[host]
    await page.getByRole('button', { name: words.save }).first().click()
    const said = bareWords[host]['old-page']
    await expect(page.getByRole('heading', { name: said.title })).toBeVisible()
    await expect(page.getByText(said.text)).toBeVisible()
    await page.getByRole('link', { name: firstPageWords[host].again }).click()
    await expect(page.getByLabel(words.name, { exact: true })).toBeVisible()
  })

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`signing out where another tab has done so already ends at the sign-in page, too, ${how}`, async ({
    as,
  }) => {
    const page = await as(owner, { javaScriptEnabled })
    await page.goto('/accounts/harbour-dental')
    const other = await page.context().newPage()
    await other.goto('/profile')
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: menuWords.en.personMenu('Harriet Osei') }).click()
      await tab.getByRole('button', { name: frameWords.en.signOut }).click()
      await expect(tab.getByRole('status')).toHaveText(doneWords.en['signed-out'])
    }
  })

  test(`signing out on the page of a letter where another tab has done so already leads back to that page, ${how}`, async ({
    db,
    as,
  }) => {
    const page = await as('owner@maple.example', { javaScriptEnabled })
    await page.goto(await givenLink(db, 'activation', invited))
    const out = page.getByRole('button', { name: passwordWords.en.signOut })
    await expect(out).toBeVisible()
    await page.context().clearCookies({ name: /session$/ })
    await out.click()
    await expect(page.getByText(passwordWords.en.signInFirst(invited))).toBeVisible()
    await expect(page).toHaveURL(/\/activate$/)
  })

  test(`a code page that waited too long leads back to signing in, and keeps the way, ${how}`, async ({
    db,
    openBrowser,
  }) => {
    const page = await openBrowser({ javaScriptEnabled })
    const other = await page.context().newPage()
    const press = async (tab: Page, code: string) => {
      await tab.getByLabel(codeWords.en.code).fill(code)
      await tab.getByRole('button', { name: codeWords.en.signIn, exact: true }).click()
    }
    await askForLetter(page)
    await other.goto(page.url())
    const [code = ''] = /\b\d{3}[\s-]?\d{3}\b/.exec((await letterTo(db, owner, 'sign-in-link')).text) ?? []
    // The first tab signs in; to the second its code is a used one, and it is in.
    for (const tab of [page, other]) {
      await press(tab, code)
      await expect(tab, tab === page ? 'the first tab' : 'the second tab').toHaveURL(/\/profile$/)
    }
    await page.context().clearCookies()
    await askForLetter(page)
    await page.context().clearCookies()
    await press(page, code)
    await expect(page.getByRole('status')).toHaveText(doneWords.en['waited-too-long'])
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fprofile/)
  })
}
