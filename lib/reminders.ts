const hour = 3_600_000

/**
 * How many reminders of something that waits should have gone out by now: `after` are hours since it began. None once its
 * life is over.
 */
export function remindersDue(
  after: readonly number[],
  { createdAt, lapsesAt }: { readonly createdAt: Date; readonly lapsesAt: Date },
  now: Date,
): number {
  if (now >= lapsesAt) return 0
  return after.filter(hours => createdAt.getTime() + hours * hour <= now.getTime()).length
}
