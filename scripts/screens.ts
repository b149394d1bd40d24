// npm run screens: pictures of every page, both languages, light and dark, 360 and 1280 px, into docs/screens/.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from './browser.ts'
import { ensureBuilt } from './build.ts'
import { type Given, givenVariable } from './given.ts'
import { type Lifetime, runCommand } from './lifetime.ts'
import { withFewColours } from './palette-png.ts'
import { ensureDatabase, startPostgres } from './postgres.ts'
import { root, say } from './project.ts'
import { testBuild } from './test-build.ts'

const folder = join(root, 'docs', 'screens')
const letterFolder = join(root, 'docs', 'letters')
const widths = [360, 1280] as const
/** Lower than whole pages, and in few colours: everybody who clones the portal carries these pictures along. */
const tallest = { 360: 1500, 1280: 1000 } as const
const colours = 24

const readme: Readonly<Record<string, string>> = {
  'customer-authorisation': 'customer',
  'partner-customers': 'partner',
  'provider-relationships': 'provider',
  letter: 'letter',
}

async function screens(life: Lifetime): Promise<number> {
  const { portal, db } = await portalOfItsOwn(life)
  const { prepareTour } = await import('#e2e/fixtures/tour.ts')
  const stops = await prepareTour(db)
  await portal.cron('mail')
  const letter = await db.value<string>(
    `select id from demo_mailbox where kind = 'access-requested' and language = 'en' limit 1`,
  )
  const found = await findChromium()
  const browser = await chromium.launch({
    ...found,
    env: { ...(process.env as Record<string, string>), ...found.env },
  })
  life.afterwards(() => browser.close())
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(folder)) if (file.endsWith('.png')) rmSync(join(folder, file))
  const tour = [...stops, { name: 'letter', path: `/mailbox/${letter}`, who: null }]
  for (const language of ['en', 'fr'] as const) {
    await db.rows('update person set language = $1', [language])
    for (const scheme of ['light', 'dark'] as const) {
      for (const width of widths) {
        const readers = new Readers(browser, { language, scheme, width }, portal, db)
        for (const stop of tour) await take(await readers.pageOf(stop), stop, { language, scheme, width })
        await readers.close()
        say(`${language}, ${scheme}, ${width} px: ${tour.length} pages`)
      }
    }
  }
  await takeLetters(browser, portal, db)
  const size = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  say(`docs/screens: ${(size / 1e6).toFixed(1)} MB`)
  return 0
}

interface Look {
  readonly language: 'en' | 'fr'
  readonly scheme: 'light' | 'dark'
  readonly width: (typeof widths)[number]
}

type Stop = Awaited<ReturnType<typeof import('#e2e/fixtures/tour.ts')['prepareTour']>>[number]
type Servers = typeof import('#e2e/fixtures/servers.ts')
type Portal = Awaited<ReturnType<Servers['startPortal']>>
type Database = Awaited<ReturnType<typeof import('#e2e/fixtures/database.ts')['openDatabase']>>

/** The demo as it begins, on a database that is thrown away afterwards. */
async function portalOfItsOwn(life: Lifetime): Promise<{ portal: Portal; db: Database }> {
  await ensureBuilt(testBuild, life)
  const server = await startPostgres({ data: 'temporary' })
  life.afterwards(() => server.stop())
  const { migrate } = await import('#db/migrate.ts')
  const { loadDemo } = await import('#db/demo/load.ts')
  const template = `screens_${randomBytes(4).toString('hex')}`
  const url = await ensureDatabase(server, template)
  await migrate(url)
  await loadDemo(url, {})
  const given: Given = {
    ...testBuild,
    runtime: 'node',
    serverUrl: server.url('postgres'),
    template,
    chromium: await findChromium(),
    report: '',
  }
  process.env[givenVariable] = JSON.stringify(given)
  const { startPortal } = await import('#e2e/fixtures/servers.ts')
  const { openDatabase } = await import('#e2e/fixtures/database.ts')
  const portal = await startPortal()
  life.afterwards(() => portal.stop())
  const db = await openDatabase(portal.databaseUrl)
  life.afterwards(() => db.close())
  return { portal, db }
}

