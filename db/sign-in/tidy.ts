import type pg from 'pg'
import { getPool, writing } from '../client.ts'

/**
 * What has lost its meaning by time alone. None of it opens anything any more: every read asks the clock. A used or
 * expired token stays for a day, so that whoever comes back to its link is told what became of it.
 */
const stale = {
  sessions: `session where expires_at < clock_timestamp()`,
  tokens: `one_time_token where expires_at < clock_timestamp() - interval '1 day'`,
  answers: `form_answer where created_at < clock_timestamp() - interval '2 days'`,
  limits: `rate_limit where expire < extract(epoch from clock_timestamp()) * 1000`,
} as const

export type Tidied = Record<keyof typeof stale, number>

/** Deletes at most `most` rows of each kind; safe twice and at once. Gives how many there were. */
export async function tidySignIn(most = 5000, from: pg.Pool = getPool()): Promise<Tidied> {
  const tidied: Tidied = { sessions: 0, tokens: 0, answers: 0, limits: 0 }
  for (const kind of Object.keys(stale) as (keyof Tidied)[]) {
    const [table = ''] = stale[kind].split(' ', 1)
    const gone = await writing(
      { role: 'worker' },
      tx =>
        tx.$client.query(
          `delete from ${table} where ctid in (select ctid from ${stale[kind]} limit $1 for update skip locked)`,
          [most],
        ),
      from,
    )
    tidied[kind] = gone.rowCount ?? 0
  }
  return tidied
}
