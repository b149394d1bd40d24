import pg from 'pg'
import type { Environment } from '#lib/env.ts'
import { openServerless } from './serverless.ts'

/** Where a database is, and which driver leads there. */
export type DatabaseAddress =
  | { readonly driver: 'node-postgres'; readonly url: string }
  | { readonly driver: 'serverless'; readonly url: string; readonly proxy?: string | undefined }

interface PoolChoices {
  /** The most connections at once. */
  readonly max: number
  /** Stands before every new connection: nobody gets it until this has settled, nor at all where it throws. */
  readonly onConnect?: (client: pg.ClientBase) => Promise<void>
}

/** The address of a database that is reached as by any command: with node-postgres. */
export const direct = (url: string): DatabaseAddress => ({ driver: 'node-postgres', url })

/** What the settings name: DATABASE_URL with node-postgres, else POSTGRES_URL with the serverless driver. */
export function addressOf({
  DATABASE_URL,
  POSTGRES_URL,
  POSTGRES_PROXY,
}: Pick<Environment, 'DATABASE_URL' | 'POSTGRES_URL' | 'POSTGRES_PROXY'>): DatabaseAddress {
  if (DATABASE_URL) return direct(DATABASE_URL)
  return { driver: 'serverless', url: POSTGRES_URL ?? '', proxy: POSTGRES_PROXY }
}

/**
 * Whoever gets no connection by then is told so, rather than waiting for ever for others who wait too. Questions that are
 * asked at once (Promise.all) travel at once; the serverless driver sends them one after the other.
 */
const manners = { connectionTimeoutMillis: 10_000, pipeline: true }

/**
 * Opens a pool by the driver of the address; nothing is connected before somebody asks. Both give the same errors: the
 * server's with their SQLSTATE, those of a connection with the codes and words that db/faults.ts knows.
 */
export function openPool(address: DatabaseAddress, choices: PoolChoices): pg.Pool {
  const settings = { connectionString: address.url, ...manners, ...choices }
  if (address.driver === 'node-postgres') return watched(new pg.Pool(settings))
  return watched(openServerless({ ...settings, proxy: address.proxy }))
}

/** A restart of the server ends connections, idle ones and those in use; unheard it would end the process too. */
function watched(made: pg.Pool): pg.Pool {
  made.on('error', () => {})
  made.on('connect', client => client.on('error', () => {}))
  return made
}
