import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { words as passwordPageWords } from '#app/(password)/words.ts'
import { migrate } from '#db/migrate.ts'
import { given } from '#scripts/given.ts'
import { ask } from '#scripts/loopback.ts'
import { root } from '#scripts/project.ts'
import { withoutSettings } from '#scripts/settings.ts'
import { linkIn } from './fixtures/mailbox.ts'
import { startPortal } from './fixtures/servers.ts'
import { expect, test } from './fixtures/test.ts'

const secret = randomBytes(32).toString('hex')
const hint = 'run npm run setup'

async function emptyDatabase() {
  const { serverUrl } = given()
  const name = `e2e_empty_${randomBytes(6).toString('hex')}`
  const onServer = async (text: string) => {
    const client = new Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await onServer(`create database ${name} template template0`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrate(url.href)
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) }
}

/** As `npm run setup` runs it where nobody sits at a terminal. */
function setup(databaseUrl: string, port: number, ...args: string[]) {
  const settings = {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: secret,
    PUBLIC_SCHEME: 'http',
    PUBLIC_PORT: String(port),
  }
  const script = ['--disable-warning=ExperimentalWarning', join(root, 'scripts', 'setup.ts'), ...args]
  return promisify(execFile)(process.execPath, script, {
    env: { ...process.env, ...withoutSettings(), ...settings },
  })
}

test('an empty database has no portal at any host, and one command later a platform administrator signs in', async ({
  browser,
}) => {
  const database = await emptyDatabase()
  // Outside the demo, as it is in production.
  const portal = await startPortal({
    mail: 'service',
    settings: { DATABASE_URL: database.url, AUTH_SECRET: secret, LATCHKEY_DEMO: '' },
  })
  try {
    for (const host of ['first.localhost', 'northwind.localhost', 'localhost', 'first.localhost'])
      for (const path of ['/', '/sign-in', '/provider/domains', '/mailbox']) {
        const answer = await ask(portal.port, { path, headers: { host: `${host}:${portal.port}` } })
        expect(answer.status, `${host}${path}`).toBe(421)
      }
    // Sixteen asked; the log says it once.
    expect(portal.output().split(hint)).toHaveLength(2)

    const done = await setup(
      database.url,
      portal.port,
      ...['--name', 'First Telecom', '--host', 'first.localhost', '--support-email', 'help@first.example'],
      ...[
        '--sender-address',
        'portal@first.example',
        '--admin-name',
        'Ada First',
        '--admin-email',
        'ada@first.example',
      ],
    )
    const origin = `http://first.localhost:${portal.port}`
    expect(done.stdout).toContain(`${origin}/sign-in`)
    expect(done.stdout).toContain('in the outbox')

    await portal.cron('mail')
    const [letter] = portal.mailService?.mails ?? []
    expect(letter).toMatchObject({ to: expect.stringContaining('ada@first.example') })
    const link = linkIn({ text: letter?.text ?? '' })
    expect(link).toContain(`${origin}/`)
    const page = await browser.newPage()
    expect((await page.goto(`${origin}/sign-in`))?.status()).toBe(200)
    await expect(page).toHaveTitle(/First Telecom/)
    await page.goto(link)
    await page.getByLabel(passwordPageWords.en.newPassword).fill('a long enough passphrase of mine')
    await page.getByRole('button', { name: passwordPageWords.en.set }).click()
    await page.waitForURL(/\/provider\//)
    await page.goto(`${origin}/provider/domains`)
    await expect(page.getByRole('main')).toContainText('first.localhost')
    await page.close()
  } finally {
    await portal.stop()
    await database.drop()
  }
})
