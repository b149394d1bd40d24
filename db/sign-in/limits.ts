import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Bucket } from '#lib/sign-in/limits.ts'
import { getPool } from '../driver/pool.ts'

/** All that a limit needs of the database; any pool of any driver has it, and so has a transaction's client. */
type Store = { query(text: string, values: unknown[]): Promise<pg.QueryResult> }

/**
 * Counts one try in every bucket, in order, each by one atomic statement that no transaction can undo. Gives the seconds
 * to wait, or 0 where the try may go on. A fault of the database is an error: nobody gets past it.
 */
export async function countTry(buckets: readonly Bucket[], store: Store = currentPool): Promise<number> {
  for (const bucket of buckets) {
    try {
      await limiterOf(bucket, store).consume(bucket.key)
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw refused
    }
  }
  return 0
}

/** The try was a right one: it is not held against anybody. */
export async function giveBack(buckets: readonly Bucket[], store: Store = currentPool): Promise<void> {
  for (const bucket of buckets) await limiterOf(bucket, store).reward(bucket.key)
}

/** Asked at every use: reading this file opens no pool, and a pool that was closed is not kept. */
const currentPool = {
  query: (...values: unknown[]) => Reflect.apply(getPool().query, getPool(), values),
} as Store

const limiters = new WeakMap<Store, Map<string, RateLimiterPostgres>>()

function limiterOf({ points, seconds }: Bucket, store: Store): RateLimiterPostgres {
  const made = limiters.get(store) ?? new Map<string, RateLimiterPostgres>()
  limiters.set(store, made)
  const size = `${points}/${seconds}`
  const limiter = made.get(size) ?? newLimiter(points, seconds, store)
  made.set(size, limiter)
  return limiter
}

function newLimiter(points: number, duration: number, store: Store): RateLimiterPostgres {
  return new RateLimiterPostgres({
    points,
    duration,
    keyPrefix: '',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    storeType: 'pool',
    // Without its name a statement is safe behind a pooler that hands out connections by transaction.
    storeClient: {
      query: ({ text, values }: { text: string; values: unknown[] }) => store.query(text, values),
    },
  })
}
