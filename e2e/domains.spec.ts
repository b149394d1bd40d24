import { retireWords } from '#app/provider/domains/retire-words.ts'
import { setupWords } from '#app/provider/domains/setup-words.ts'
import { words as domainWords } from '#app/provider/domains/words.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { get, handOf } from './fixtures/by-hand.ts'
import { aPicture, domainId, newDomain } from './fixtures/guarded/domains.ts'
import { expect, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'
const southern = 'platform@southern.example'
const field = brandingWords.en.field
const words = domainWords.en
const at = (id: string, page = '') => `/provider/domains/${id}${page}`

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const [brand, who] of [
    ['northwind', platform],
    ['boreal', platform],
    ['southern', southern],
  ] as const)
    test(`colours and name of ${brand} are changed, and seen on the next page, ${how}`, async ({
      db,
      reader,
      openBrowser,
    }) => {
      const id = await domainId(db, brand)
      const edits = await reader(who, { javaScriptEnabled })
      await edits.go(at(id, '/colours'))
      await edits.main.getByLabel(field.accent, { exact: true }).fill('#777777')
      await edits.button(words.save).click()
      await edits.refused('4.47:1')
      await expect(edits.main.getByLabel(field.accent, { exact: true })).toHaveValue('#777777')
      // The nearest shade that passes, with one press; without JavaScript that is a preview.
      await edits.main.getByRole('button', { name: /^Use the nearest shade/ }).click()
      await expect(edits.main.getByLabel(field.accent, { exact: true })).not.toHaveValue('#777777')
      if (!javaScriptEnabled)
        await expect(edits.page.getByRole('status').filter({ hasText: words.preview.shown })).toBeVisible()
      expect(await db.value('select accent from branding_domain where id = $1', [id])).not.toBe('#767676')
      await expect(edits.main.getByRole('button', { name: /^Use the nearest shade/ })).toBeHidden()
      await edits.main.getByLabel(field.accent, { exact: true }).fill('#5B21B6')
      await edits.button(words.save).click()
      await edits.told('saved')
      await edits.go(at(id, '/edit'))
      await edits.main.getByLabel(field.brandName, { exact: true }).fill('Another Voice')
      await edits.button(words.save).click()
      await edits.told('saved')
      const guest = await openBrowser({ brand })
      await guest.goto('/sign-in')
      await expect(guest).toHaveTitle(/Another Voice/)
      const worn = await guest.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--brand').trim(),
      )
      expect(worn).toBe('#5b21b6')
      const told = await db.value<string>(
        `select string_agg(data->>'changes', ' ' order by id) from event where subject_id = $1`,
        [id],
      )
      expect(told).toContain('#5b21b6')
      expect(told).toContain('Another Voice')
    })

  test(`a preview shows and saves nothing, ${how}`, async ({ db, reader }) => {
    const id = await domainId(db, 'northwind')
    const edits = await reader(platform, { javaScriptEnabled })
    await edits.go(at(id, '/colours'))
    const before = await db.digest()
    await edits.main.getByLabel(field.accent, { exact: true }).fill('#14532d')
    await edits.button(words.preview.button).click()
    await expect(edits.page.getByRole('status').filter({ hasText: words.preview.shown })).toBeVisible()
    const worn = await edits.main
      .locator('.preview[data-mode="light"] .preview-button')
      .first()
      .evaluate(one => getComputedStyle(one).backgroundColor)
    expect(worn).toBe('rgb(20, 83, 45)')
    expect(await db.digest()).toBe(before)
  })

  test(`a colour that is CSS is refused at its field, and stays typed, ${how}`, async ({ db, reader }) => {
    const id = await domainId(db, 'northwind')
    const edits = await reader(platform, { javaScriptEnabled })
    await edits.go(at(id, '/colours'))
    const css = 'red;}body{background:url(//evil.example)}</style><script>'
    await edits.main.getByLabel(field.accentDark, { exact: false }).first().fill(css)
    await edits.button(words.save).click()
    await edits.refused(brandingWords.en['not-a-colour']())
    await expect(edits.main.locator('[name=accentDark]')).toHaveValue(css)
    expect(await db.value('select accent_dark from branding_domain where id = $1', [id])).toBeNull()
  })

  test(`a domain is added, gets its logo and is there for the world, ${how}`, async ({
    db,
    reader,
    portal,
  }) => {
    const adds = await reader(platform, { javaScriptEnabled })
    await adds.go('/provider/domains')
    await adds.link(words.add).click()
    await adds.ready()
    const typed = { ...newDomain, host: 'HTTPS://Third.localhost:80/', brandName: 'x'.repeat(10_000) }
    for (const [name, value] of Object.entries(typed)) await adds.main.locator(`[name=${name}]`).fill(value)
    await adds.button(words.addSubmit).click()
    await adds.refused(fieldWords.en['not-a-host'])
    await expect(adds.main.locator('[name=brandName]')).toHaveValue(typed.brandName)
    await expect(adds.main.getByRole('alert')).toContainText('80 characters')
    await adds.main.locator('[name=brandName]').fill(newDomain.brandName)
    await adds.main.locator('[name=host]').fill('southern.localhost')
    await adds.button(words.addSubmit).click()
    await adds.refused(brandingWords.en.host.taken)
    await adds.main.locator('[name=host]').fill(newDomain.host)
    await adds.button(words.addSubmit).click()
    await adds.told('domain-added')
    await adds.link(words.editPictures).click()
    await adds.ready()
    const form = adds.main.getByRole('form', { name: field.logo, exact: true })
    await form.locator('input[type=file]').setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<html><script>alert(1)</script>'),
    })
    await form.getByRole('button', { name: words.replace }).click()
    await adds.refused(brandingWords.en.picture['not-a-picture'])
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'logo.html', mimeType: 'text/html', buffer: Buffer.from(aPicture.bytes) })
    await form.getByRole('button', { name: words.replace }).click()
    await adds.told('picture-saved')
    const seen = await portal.ask('northwind', {
      path: '/brand/logo',
      headers: { host: `third.localhost:${portal.port}` },
    })
    expect(seen.status).toBe(200)
    expect(seen.headers['content-type']).toBe('image/png')
    expect(seen.headers['content-security-policy']).toContain('sandbox')
    expect(
      await db.value(`select count(*) from brand_asset a join branding_domain b on b.id = a.branding_domain_id
      where b.host = 'third.localhost'`),
    ).toBe('1')
  })

  test(`a domain is retired: its host leads on, its people move, and it can come back, ${how}`, async ({
    db,
    reader,
    portal,
    openBrowser,
  }) => {
    const [northwind, boreal] = [await domainId(db, 'northwind'), await domainId(db, 'boreal')]
    const proprio = await handOf(db, 'proprio@erable.example')
    expect((await get(portal, proprio, '/accounts/erable-sante')).status).toBe(200)
    const acts = await reader(platform, { javaScriptEnabled })
    await acts.go(at(boreal))
    await acts.link(words.retireTitle).click()
    await acts.ready()
    await acts.main.getByLabel(retireWords.en.successor).selectOption(northwind)
    await acts.button(retireWords.en.submit).click()
    await acts.told('domain-retired')
    const moved = await get(portal, proprio, '/accounts/erable-sante?x=1')
    expect(moved.status).toBe(308)
    expect(moved.headers.location).toBe(portal.url('northwind', '/accounts/erable-sante?x=1'))
    const guest = await openBrowser({ brand: 'northwind', javaScriptEnabled })
    await guest.goto('/sign-in')
    await guest.locator('[name=email]').fill('proprio@erable.example')
    await guest.locator('[name=password]').fill('latchkey-demo')
    await guest.locator('form:has([name=password]) button[type=submit]').first().click()
    await expect(guest).toHaveURL(/erable-sante/)
    // The last one that is left offers no way to be retired.
    await acts.go(at(northwind))
    await expect(acts.main).toContainText(words.lastOne)
    await acts.go(at(boreal))
    const { restore } = retireWords.en
    for (const said of [
      restore.moved(1, 1, 'Northwind Telecom'),
      restore.accounts(1),
      restore.people('Northwind Telecom'),
    ])
      await expect(acts.main).toContainText(said)
    await acts.button(words.restore).click()
    await acts.told('domain-restored')
    expect(
      await db.value(
        `select b.host from account a join branding_domain b on b.id = a.home_brand_id where a.slug = 'erable-sante'`,
      ),
    ).toBe('boreal.localhost')
    expect(
      await db.value(
        `select b.host from person p join branding_domain b on b.id = p.home_brand_id where p.email = 'proprio@erable.example'`,
      ),
    ).toBe('northwind.localhost')
    expect((await portal.ask('boreal', { path: '/sign-in' })).status).toBe(200)
  })

  test(`whoever retires the host that they work on goes on at its successor, ${how}`, async ({
    db,
    reader,
    portal,
  }) => {
    const [northwind, boreal] = [await domainId(db, 'northwind'), await domainId(db, 'boreal')]
    const acts = await reader(platform, { javaScriptEnabled })
    await acts.go(at(northwind, '/retire'))
    await acts.main.getByLabel(retireWords.en.successor).selectOption(boreal)
    await acts.button(retireWords.en.submit).click()
    await acts.page.getByRole('link', { name: 'boreal.localhost' }).click()
    await expect(acts.page).toHaveURL(portal.url('boreal', '/sign-in'))
  })

  test(`whoever renames the host that they work on is led to the new one, ${how}`, async ({
    db,
    reader,
    portal,
  }) => {
    const acts = await reader(platform, { javaScriptEnabled })
    await acts.go(at(await domainId(db, 'northwind'), '/edit'))
    await acts.main.locator('[name=host]').fill('renamed.localhost')
    await acts.button(words.save).click()
    await acts.page.getByRole('link', { name: 'renamed.localhost' }).click()
    await expect(acts.page).toHaveURL(`http://renamed.localhost:${portal.port}/sign-in`)
    expect((await portal.ask('northwind', { path: '/sign-in' })).status).toBe(421)
  })
}

