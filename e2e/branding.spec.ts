import sharp from 'sharp'
import { frameWords } from '#app/_server/frame-words.ts'
import { words as catalogue } from '#app/accounts/[account]/settings/branding/words.ts'
import { words as services } from '#app/accounts/[account]/settings/services/words.ts'
import { drawMark, marks } from '#db/demo/picture.ts'
import { serviceTemplateWords } from '#lib/account/service-template-words.ts'
import { ownBrandWords } from '#lib/branding/own-words.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { languages } from '#lib/language.ts'
import { brandContributor, branded } from './fixtures/branding-story.ts'
import { formOn, get, handOf, has, post, send } from './fixtures/by-hand.ts'
import { aPicture } from './fixtures/guarded/domains.ts'
import { type Database, expect, Reader, test } from './fixtures/test.ts'

// What an account with Branding shows of its own: who keeps it, where it is worn, and what of it is refused.

const contributor = 'lena@maple.example'
const page = `/accounts/${branded}/settings/branding`
const buffer = drawMark('#5b21b6', marks.aurora, 200)
const logoFile = { name: 'logo.png', mimeType: 'image/png', buffer }

const logoNow = (db: Database) =>
  db.value<string | null>(
    `select max(id::text) from account_logo where kind = 'logo' and ended_at is null and account_id = (select id from account where slug = $1)`,
    [branded],
  )

for (const [language, javaScriptEnabled] of languages.flatMap(one => [[one, one === 'en']] as const)) {
  const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

  test(`a Brand Contributor changes logo, links and templates, and takes each back: ${how}`, async ({
    db,
    as,
    reader,
  }) => {
    await brandContributor(db, contributor)
    await db.rows('update person set language = $2 where email = $1', [contributor, language])
    const words = catalogue[language]
    const { field: links } = ownBrandWords[language]
    const { field } = serviceTemplateWords[language]
    const logo = brandingWords[language].field.logo
    const edits = new Reader(await as(contributor, { javaScriptEnabled }), language, javaScriptEnabled)
    const form = (name: string) => edits.main.getByRole('form', { name, exact: true })
    const own = edits.page.getByRole('banner').getByRole('img', { name: 'Maple Logistics' })
    await edits.go(`/accounts/${branded}`)
    await edits.follow(edits.link(frameWords[language].nav.branding))
    const first = await own.getAttribute('src')
    await form(words.named(words.save, logo)).locator('[name=picture]').setInputFiles(logoFile)
    await edits.button(words.save, form(words.named(words.save, logo))).click()
    // The demo's logo for dark pages stays as it was.
    await edits.told('logo-saved-beside-dark')
    await expect(own).not.toHaveAttribute('src', first ?? '')
    await edits.button(words.back, form(words.named(words.back, logo))).click()
    await edits.told('logo-restored')
    await expect(own).toHaveAttribute('src', first ?? '')
    await edits.button(words.remove, form(words.named(words.remove, logo))).click()
    await edits.told('logo-removed')
    await expect(own).toHaveCount(0)
    await edits.button(words.back, form(words.named(words.back, logo))).click()
    await edits.told('logo-restored')
    await expect(own).toBeVisible()

    await edits.main.getByLabel(links.shopLink).fill('http://shop.maple.example/')
    await edits.button(words.saveLinks).click()
    await edits.refused(fieldWords[language]['not-https'])
    await expect(edits.main.getByLabel(links.shopLink)).toHaveValue('http://shop.maple.example/')
    await edits.main.getByLabel(links.shopLink).fill('https://érable.example/boutique')
    await edits.button(words.saveLinks).click()
    await edits.told('saved')
    await expect(edits.main).toContainText(words.alsoWritten('érable.example'))
    const shop = edits.page
      .getByRole('contentinfo')
      .getByRole('link', { name: `${links.shopLink}, Maple Logistics` })
    await expect(shop).toHaveAttribute('href', 'https://xn--rable-9ra.example/boutique')
    await expect(shop).toHaveAttribute('rel', 'noopener noreferrer')

    await edits.follow(edits.link(words.add))
    await edits.main.getByLabel(field.name, { exact: true }).fill('Night line')
    await edits.button(words.saveTemplate).click()
    await edits.refused(serviceTemplateWords[language].refusal.empty)
    await edits.main.locator('[name=label]').fill('Night')
    await edits.main.locator('[name=supportText]').fill('Ask the night lead first.')
    await edits.button(words.saveTemplate).click()
    await edits.told('service-template-added')
    await edits.follow(edits.link('Night line'))
    await edits.button(words.removeTemplate).click()
    await edits.told('service-template-removed')
    await edits.button(words.restoreNamed('Night line')).click()
    await edits.told('service-template-restored')

    // Whoever may edit a service starts from it, and what it says stands there.
    const owner = await reader('owner@maple.example')
    const service = await db.value<string>(`select id from service where identifier = '+1 514 555 0177'`)
    await owner.go(`/accounts/${branded}/settings/services/${service}`)
    await owner.follow(owner.link('Night line'))
    await expect(owner.main).toContainText('Ask the night lead first.')
    await expect(owner.main).toContainText(services.en.startedFrom('Night line'))
    await expect(owner.main.locator('[name=label]')).toHaveValue('Night')
    const told = await db.value<string>(
      `select string_agg(distinct action, ' ') from event where action ~ '^(own-brand|service-template)' and actor_name = 'Lena Fischer'`,
    )
    expect(told).toBe(
      'own-brand.updated service-template.added service-template.removed service-template.restored',
    )
  })
}

