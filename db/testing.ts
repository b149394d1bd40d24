import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type DatabaseAddress, direct, openPool } from './driver/driver.ts'
import { migrate } from './migrate.ts'

/** A migrated database of its own, for one test file. */
export interface FreshDatabase {
  readonly url: string
  readonly pool: pg.Pool
  /** Ends the pool and drops the database. */
  close(): Promise<void>
}

/**
 * Where a database of the tests is for the driver that is under test: node-postgres, unless TEST_DRIVER says serverless;
 * then TEST_DATABASE_PROXY leads there.
 */
function addressOf(url: string): DatabaseAddress {
  if (process.env.TEST_DRIVER !== 'serverless') return direct(url)
  const named = new URL(url)
  named.hostname = 'localhost'
  return { driver: 'serverless', url: named.href, proxy: process.env.TEST_DATABASE_PROXY }
}

/** So many random sequences, and a fifth of them by the second driver: it carries the same rules by another road. */
export function sequencesOf(full: number): number {
  return process.env.TEST_DRIVER === 'serverless' ? Math.ceil(full / 5) : full
}

/** A pool of the driver under test, of one connection unless told otherwise. Whoever asks for it ends it. */
export function poolOn(url: string, choices: Partial<Parameters<typeof openPool>[1]> = {}): pg.Pool {
  return openPool(addressOf(url), { max: 1, ...choices })
}

/** The settings of a portal on this database, by the driver under test. */
export function settingsOn(url: string): Record<string, string> {
  const address = addressOf(url)
  if (address.driver === 'node-postgres') return { DATABASE_URL: url, POSTGRES_URL: '', POSTGRES_PROXY: '' }
  return { DATABASE_URL: '', POSTGRES_URL: address.url, POSTGRES_PROXY: address.proxy ?? '' }
}

/** While it is held, nobody else makes the template. */
const templateLock = 7_114_204

/**
 * Clones the migrated template into a new database on the server that TEST_DATABASE_URL names; the template is made
 * once per state of the migrations. `like` names another database of that server to clone instead, to which nobody may
 * be connected. Refuses a server that is not on this machine.
 */
export async function freshDatabase({ like }: { like?: string } = {}): Promise<FreshDatabase> {
  const server = testServer()
  const name = `latchkey_test_${randomBytes(6).toString('hex')}`
  await onServer(server, async client => {
    const template = like ? new URL(like).pathname.slice(1) : await madeTemplate(client, server)
    await client.query(`create database ${name} template ${template}`)
  })
  const url = urlOf(server, name)
  const pool = poolOn(url, { max: 20 })
  return {
    url,
    pool,
    async close() {
      await pool.end()
      await onServer(server, client => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Ends all connections to a database, and waits until its own pool knows: its next question takes a new one. */
export async function leftByAll({ url, pool }: FreshDatabase): Promise<void> {
  await onServer(testServer(), client =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      new URL(url).pathname.slice(1),
    ]),
  )
  while (pool.totalCount > 0) await new Promise(resolve => setImmediate(resolve))
}

function testServer(): URL {
  const text = process.env.TEST_DATABASE_URL
  if (!text) throw new Error('TEST_DATABASE_URL names no PostgreSQL: run the tests with npm test')
  const server = new URL(text)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(server.hostname))
    throw new Error(`tests make and drop databases: ${server.hostname} is not this machine`)
  return server
}

function urlOf(server: URL, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function onServer<T>(server: URL, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The template's name carries a hash of the migrations, so a new migration makes a new template. */
async function madeTemplate(client: pg.Client, server: URL): Promise<string> {
  const name = `latchkey_template_${migrationsHash()}`
  // Locks are held per database, but every caller comes through the one that TEST_DATABASE_URL names.
  await client.query('select pg_advisory_lock($1)', [templateLock])
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount) return name
    // Migrated under another name first: a run that was killed half way must not leave half a template.
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft} template template0`)
    await migrate(urlOf(server, draft))
    await client.query(`alter database ${draft} rename to ${name}`)
    return name
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  }
}

function migrationsHash(): string {
  const folder = fileURLToPath(new URL('./migrations/', import.meta.url))
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.sql')) hash.update(file).update(readFileSync(`${folder}${file}`))
  }
  return hash.digest('hex').slice(0, 12)
}