/** One browser window for each person, in one look. */
class Readers {
  readonly #browser: Browser
  readonly #look: Look
  readonly #portal: Portal
  readonly #db: Database
  readonly #pages = new Map<string, Page>()

  constructor(browser: Browser, look: Look, portal: Portal, db: Database) {
    this.#browser = browser
    this.#look = look
    this.#portal = portal
    this.#db = db
  }

  async pageOf({ who, brand = 'northwind' }: Stop): Promise<Page> {
    const known = this.#pages.get(who ?? '')
    if (known) return known
    const { signInAs } = await import('#e2e/fixtures/people.ts')
    const { noticeEnhancement } = await import('#e2e/fixtures/reader.ts')
    const { language, scheme, width } = this.#look
    const context = await this.#browser.newContext({
      colorScheme: scheme,
      viewport: { width, height: width === 360 ? 780 : 900 },
      reducedMotion: 'reduce',
      baseURL: this.#portal.url(brand, ''),
    })
    await context.addInitScript(noticeEnhancement)
    if (who) await signInAs(context, this.#portal, this.#db, who, brand)
    else
      await context.addCookies([
        { name: 'latchkey-language', value: language, url: this.#portal.url('northwind') },
      ])
    const page = await context.newPage()
    this.#pages.set(who ?? '', page)
    return page
  }

  async close(): Promise<void> {
    for (const page of this.#pages.values()) await page.context().close()
  }
}

async function take(page: Page, stop: Stop, { language, scheme, width }: Look): Promise<void> {
  const { goTo } = await import('#e2e/fixtures/tour.ts')
  await goTo(page, stop)
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = Math.min(stop.opens ? (page.viewportSize()?.height ?? 900) : whole, tallest[width])
  const png = await page.screenshot({
    fullPage: !stop.opens,
    clip: { x: 0, y: 0, width, height },
    animations: 'disabled',
  })
  writeFileSync(join(folder, `${stop.name}-${language}-${scheme}-${width}.png`), withFewColours(png, colours))
  const desk = readme[stop.name]
  if (desk && language === 'en' && scheme === 'light' && width === 1280)
    writeFileSync(join(folder, `readme-${desk}.png`), withFewColours(png, 64))
}

/** One letter as every brand sends it, in both languages, light and dark: small, and kept with the portal. */
async function takeLetters(browser: Browser, portal: Portal, db: Database): Promise<void> {
  const { asked } = await import('#e2e/fixtures/story.ts')
  await asked(db, 'admin@outback.example', 'outback-networks', { account: { slug: 'southern-bakery' } })
  // The same letter once more for each brand and language, sent by the portal itself.
  await db.rows(`insert into letter (provider_id, branding_domain_id, account_id, person_id, to_address, to_name,
      language, kind, subject_id, facts, priority, dedupe_key)
    select l.provider_id, b.id, l.account_id, l.person_id, l.to_address, l.to_name, g.language, l.kind, l.subject_id,
      l.facts, l.priority, split_part(b.host, '.', 1) || '-' || g.language
    from branding_domain b cross join (values ('en'), ('fr')) g (language) cross join lateral (
      select * from letter where kind = 'access-requested' and provider_id = b.provider_id and branding_domain_id in (
        select id from branding_domain where host in ('northwind.localhost', 'southern.localhost')) order by id limit 1) l where b.retired_at is null`)
  await portal.cron('mail')
  const letters = await db.rows<{ name: string; html: string }>(
    `select l.dedupe_key as name, m.frozen->>'html' as html from demo_mailbox m join letter l on l.id = m.letter_id
      where l.dedupe_key ~ '^[a-z]+-(en|fr)$' order by 1`,
  )
  mkdirSync(letterFolder, { recursive: true })
  for (const { name, html } of letters) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 640, height: 900 } })
      await page.setContent(html, { waitUntil: 'load' })
      const png = await page.screenshot({ animations: 'disabled' })
      writeFileSync(join(letterFolder, `${name}-${colorScheme}.png`), withFewColours(png, colours))
      await page.close()
    }
  }
  say(`docs/letters: ${letters.length} letters, light and dark`)
}

// At the end: what stands above is made by then.
await runCommand(screens, 130)
