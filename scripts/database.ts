import { claimData } from './claim.ts'
import type { Lifetime } from './lifetime.ts'
import { ensureDatabase, startPostgres } from './postgres.ts'
import { dataFolder, StartError, say } from './project.ts'

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

/**
 * The same for a command that does its work and ends. Where only a serverless database is named, that one is meant and
 * not our own; commands reach it as any other.
 */
export async function databaseOf(
  command: string,
  life: Lifetime,
): Promise<{ readonly url: string; readonly own: boolean }> {
  const own = !process.env.DATABASE_URL
  if (own && process.env.POSTGRES_URL)
    throw new StartError(`POSTGRES_URL names a database. For ${command}, name it as DATABASE_URL too.`)
  if (own) await claimData(dataFolder(), command, life)
  return { url: await openDatabase(life), own }
}
