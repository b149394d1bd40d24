import type { Lifetime } from './lifetime.ts'
import { ensureDatabase, startPostgres } from './postgres.ts'
import { say } from './project.ts'

/**
 * The database that a command works on: the one that DATABASE_URL names, else our own PostgreSQL, which stays in .data.
 * Whoever calls has claimed the data before.
 */
export async function openDatabase(life: Lifetime): Promise<string> {
  const given = process.env.DATABASE_URL
  if (given) return given
  say('Starting the database …')
  const server = await startPostgres({ data: 'kept' })
  life.afterwards(() => server.stop())
  return ensureDatabase(server, 'latchkey')
}
