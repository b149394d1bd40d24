import type pg from 'pg'
import { reading } from '../client.ts'

export interface Waiting {
  /** How many letters wait; 10,000 stands for that many or more. */
  readonly waiting: number
  /** How long the oldest of them has waited. */
  readonly oldestSeconds: number
}

export async function waitingLetters(from?: pg.Pool): Promise<Waiting> {
  const answer = await reading(
    { role: 'worker' },
    tx =>
      tx.$client.query<Waiting>(
        `select count(*)::int as waiting,
            coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::int as "oldestSeconds"
          from (select created_at from letter where state = 'queued' order by priority, next_attempt_at, id limit 10000) w`,
      ),
    from,
  )
  return answer.rows[0] ?? { waiting: 0, oldestSeconds: 0 }
}
