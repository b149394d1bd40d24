import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { environment } from '#lib/env.ts'
import { lookedAt } from '../restore/notice.ts'
import { addressOf, openPool } from './driver.ts'

/** A pool that is opened when it is first asked for. */
class LazyPool {
  #pool: pg.Pool | undefined
  #closed: Promise<void> | undefined
  readonly #open = new Set<pg.PoolClient>()

  get(): pg.Pool {
    if (this.#closed) throw new Error('the pool of this request is closed: its work should have ended before')
    this.#pool ??= this.#opened()
    return this.#pool
  }

  #opened(): pg.Pool {
    const env = environment()
    const pool = openPool(addressOf(env), { max: env.DATABASE_POOL, onConnect: lookedAt })
    pool.on('connect', client => {
      this.#open.add(client)
      client.once('end', () => this.#open.delete(client))
    })
    return pool
  }

  close(): Promise<void> {
    this.#closed ??= this.#pool ? this.#ended(this.#pool) : Promise.resolve()
    return this.#closed
  }

  async #ended(pool: pg.Pool): Promise<void> {
    // A pool that is ending forgets those who still wait for a connection.
    while (pool.waitingCount > 0) await pause(5)
    await pool.end()
    // It has let go of its connections by then; they end a moment later.
    await Promise.all(
      [...this.#open].map(client => new Promise<void>(resolve => client.once('end', resolve))),
    )
  }
}

interface Pools {
  whole: LazyPool
  readonly ofRequest: AsyncLocalStorage<LazyPool>
}

// The server holds this module several times: for pages, for routes, for what runs before both. The pool is one, so that
// DATABASE_POOL is what the process opens and not what each of them does.
const kept = Symbol.for('latchkey.pools')
const everywhere = globalThis as typeof globalThis & { [kept]?: Pools }

function pools(): Pools {
  everywhere[kept] ??= { whole: new LazyPool(), ofRequest: new AsyncLocalStorage() }
  return everywhere[kept]
}

/** The pool to ask: that of the scope that this runs in, else the one pool of this process. Not to be kept. */
export function getPool(): pg.Pool {
  const { whole, ofRequest } = pools()
  return (ofRequest.getStore() ?? whole).get()
}

/** Ends the pool of this process; whoever asks next opens another. */
export async function closePool(): Promise<void> {
  const { whole } = pools()
  pools().whole = new LazyPool()
  await whole.close()
}

/** A pool for the length of one request, for runtimes that tie sockets to the request that opened them. */
export interface OwnPool {
  /** Runs work, and all that it begins, with this pool in place of the process's. It may be called several times. */
  run<T>(work: () => T): T
  /**
   * Waits for those who hold or wait for a connection, and ends them all; settles once they are closed. To be called when
   * nothing asks any more, the answer's body and what runs behind it included: whoever asks later meets an error.
   */
  close(): Promise<void>
}

/** Makes a scope with a pool of its own, which is opened by the first who asks in it. */
export function ownPool(): OwnPool {
  const pool = new LazyPool()
  return {
    run: work => pools().ofRequest.run(pool, work),
    close: () => pool.close(),
  }
}
