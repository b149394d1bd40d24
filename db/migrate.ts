import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

/** The same number on every server: who holds it migrates, the others wait and then find nothing to do. */
const migrationLock = 7_114_203

/** PostgreSQL's code for a lock that was not free in time, and for two who wait for each other. */
const busy = ['55P03', '40P01']

interface MigrateOptions {
  /** Where the migrations lie; the portal's own unless a test brings others. */
  readonly folder?: string
  /** How long a change of a table may wait for those who use it, in milliseconds: everybody else waits behind it. */
  readonly lockTimeout?: number
  /** How often it is tried in all. */
  readonly tries?: number
}

/**
 * Brings a database to the current schema, all of it or nothing. Safe when several servers start at once, and while others
 * serve: a table that is in use is not waited for longer than a page can be late; everything is undone and tried again.
 * Throws what the last try met.
 */
export async function migrate(
  connectionString: string,
  {
    folder = fileURLToPath(new URL('./migrations', import.meta.url)),
    lockTimeout = 2_000,
    tries = 30,
  }: MigrateOptions = {},
): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`set lock_timeout = ${Math.round(lockTimeout)}`)
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await applyMigrations(drizzle({ client }), { migrationsFolder: folder })
      } catch (error) {
        if (attempt >= tries || !isBusy(error)) throw error
        await pause(Math.min(lockTimeout, 200 * attempt))
      }
    }
  } finally {
    await client.end()
  }
}

/** Whether somebody else held what a migration needed; drizzle wraps what PostgreSQL said. */
function isBusy(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if (busy.includes((at as { code?: string }).code ?? '')) return true
  return false
}
