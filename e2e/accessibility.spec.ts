import type { BrowserContext, Page } from '@playwright/test'
import type { Language } from '#lib/language.ts'
import { axeFinds } from './fixtures/axe.ts'
import { signInAs } from './fixtures/people.ts'
import { noticeEnhancement } from './fixtures/reader.ts'
import { pageAt, pagesThere } from './fixtures/routes.ts'
import type { Stop } from './fixtures/stop.ts'
import { openRequest } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'
import { goTo, prepareTour } from './fixtures/tour.ts'

// A long round each; both workers share them.
test.describe.configure({ mode: 'parallel' })

/** How each page is looked at, as it stands there: it is seen in both languages, both schemes and both widths. */
const looks = {
  en: [
    { scheme: 'light', width: 360 },
    { scheme: 'dark', width: 1280 },
  ],
  fr: [
    { scheme: 'dark', width: 1280 },
    { scheme: 'light', width: 360 },
  ],
} as const

/** All pages in one go take longer on a busy machine than one story should. */
const rounds = [1, 2, 3] as const
const turns = (['en', 'fr'] as const).flatMap(language => rounds.map(round => ({ language, round })))

for (const { language, round } of turns) {
  const turn = `${language}, round ${round} of ${rounds.length}`
  test(`axe finds nothing on any page, and none scrolls sideways: ${turn}`, async ({
    browser,
    portal,
    db,
    faults,
  }, info) => {
    info.setTimeout(900_000)
    const stops = (await prepareTour(db)).filter((_, at) => at % rounds.length === round - 1)
    await portal.cron('mail')
    await db.rows('update person set language = $1', [language])
    const readers = new Map<string, Page>()
    const contexts: BrowserContext[] = []
    const pageOf = async ({ who, brand = 'northwind' }: Stop): Promise<Page> => {
      const known = readers.get(who ?? '')
      if (known) return known
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        baseURL: portal.url(brand, ''),
      })
      contexts.push(context)
      faults(context)
      await context.addInitScript(noticeEnhancement)
      if (who) await signInAs(context, portal, db, who, brand)
      else
        await context.addCookies([
          { name: 'latchkey-language', value: language, url: portal.url('northwind') },
        ])
      const page = await context.newPage()
      readers.set(who ?? '', page)
      return page
    }
    const wrong: string[] = []
    for (const [at, stop] of stops.entries()) {
      const page = await pageOf(stop)
      await goTo(page, stop)
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'fr' ? 'fr-CA' : 'en-CA')
      for (const [turned, { scheme, width }] of looks[language].entries()) {
        await page.emulateMedia({ colorScheme: scheme })
        await page.setViewportSize({ width, height: 900 })
        // Axe takes the longest by far: one look in each language, of the other scheme and width in the other.
        const axed = (at + turned) % 2 === 0 ? await axeFinds(page) : []
        const found = [...(await sideways(page)), ...(await cutHints(page)), ...axed]
        wrong.push(...found.map(one => `${stop.name}, ${scheme}, ${width} px: ${one}`))
      }
    }
    for (const context of contexts) await context.close()
    console.log(
      `axe: ${stops.length} pages, ${turn}, ${looks[language].length} looks, ${wrong.length} failures`,
    )
    expect(wrong).toEqual([])
  })
}

test('the tour comes to every page', async ({ db }) => {
  const stops = await prepareTour(db)
  const pages = pagesThere()
  const seen = stops.map(({ path }) => pageAt(path))
  expect(pages.length).toBeGreaterThan(60)
  const missing = pages.filter(route => !seen.includes(route))
  expect(missing.sort()).toEqual([
    // Leads on, is empty to be measured against, or stands in the middle of a sign-in or of a letter's frame.
    '/',
    '/demo/empty',
    '/mailbox/[id]',
    '/sign-in/code',
    '/sign-in/elsewhere',
    '/sign-in/microsoft/onward',
  ])
})

async function sideways(page: Page): Promise<readonly string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return over > 0 ? [`${over} px too wide`] : []
}

/** What stands in empty fields and is longer than they are wide. */
async function cutHints(page: Page): Promise<readonly string[]> {
  const cut = await page.locator('input[placeholder]:visible').evaluateAll(fields =>
    fields.flatMap(field => {
      if (!(field instanceof HTMLInputElement)) return []
      const look = getComputedStyle(field)
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen) throw new Error('nothing to measure with')
      pen.font = look.font
      const room =
        field.clientWidth - Number.parseFloat(look.paddingLeft) - Number.parseFloat(look.paddingRight)
      return pen.measureText(field.placeholder).width > room ? [field.placeholder] : []
    }),
  )
  return cut.map(hint => `"${hint}" is cut in its field`)
}

