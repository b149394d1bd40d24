import { words } from '../app/mailbox/words.ts'
import { axeFinds } from './fixtures/axe.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { asked } from './fixtures/story.ts'
import { expect, mainJob, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const proprio = 'proprio@erable.example'
const tech = 'tech@brightline.example'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(
    `from a letter in the mailbox to the request, ${how}`,
    mainJob,
    async ({ db, portal, openBrowser }) => {
      await portal.cron('mail')
      await letterTo(db, owner, 'access-requested')
      const page = await openBrowser({ javaScriptEnabled })
      const text = words.en
      await page.goto('/mailbox')
      await page.getByLabel(text.recipient).selectOption(owner)
      await page.getByRole('button', { name: text.show }).click()
      const list = page.getByRole('list', { name: text.letters })
      await expect(list.getByRole('listitem')).toHaveCount(1)
      await list.getByRole('link', { name: 'Brightline IT asks for access to Harbour Dental' }).click()
      const letter = page.frameLocator('iframe')
      await expect(letter.getByText('HD-1042')).toBeVisible()
      await letter.getByRole('link', { name: 'Review access' }).click()
      await expect(page).toHaveURL(
        /\/sign-in\?next=%2Faccounts%2Fharbour-dental%2Fsettings%2Fauthorisation%2Frequests%2F/,
      )
    },
  )
}