/** A picture of one colour. */
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#5b21b6' } })
    .png()
    .toBuffer()

test('a picture that would be a line is refused with its cure, and an older dark logo is told of', async ({
  db,
  reader,
}) => {
  await brandContributor(db, contributor)
  const words = catalogue.en
  const edits = await reader(contributor)
  const form = (act: string, kind: 'logo' | 'logo-dark') =>
    edits.main.getByRole('form', { name: words.named(act, brandingWords.en.field[kind]), exact: true })
  const sends = async (kind: 'logo' | 'logo-dark', width: number, height: number) => {
    const file = { name: 'logo.png', mimeType: 'image/png', buffer: await picture(width, height) }
    await form(words.save, kind).locator('[name=picture]').setInputFiles(file)
    await edits.button(words.save, form(words.save, kind)).click()
  }
  await edits.go(page)
  await expect(form(words.save, 'logo')).toContainText('at most 6 times as wide as high')
  await sends('logo', 900, 100)
  await expect(edits.main.getByText(ownBrandWords.en.proportion['too-wide']).first()).toBeVisible()
  await sends('logo', 100, 900)
  await expect(edits.main.getByText(ownBrandWords.en.proportion['too-high']).first()).toBeVisible()
  await sends('logo-dark', 240, 60)
  await edits.told('logo-saved')
  await expect(edits.main).not.toContainText(words.darkOlder)
  await sends('logo', 600, 100)
  await edits.told('logo-saved-beside-dark')
  await expect(edits.main).toContainText(words.darkOlder)
  await edits.button(words.remove, form(words.remove, 'logo-dark')).click()
  await edits.told('logo-removed')
  await expect(edits.main).not.toContainText(words.darkOlder)

  // On a telephone all of the header stands in one row, and both logos can be read.
  await edits.page.setViewportSize({ width: 360, height: 740 })
  await edits.go(`/accounts/${branded}`)
  const banner = edits.page.getByRole('banner')
  const own = banner.getByRole('img', { name: 'Maple Logistics' })
  const rows = await Promise.all([banner, own].map(one => one.boundingBox()))
  expect(rows[0]?.height).toBeLessThan(64)
  expect(rows[1]?.width).toBeGreaterThanOrEqual(60)
  const wide = await edits.page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)
})

test('it is worn on the account’s pages and its client account’s, by whoever is there, and nowhere else', async ({
  db,
  portal,
  reader,
}) => {
  const logo = await logoNow(db)
  const at = (slug: string) => `/accounts/${slug}/logo/${logo}`
  for (const [email, path, own] of [
    ['owner@maple.example', '/accounts/maple-logistics', at('maple-logistics')],
    ['tech@brightline.example', '/accounts/maple-logistics', at('maple-logistics')],
    ['owner@depot.example', '/accounts/maple-depot-west', at('maple-depot-west')],
  ] as const) {
    const hand = await handOf(db, email)
    const { body } = await get(portal, hand, path)
    expect(body, email).toContain(own)
    expect(body, email).toContain('aria-label="Shop, Maple Logistics"')
    const picture = await get(portal, hand, own)
    expect(picture.status, email).toBe(200)
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    const again = await portal.ask(hand.brand, {
      path: own,
      headers: { cookie: hand.cookie, 'if-none-match': String(picture.headers.etag) },
    })
    expect(again.status).toBe(304)
  }
  for (const [email, path] of [
    ['owner@harbour-dental.example', '/accounts/harbour-dental'],
    ['proprio@erable.example', '/accounts/erable-sante'],
    ['owner@maple.example', '/profile'],
    ['tech@brightline.example', '/partner/brightline-it/customers'],
  ] as const)
    expect((await get(portal, await handOf(db, email), path)).body, path).not.toContain('Shop, Maple')
  expect((await portal.ask('northwind', { path: '/sign-in' })).body).not.toContain('shop.maple.example')
  // The wall: whoever may not read the account, another account's address, another provider.
  for (const [email, path] of [
    ['owner@harbour-dental.example', at('maple-logistics')],
    ['owner@harbour-dental.example', at('harbour-dental')],
    ['owner@depot.example', at('maple-logistics')],
    ['owner@bakery.example', at('southern-bakery')],
  ] as const)
    expect((await get(portal, await handOf(db, email), path)).status, path).toBe(404)
  const owner = await reader('owner@maple.example')
  await owner.go(page)
  await expect(owner.main).toContainText(catalogue.en.readOnly)
  await expect(owner.main.getByRole('form')).toHaveCount(0)
})

