/** Milliseconds that a batch is to take. None may hold its rows longer than 250, and the next may be half as fast. */
export const aimedTime = 100

/** A batch may be so much larger than the one before: that one may have been lucky. */
const growth = 1.5

export interface BatchBounds {
  readonly smallest: number
  readonly largest: number
}

/**
 * How many rows the next batch has, after one of `size` rows took `milliseconds`: as many as fit into the time at its speed,
 * however slow the machine and however many its indexes. It grows step by step and shrinks at once.
 */
export function nextBatchSize(
  size: number,
  milliseconds: number,
  { smallest, largest }: BatchBounds,
): number {
  const fitting = milliseconds > 0 ? (size * aimedTime) / milliseconds : Number.POSITIVE_INFINITY
  const next = Math.floor(Math.min(fitting, Math.max(size * growth, size + 1)))
  return Math.min(largest, Math.max(smallest, next))
}