/** Where the keyboard is, and whether one can see it. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return { text: '', visible: false }
    const look = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const ring = look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) > 0
    const shown = box.bottom > 0 && box.top < innerHeight && box.width > 0
    return {
      text: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
      visible: shown && (ring || look.boxShadow !== 'none'),
    }
  })
}

async function tabTo(page: Page, text: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    expect(now.visible, `the focus can be seen at "${now.text}"`).toBe(true)
    if (typeof text === 'string' ? now.text === text : text.test(now.text)) return
  }
  throw new Error(`the keyboard never came to ${text}`)
}

test('the main journey by keyboard alone', async ({ db, reader }) => {
  const keys = await reader('owner@harbour-dental.example')
  const { page } = keys
  await keys.go('/accounts/harbour-dental')
  await page.keyboard.press('Tab')
  expect((await focused(page)).text).toBe('Skip to the page')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Review access')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('heading', { level: 2 }).first(), 'what is asked is read first').toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect((await focused(page)).text, 'back where it came from').toBe('Review access')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Save')
  await page.keyboard.press('Enter')
  await keys.told('request-approved')

  await keys.go('/accounts/harbour-dental/settings/authorisation')
  await tabTo(page, 'Revoke all')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  expect((await focused(page)).text, 'in front of what can’t be undone').toBe('Cancel')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await tabTo(page, 'Revoke')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/act=revoke/)
  await tabTo(page, 'Revoke access')
  await page.keyboard.press('Enter')
  await keys.told('grant-revoked')
  expect(await db.value(`select count(*) from access_grant where state = 'revoked'`)).toBe('1')
})

test('what opens a dialog is pressed by the space bar, too, and without JavaScript leads to a clean address', async ({
  reader,
}) => {
  const path = '/accounts/harbour-dental/settings/authorisation'
  const keys = await reader('owner@harbour-dental.example')
  await keys.go(path)
  await tabTo(keys.page, 'Review access')
  await keys.page.keyboard.press('Space')
  await expect(keys.page.getByRole('dialog')).toBeVisible()
  const plain = await reader('owner@harbour-dental.example', { javaScriptEnabled: false })
  await plain.go(path)
  await plain.follow(plain.button('Review access'))
  expect(plain.page.url()).toMatch(/\/requests\/[0-9a-f-]{36}$/)
})

test('the keys / and ? do what they say, but not while one types', async ({ reader }) => {
  const keys = await reader('tech@brightline.example')
  const { page } = keys
  await keys.go('/partner/brightline-it/customers')
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox')
  await expect(search).toBeFocused()
  await page.keyboard.type('what? a/b')
  await expect(search).toHaveValue('what? a/b')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a dialog too long for the window opens at its title: who asks, and why, before what is answered', async ({
  reader,
  db,
}) => {
  const request = await openRequest(db)
  const why = 'The phones at the front desk have been silent since Monday. '
  await db.value('update access_request set reason = repeat($2, 25) where id = $1 returning id', [
    request,
    why,
  ])
  const reads = await reader('owner@harbour-dental.example')
  await reads.page.setViewportSize({ width: 1280, height: 800 })
  await reads.go('/accounts/harbour-dental/settings/authorisation')
  await reads.button('Review access').first().click()
  const title = reads.page.getByRole('dialog').getByRole('heading', { level: 2 }).first()
  await expect(title).toBeFocused()
  await expect(title).toBeInViewport()
})

test('a refusal takes the focus, and its sentences lead to their fields', async ({ reader, db }) => {
  const keys = await reader('owner@harbour-dental.example')
  await keys.go(`/accounts/harbour-dental/settings/authorisation/requests/${await openRequest(db)}`)
  await keys.main.getByLabel('Access duration').selectOption('until')
  await keys.button('Save', keys.main).click()
  const alert = keys.main.getByRole('alert')
  await expect(alert).toBeFocused()
  await alert.getByRole('link').first().click()
  await expect(keys.main.getByLabel('Until', { exact: true })).toBeFocused()
  await expect(keys.main.getByLabel('Until', { exact: true })).toHaveAttribute('aria-invalid', 'true')
})

test('times are elements that say the instant, and the page’s title says where one is', async ({
  reader,
}) => {
  const titles: Record<Language, RegExp> = {
    en: /^Account authorisation · Northwind Telecom$/,
    fr: /^Autorisation du compte · Boréal Voix$/,
  }
  const places = [
    ['owner@harbour-dental.example', 'harbour-dental', 'en'],
    ['proprio@erable.example', 'erable-sante', 'fr'],
  ] as const
  for (const [who, slug, language] of places) {
    const reads = await reader(who)
    await reads.go(`/accounts/${slug}/settings/authorisation`)
    await expect(reads.page).toHaveTitle(titles[language])
    for (const time of await reads.page.locator('time').all())
      expect(await time.getAttribute('datetime')).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
  }
})