test('two people edit the same domain: the second is told by whom, and nothing is lost', async ({
  db,
  reader,
}) => {
  const id = await domainId(db, 'boreal')
  const [first, second] = [await reader(platform), await reader(platform)]
  for (const one of [first, second]) await one.go(at(id, '/edit'))
  await first.main.locator('[name=supportName]').fill('First Care')
  await first.button(words.save).click()
  await first.told('saved')
  await second.main.locator('[name=supportName]').fill('Second Care')
  await second.button(words.save).click()
  await second.refused('Nora Whitfield')
  await expect(second.main.locator('[name=supportName]')).toHaveValue('Second Care')
  expect(await db.value('select support_name from branding_domain where id = $1', [id])).toBe('First Care')
  await second.button(words.save).click()
  await second.told('saved')
  expect(await db.value('select support_name from branding_domain where id = $1', [id])).toBe('Second Care')
})

test('support reads, and changes nothing', async ({ db, reader, portal }) => {
  await db.rows(
    `update platform_user set role = 'support' where person_id = (select id from person where email = $1)`,
    [platform],
  )
  const id = await domainId(db, 'northwind')
  const reads = await reader(platform)
  for (const page of ['', '/setup']) expect(await reads.go(at(id, page))).toBe(200)
  await expect(reads.main.getByRole('button', { name: words.restore })).toHaveCount(0)
  await reads.go('/provider/domains')
  await expect(reads.link(words.add)).toHaveCount(0)
  const hand = await handOf(db, platform)
  for (const page of ['/edit', '/colours', '/pictures', '/retire'])
    expect((await get(portal, hand, at(id, page))).status, page).toBe(404)
  expect((await get(portal, hand, '/provider/domains/new')).status).toBe(404)
})

test('in the demo without a mail service the page of the records says so', async ({ db, reader }) => {
  const reads = await reader(platform)
  await reads.go(at(await domainId(db, 'boreal'), '/setup'))
  await expect(reads.main).toContainText(setupWords.en.noKey)
  await expect(reads.main).toContainText('v=spf1')
})
