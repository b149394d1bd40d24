import type pg from 'pg'
import { nextBatchSize } from '#lib/sweep/batch-size.ts'
import { firstDueRequest, sweepRequests } from '../access-request/lapse.ts'
import { getPool, writing } from '../client.ts'
import { firstDueGrant, postpone, sweepGrants } from '../grant/sweep.ts'
import type { SweepPosition } from './position.ts'

export interface SweepCounts {
  started: number
  expired: number
  reminded: number
  lapsed: number
  requestsReminded: number
  /** Rows that could not be dealt with; they stand in nobody's way and are tried again later. */
  setAside: number
  /** Whether the time ran out before the work did; the next call goes on where this one stopped. */
  more: boolean
}

/** One batch, for whoever watches the sweep. */
export interface SweptBatch {
  readonly of: 'grants' | 'requests'
  readonly rows: number
  readonly milliseconds: number
}

type Watch = (batch: SweptBatch) => void | Promise<void>

const worker = { role: 'worker' } as const
const grantBatch = 2000
const requestBatch = 40
const firstBatch = 100

/**
 * Tidies up what time has brought: each batch is a transaction of its own, so that a killed sweep loses nothing and the
 * next one goes on. Safe twice, at once, and after any silence. `budget` is in milliseconds; `watch` hears of every batch
 * and is waited for before the next one.
 */
export async function sweep(
  budget: number,
  from: pg.Pool = getPool(),
  watch: Watch = () => {},
): Promise<SweepCounts> {
  const end = Date.now() + budget
  const none = { started: 0, expired: 0, reminded: 0, lapsed: 0, requestsReminded: 0 }
  const counts: SweepCounts = { ...none, setAside: 0, more: false }
  const grants = await inBatches({ of: 'grants', largest: grantBatch, end, watch }, grantSweep(counts, from))
  const requests = await inBatches(
    { of: 'requests', largest: requestBatch, end, watch },
    requestSweep(counts, from),
  )
  counts.more = !grants || !requests
  return counts
}

interface Batches {
  /** Deals with up to `size` rows that come after a position. */
  batch(
    size: number,
    after: SweepPosition | null,
  ): Promise<{ readonly seen: number; readonly position: SweepPosition | null }>
  /** Passes the first row after a position, which can't be dealt with; null where there is none. */
  stepOver(after: SweepPosition | null): Promise<SweepPosition | null>
}

interface Course {
  readonly of: SweptBatch['of']
  readonly largest: number
  /** When the time is over. */
  readonly end: number
  readonly watch: Watch
}

/** Gives whether all was done when the time was over. */
async function inBatches(
  { of, largest, end, watch }: Course,
  { batch, stepOver }: Batches,
): Promise<boolean> {
  let position: SweepPosition | null = null
  let size = Math.min(largest, firstBatch)
  while (Date.now() < end) {
    const start = performance.now()
    try {
      const done = await batch(size, position)
      position = done.position
      const milliseconds = performance.now() - start
      await watch({ of, rows: done.seen, milliseconds })
      if (done.seen < size) return true
      size = nextBatchSize(size, milliseconds, { smallest: 1, largest })
    } catch (error) {
      // One bad row must not hold up the others: the batch is halved until it stands alone.
      if (size > 1) size = Math.ceil(size / 2)
      else {
        position = await stepOver(position)
        if (!position) throw error
      }
    }
  }
  return false
}

function grantSweep(counts: SweepCounts, from: pg.Pool): Batches {
  return {
    async batch(size, after) {
      const swept = await writing(worker, tx => sweepGrants(tx, size, after), from)
      counts.started += swept.started
      counts.expired += swept.expired
      counts.reminded += swept.reminded
      return swept
    },
    async stepOver(after) {
      const bad = await writing(worker, tx => firstDueGrant(tx, after), from)
      if (!bad) return null
      counts.setAside += 1
      // Where not even this can be written, the row is met again by the next sweep.
      await writing(worker, tx => postpone(tx, bad.id), from).catch(() => {})
      return bad
    },
  }
}

function requestSweep(counts: SweepCounts, from: pg.Pool): Batches {
  return {
    async batch(size, after) {
      const swept = await writing(worker, tx => sweepRequests(tx, size, after), from)
      counts.lapsed += swept.lapsed
      counts.requestsReminded += swept.reminded
      return swept
    },
    async stepOver(after) {
      const bad = await writing(worker, tx => firstDueRequest(tx, after), from)
      if (bad) counts.setAside += 1
      return bad
    },
  }
}
