import type pg from 'pg'
import { reading, type Tx } from '../client.ts'

export interface Waiting {
  /** How many letters wait; 10,000 stands for that many or more. */
  readonly waiting: number
  /** How long the oldest of them has waited. */
  readonly oldestSeconds: number
}

export const mostCounted = 10_000

export async function waitingLetters(from?: pg.Pool): Promise<Waiting> {
  const answer = await reading(
    { role: 'worker' },
    tx =>
      tx.$client.query<Waiting>(
        `select count(*)::int as waiting,
            coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::int as "oldestSeconds"
          from (select created_at from letter where state = 'queued' order by priority, next_attempt_at, id limit ${mostCounted}) w`,
      ),
    from,
  )
  return answer.rows[0] ?? { waiting: 0, oldestSeconds: 0 }
}

/** The same of one provider's own letters. */
export async function waitingOf(tx: Tx, providerId: string): Promise<Waiting> {
  const answer = await tx.$client.query<Waiting>({
    name: 'waiting-letters-of-provider',
    text: `select (select count(*)::int from (select 1 from letter
          where provider_id = $1 and state = 'queued' limit ${mostCounted}) w) as waiting,
        coalesce((select extract(epoch from clock_timestamp() - created_at) from letter
          where provider_id = $1 and state = 'queued' order by created_at, id limit 1), 0)::int as "oldestSeconds"`,
    values: [providerId],
  })
  return answer.rows[0] ?? { waiting: 0, oldestSeconds: 0 }
}
