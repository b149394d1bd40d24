import type pg from 'pg'
import { apartForSure, type ClockState, clockState } from '#lib/clock.ts'
import { writing } from '../client.ts'
import { getPool } from '../driver/pool.ts'
import { isLiveSession } from '../sign-in/live-session.ts'

const worker = { role: 'worker' } as const

/**
 * Looks at the database's clock: against this server's own, and against the last moment that was believed. What it finds
 * is kept for the provider's desk; when the clock stands earlier than before, what was over by then is ended for good.
 */
export async function watchClock(
  from: pg.Pool = getPool(),
  /** This server's clock, in milliseconds. */
  clock: () => number = Date.now,
): Promise<ClockState> {
  return writing(
    worker,
    async tx => {
      const asked = clock()
      const answer = await tx.$client.query<{ now: Date; seen: Date | null }>(
        'select clock_timestamp() as now, seen_at as seen from clock_watch',
      )
      const answered = clock()
      const row = answer.rows[0]
      if (!row) throw new Error('clock_watch has lost its row')
      const { now, seen } = row
      const look = { asked, answered, database: now.getTime() }
      const state = clockState({ ...look, seen: seen?.getTime() ?? null })
      if (seen && state.back > 0) for (const text of endedBy) await tx.$client.query(text, [seen])
      await tx.$client.query(
        `update clock_watch set checked_at = clock_timestamp(), apart = $1,
            back_at = case when $2::int > 0 then clock_timestamp() else back_at end,
            back_seconds = case when $2::int > 0 then $2::int else back_seconds end`,
        [apartForSure(look), Math.round(state.back / 1000)],
      )
      return state
    },
    from,
  )
}

/**
 * What was over by the last believed moment and has no row that says so. Grants, requests and invitations have one: the
 * sweep ends those, with their history and letters, before it believes the clock again.
 */
const endedBy = [
  `delete from session s where not ${isLiveSession('s', '$1::timestamptz')}`,
  // Not to the moment of its making, as elsewhere: by this clock that may be still to come.
  `update one_time_token set expires_at = 'epoch' where expires_at <= $1`,
  `update assignment set ended_at = ends_at where ended_at is null and ends_at <= $1`,
  `update account_visit set ends_at = 'epoch' where ends_at <= $1 and ends_at > clock_timestamp()`,
]

/** After everything that was due has been tidied up: from now on this is the moment that no earlier one may undo. */
export async function believeClock(from: pg.Pool = getPool()): Promise<void> {
  await writing(worker, tx => tx.$client.query('update clock_watch set seen_at = clock_timestamp()'), from)
}

/** The moment by which the sweep works: the database's clock, and never earlier than the last one that was believed. */
export const sweepNow = '(select greatest(clock_timestamp(), seen_at) from clock_watch)'