test('where the product goes the next click finds nothing, and all of it comes back with the product', async ({
  db,
  portal,
}) => {
  await brandContributor(db, contributor)
  const hand = await handOf(db, contributor)
  const logo = `/accounts/${branded}/logo/${await logoNow(db)}`
  const links = await formOn(portal, hand, page, one => has(one, 'shopLink'))
  await db.rows(`delete from account_product where product = 'branding'`)
  const platform = await handOf(db, 'platform@northwind.example')
  const before = await db.digest()
  for (const path of [page, `${page}/templates/new`, logo])
    for (const one of [hand, platform]) expect((await get(portal, one, path)).status, path).toBe(404)
  expect((await send(portal, hand, page, links, { shopLink: 'https://late.example/' })).status).toBe(404)
  const { body } = await get(portal, hand, `/accounts/${branded}`)
  expect(body).not.toContain(page)
  expect(body).not.toContain('Shop, Maple')
  expect(await db.digest()).toBe(before)
  await db.rows(
    `insert into account_product (provider_id, account_id, product) select provider_id, id, 'branding' from account where slug = $1`,
    [branded],
  )
  expect((await get(portal, hand, logo)).status).toBe(200)
  expect((await get(portal, hand, page)).body).toContain('https://shop.maple.example/')
})

test('hostile pictures and links are refused with their place, and whoever only reads changes nothing', async ({
  db,
  portal,
}) => {
  await brandContributor(db, contributor)
  const hand = await handOf(db, contributor)
  const others = ['owner@maple.example', 'owner@depot.example', 'owner@bakery.example']
  const hands = await Promise.all(others.map(email => handOf(db, email)))
  const before = await db.digest()
  const forms = await formOn(portal, hand, page, one => one.label === 'Save logo: Logo')
  const fields = () =>
    forms.fields
      .filter(([name]) => name !== 'picture' && name !== 'once')
      .concat([['once', crypto.randomUUID()]])
  const wide = Buffer.from(aPicture.bytes)
  wide.writeUInt32BE(20_000, 16)
  for (const [what, bytes, status, sentence] of [
    [
      'SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      200,
      'not a PNG',
    ],
    ['a bomb', wide, 200, 'too large'],
    ['600 kB', Buffer.concat([Buffer.from(aPicture.bytes), Buffer.alloc(600_000)]), 200, 'larger than 512'],
    ['far too much', Buffer.alloc(5_000_000), 413, ''],
  ] as const) {
    const answer = await post(portal, hand, page, fields(), {}, [{ ...aPicture, bytes }])
    expect(answer.status, what).toBe(status)
    expect(answer.body, what).toContain(sentence)
  }
  const links = await formOn(portal, hand, page, one => has(one, 'shopLink'))
  for (const shopLink of ['javascript:alert(1)', 'http://shop.example/', 'https://a:b@shop.example/'])
    expect((await send(portal, hand, page, links, { shopLink })).body).toContain(fieldWords.en['not-https'])
  for (const [at, other] of hands.entries()) {
    const sent = await send(portal, other, page, links, { once: crypto.randomUUID(), shopLink: '' })
    expect(sent.status, others[at]).toBe(404)
    const logo = await post(portal, other, page, fields(), {}, [aPicture])
    expect(logo.status, others[at]).toBe(404)
  }
  expect(await db.digest()).toBe(before)
  // A logo that somebody else has replaced meanwhile is not replaced unseen; the old one is not served any more.
  const old = await logoNow(db)
  expect((await post(portal, hand, page, fields(), {}, [aPicture])).status).toBe(303)
  const late = await post(portal, hand, page, fields(), {}, [aPicture])
  expect(late.body).toContain('changed this logo while you had the page open')
  expect((await get(portal, hand, `/accounts/${branded}/logo/${old}`)).status).toBe(404)
})
