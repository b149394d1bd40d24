import { nextBatchSize } from '#lib/sweep/batch-size.ts'
import type { SweepPosition } from './position.ts'

/** One batch, for whoever watches the sweep. */
export interface SweptBatch {
  readonly of: 'grants' | 'requests' | 'invitations' | 'person invitations' | 'accounts'
  readonly rows: number
  readonly milliseconds: number
}

export type Watch = (batch: SweptBatch) => void | Promise<void>

const firstBatch = 100

export interface Batches {
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
export async function inBatches(
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
