// Checks access two hundred times a second on a connection of its own, and keeps the times of each phase apart.
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { reading } from '#db/client.ts'
import { check, northwindOf, type Pair } from './checking.ts'

export type CheckPhase = 'idle' | 'sweep' | 'pause'
export type CheckTimes = Readonly<Record<'idle' | 'sweep', number[]>>

const { url, accounts } = workerData as { url: string; accounts: number }
const pool = new pg.Pool({ connectionString: url, max: 1 })
const providerId = await northwindOf(pool)
const found = await pool.query<Pair>(
  `select md5('owner ' || n)::uuid as "personId", md5('account ' || n)::uuid as "accountId", '' as "partnerId", true as allowed
    from generate_series(1, $1::int, 20) n`,
  [accounts],
)
const pairs = found.rows
const times: CheckTimes = { idle: [], sweep: [] }
const now: { phase: CheckPhase | 'end' } = { phase: 'pause' }

parentPort?.on('message', (next: CheckPhase | 'end') => {
  now.phase = next
  if (next !== 'end') parentPort?.postMessage('heard')
})

for (let i = 0; now.phase !== 'end'; i++) {
  const pair = pairs[i % pairs.length]
  if (!pair) break
  const during = now.phase
  // Each in a transaction of its own, as a request has it; what is timed is the check.
  const time = await reading(
    { role: 'app', providerId },
    async tx => {
      const start = performance.now()
      await check(tx, providerId, pair)
      return performance.now() - start
    },
    pool,
  )
  if (during === now.phase && (during === 'idle' || during === 'sweep')) times[during].push(time)
  await pause(5)
}
await pool.end()
parentPort?.postMessage(times)
parentPort?.close()