test('a letter as plain text, with the same address to press', async ({ portal, openBrowser }) => {
  await portal.cron('mail')
  const page = await openBrowser()
  await page.goto('/mailbox')
  await page.getByRole('list', { name: words.en.letters }).getByRole('link').first().click()
  await page.getByRole('link', { name: words.en.asText }).click()
  await expect(page.locator('pre')).toContainText('Review access:')
  await expect(page.locator('pre a')).toHaveCount(1)
  await expect(page.locator('pre a')).toHaveAttribute('href', /\/settings\/authorisation\/requests\//)
})

test('each recipient in their own language and brand, on every brand of the provider', async ({
  db,
  portal,
  openBrowser,
}) => {
  await asked(db, tech, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' } })
  await portal.cron('mail')
  const letter = await letterTo(db, proprio, 'access-requested')
  expect(letter).toMatchObject({ language: 'fr', from: '"Boréal Voix" <portal@boreal.example>' })
  for (const brand of ['northwind', 'boreal'] as const) {
    const page = await openBrowser({ brand })
    await page.goto(`/mailbox?to=${proprio}`)
    const button = page.getByRole('link', { name: 'Examiner l’accès' })
    await expect(button).toHaveAttribute(
      'href',
      new RegExp(`^${portal.url('boreal', '/accounts/erable-sante/')}`),
    )
    await page.getByRole('link', { name: 'Brightline IT demande l’accès à Érable Santé' }).click()
    await expect(page.frameLocator('iframe').locator('img')).toHaveJSProperty('naturalWidth', 128)
  }
})

test('another provider’s mailbox holds none of it', async ({ db, portal, openBrowser }) => {
  await portal.cron('mail')
  const page = await openBrowser({ brand: 'southern' })
  await page.goto('/mailbox')
  await expect(page.getByText(words.en.empty)).toBeVisible()
  const id = await db.value<string>('select id from demo_mailbox limit 1')
  for (const path of [
    `/mailbox/${id}`,
    `/mailbox/${id}/html`,
    '/mailbox/nonsense',
    '/mailbox/nonsense/html',
  ]) {
    expect((await portal.ask('southern', { path })).status, path).toBe(404)
  }
})

for (const brand of ['northwind', 'boreal'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the mailbox and in a letter, ${brand}, ${colorScheme}`, async ({
      db,
      portal,
      openBrowser,
    }) => {
      await asked(db, tech, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' } })
      await portal.cron('mail')
      const language = brand === 'boreal' ? 'fr' : 'en'
      const id = await db.value<string>('select id from demo_mailbox where language = $1 limit 1', [language])
      const page = await openBrowser({ brand, colorScheme, viewport: { width: 360, height: 780 } })
      for (const path of [
        '/mailbox',
        '/mailbox?to=nobody@x.example',
        `/mailbox/${id}`,
        `/mailbox/${id}?view=text`,
      ]) {
        await page.goto(path)
        expect(await axeFinds(page), path).toEqual([])
      }
    })
  }
}

test('every letter’s frame is as tall as its letter, on a phone and on a desk', async ({
  db,
  portal,
  openBrowser,
}) => {
  await portal.cron('mail')
  const ids = await db.rows<{ id: string }>('select id from demo_mailbox')
  expect(ids.length).toBeGreaterThan(0)
  for (const width of [360, 1280]) {
    const page = await openBrowser({ viewport: { width, height: 900 } })
    for (const { id } of ids) {
      await page.goto(`/mailbox/${id}`)
      const letter = page.frameLocator('iframe').locator('body')
      await expect(async () => {
        const [frame, wanted] = [await page.locator('iframe').boundingBox(), await letter.boundingBox()]
        expect(Math.abs((frame?.height ?? 0) - (wanted?.height ?? 0))).toBeLessThanOrEqual(3)
        expect(wanted?.height).toBeGreaterThan(300)
      }).toPass({ timeout: 5000 })
    }
  }
})

test.describe('a letter with a script in it', () => {
  // What the policy forbids, the browser complains about.
  test.use({ expectedFaults: [/Content Security Policy/i] })

  test('runs nothing of it, alone or in its frame', async ({ db, portal, openBrowser }) => {
    await portal.cron('mail')
    const script = `</h1><img src="data:," onerror="top.name = 'run'; name = 'run'"><script>name = 'run'</script>`
    const id = await db.value<string>(
      `update demo_mailbox set frozen = jsonb_set(frozen, '{html}', to_jsonb(replace(frozen->>'html', '</h1>', $2::text)))
        where frozen->>'to' = $1 returning id`,
      [owner, script],
    )
    const page = await openBrowser()
    for (const path of [`/mailbox/${id}/html`, `/mailbox/${id}`]) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      const names = await Promise.all(page.frames().map(frame => frame.evaluate(() => window.name)))
      expect(names.every(name => name === '')).toBe(true)
    }
  })
})

test.describe('outside the demo', () => {
  test.use({ portalChoices: { settings: { LATCHKEY_DEMO: '' }, mail: 'service' } })

  test('there is no mailbox', async ({ portal }) => {
    for (const path of [
      '/mailbox',
      '/mailbox/0b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11',
      '/mailbox/0b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11/html',
    ]) {
      expect((await portal.ask('northwind', { path })).status, path).toBe(404)
    }
  })
})

test('a brand’s pictures: public, cacheable by version, and never a document', async ({ portal }) => {
  for (const name of ['logo', 'logo-dark', 'favicon']) {
    const answer = await portal.ask('northwind', { path: `/brand/${name}?v=1` })
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="${name}.png"`,
    })
    const etag = String(answer.headers.etag)
    const again = await portal.ask('northwind', {
      path: `/brand/${name}?v=1`,
      headers: { 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
    const other = await portal.ask('northwind', { path: `/brand/${name}?v=0` })
    expect(other.headers['cache-control']).toBe('public, max-age=300')
    expect((await portal.ask('boreal', { path: `/brand/${name}?v=1` })).headers.etag).not.toBe(etag)
  }
  const icons = await Promise.all(
    ['/favicon.ico', '/brand/favicon'].map(path => portal.ask('northwind', { path })),
  )
  expect(icons.map(({ status, headers }) => [status, headers['content-type'], headers.etag])).toEqual(
    Array(2).fill([200, 'image/png', icons[1]?.headers.etag]),
  )
  for (const path of ['/brand/other', '/brand/logo/x', '/brand/..%2flogo']) {
    expect((await portal.ask('northwind', { path })).status, path).toBe(404)
  }
})
