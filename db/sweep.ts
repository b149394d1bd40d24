import type pg from 'pg'
import { sweepRequests } from './access-request/lapse.ts'
import { getPool, writing } from './client.ts'
import { type SweepPosition, type SweptGrants, sweepGrants } from './grant/sweep.ts'

export interface SweepCounts {
  started: number
  expired: number
  reminded: number
  lapsed: number
  requestsReminded: number
  setAside: number
  /** Whether the time ran out before the work did; the next call goes on where this one stopped. */
  more: boolean
}

const worker = { role: 'worker' } as const
const grantBatch = 1000
const requestBatch = 100

/**
 * Tidies up what time has brought: each batch is a transaction of its own, so that a killed sweep loses nothing and the
 * next one goes on. Safe twice, at once, and after any silence. `budget` is in milliseconds.
 */
export async function sweep(budget: number, from: pg.Pool = getPool()): Promise<SweepCounts> {
  const end = Date.now() + budget
  const counts: SweepCounts = {
    started: 0,
    expired: 0,
    reminded: 0,
    lapsed: 0,
    requestsReminded: 0,
    setAside: 0,
    more: false,
  }
  counts.more = !(await sweepAllGrants(counts, end, from)) || !(await sweepAllRequests(counts, end, from))
  return counts
}

async function sweepAllGrants(counts: SweepCounts, end: number, from: pg.Pool): Promise<boolean> {
  let position: SweepPosition | null = null
  let size = grantBatch
  while (Date.now() < end) {
    const after: SweepPosition | null = position
    try {
      const swept: SweptGrants = await writing(worker, tx => sweepGrants(tx, size, after), from)
      counts.started += swept.started
      counts.expired += swept.expired
      counts.reminded += swept.reminded
      position = swept.position
      if (swept.seen < size) return true
      size = Math.min(grantBatch, size * 2)
    } catch (error) {
      // One bad row must not hold up the others: the batch is halved until it stands alone, then set aside for an hour.
      if (size > 1) size = Math.ceil(size / 2)
      else if (!(await setAside(after, from))) throw error
      else counts.setAside++
    }
  }
  return false
}

async function setAside(after: SweepPosition | null, from: pg.Pool): Promise<boolean> {
  const answer = await writing(
    worker,
    tx =>
      tx.$client.query(
        `update access_grant set due_at = clock_timestamp() + interval '1 hour' where id = (
           select id from access_grant where state in ('scheduled', 'active', 'suspended') and due_at <= clock_timestamp()
             and (due_at, id) > ($1::timestamptz, $2::uuid) order by due_at, id limit 1)`,
        [after?.dueAt ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000'],
      ),
    from,
  )
  return answer.rowCount === 1
}

async function sweepAllRequests(counts: SweepCounts, end: number, from: pg.Pool): Promise<boolean> {
  while (Date.now() < end) {
    const swept = await writing(worker, tx => sweepRequests(tx, requestBatch), from)
    counts.lapsed += swept.lapsed
    counts.requestsReminded += swept.reminded
    if (swept.seen < requestBatch) return true
  }
  return false
}
