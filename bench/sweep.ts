import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { sweep } from '#db/sweep/sweep.ts'
import type { CheckPhase, CheckTimes } from './check-worker.ts'
import { count, type Finding, ms, ratio } from './figure.ts'
import { percentile, type Round, timed } from './numbers.ts'
import { seedEstate } from './seed.ts'
import type { World } from './world.ts'

const rounds = 5
const patience = 1_800_000

/** Measure 5: what a week of silence leaves behind is tidied up, and nobody notices. */
export async function sweeping(world: World): Promise<Finding> {
  const { quick, rows } = world.options
  const grants = rows ?? (quick ? 20_000 : 1_000_000)
  world.nothingIsKept()
  const { pool, url } = await world.database('bench_sweep')
  const estate = { accounts: 20_000, partners: 1_999, grants, end: 'past' } as const
  await seedEstate(pool, estate)
  const copy = await world.database('bench_bulk', 'bench_sweep')
  const bounds = await boundsOf(copy.pool, grants / rounds)
  const checks = checksIn(url, estate.accounts)
  await checks.phase('idle')
  await new Promise(done => setTimeout(done, quick ? 2_000 : 10_000))
  const batches: number[] = []
  const measured = await race(pool, grants / rounds, batches, checks.phase, async round => {
    const at = bounds[round]
    return timed(() => copy.pool.query(bulkUpdate, [bounds[round - 1] ?? '-infinity', at]))
  })
  const times = await checks.end()
  await agree(pool, copy.pool, grants)
  await world.drop('bench_bulk')
  await world.drop('bench_sweep')
  return {
    figures: [
      ratio({
        what: 'time',
        target: { most: 3 },
        tries: `${rounds} × ${(grants / rounds).toLocaleString('en')} grants`,
        rounds: measured,
        of: { ours: one => one, theirs: one => one },
        show: ms,
      }),
      count('longest batch', Math.max(...batches), 'ms', 250, `${batches.length} batches`),
      {
        what: 'access-check p99 meanwhile, against idle',
        ours: ms(percentile(times.sweep, 0.99)),
        against: ms(percentile(times.idle, 0.99)),
        value: percentile(times.sweep, 0.99) / percentile(times.idle, 0.99),
        unit: '×',
        target: { most: 2 },
        tries: `${times.sweep.length} and ${times.idle.length} checks`,
        rounds: [],
      },
    ],
    notes: [
      `${grants.toLocaleString('en')} grants of 24 hours that have ended, on 20,000 accounts with an owner each, of 1,999 firms with an administrator each: one event and two letters a grant. Swept in one go, a fifth at a time, in alternation with an UPDATE of the same fifth of a copy, which sets the same columns and writes neither history nor letters.`,
      `Median batch ${ms(percentile(batches, 0.5))}, p99 ${ms(percentile(batches, 0.99))}. The checks come from another thread on a connection of its own, two hundred a second.`,
    ],
  }
}

const bulkUpdate = `update access_grant set state = 'expired', due_at = null, ended_at = ends_at, version = version + 1
  where state in ('scheduled', 'active', 'suspended') and due_at > $1::timestamptz and due_at <= $2::timestamptz`

/** Where each fifth ends, as the database writes moments. */
async function boundsOf(pool: pg.Pool, size: number): Promise<string[]> {
  const found = await pool.query<{ at: string }>(
    `select due_at::text as at from (select due_at, row_number() over (order by due_at, id) as n from access_grant where state = 'active' and due_at <= now()) x
      where n % $1 = 0 order by n`,
    [size],
  )
  return found.rows.map(row => row.at)
}

/** Sweeps part after part, with the other side's part before or after it by turns. */
async function race(
  pool: pg.Pool,
  size: number,
  batches: number[],
  phase: (phase: CheckPhase) => Promise<void>,
  bulk: (round: number) => Promise<number>,
): Promise<Round<number, number>[]> {
  const ours: number[] = []
  const theirs: number[] = []
  const nextBulk = async () => {
    await phase('pause')
    theirs.push(await bulk(theirs.length))
  }
  let rows = 0
  let time = 0
  await phase('sweep')
  await sweep(patience, pool, async batch => {
    if (batch.of !== 'grants' || batch.rows === 0) return
    batches.push(batch.milliseconds)
    rows += batch.rows
    time += batch.milliseconds
    if (rows < size) return
    ours.push(time * (size / rows))
    rows = 0
    time = 0
    // After an even part both sides' next parts change places.
    while (theirs.length < Math.min(rounds, ours.length + (ours.length % 2))) await nextBulk()
    await phase('sweep')
  })
  if (rows > 0 && ours.length < rounds) ours.push(time * (size / rows))
  while (theirs.length < rounds) await nextBulk()
  return ours.map((time, i) => ({ ours: time, theirs: theirs[i] ?? Number.NaN }))
}

/** Both sides have ended every grant, and ours has told of each. */
async function agree(swept: pg.Pool, bulk: pg.Pool, grants: number): Promise<void> {
  const expired = `select count(*)::int as n from access_grant where state = 'expired' and ended_at = ends_at and due_at is null`
  const told = `select count(*)::int as n from event where action = 'grant.expired'`
  const written = `select count(*)::int as n from letter where kind = 'grant-ended'`
  const counts = [
    { of: await swept.query(expired), least: grants },
    { of: await bulk.query(expired), least: grants },
    { of: await swept.query(told), least: grants },
    { of: await swept.query(written), least: 2 * grants },
  ].map(({ of, least }) => ({ have: Number(of.rows[0]?.n), least }))
  const wrong = counts.find(({ have, least }) => have < least)
  if (wrong) throw new Error(`${wrong.have} rows instead of ${wrong.least}`)
}

/** Access checks from another thread, so that the sweep's own work does not hold up the clock. */
function checksIn(url: string, accounts: number) {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: { url, accounts } })
  const answer = async <T>() => (await once(worker, 'message'))[0] as T
  return {
    async phase(phase: CheckPhase): Promise<void> {
      worker.postMessage(phase)
      await answer()
    },
    async end(): Promise<CheckTimes> {
      worker.postMessage('end')
      return answer<CheckTimes>()
    },
  }
}
