// How often a firm may ask an account for something, or an account invite a firm: each time everybody is written to who
// may decide on it.

export const waitAfterDeclineHours = 24
/** More than this within 24 hours would only wear out those who decide. */
export const mostAsksADay = 5
const hour = 3_600_000

/** From when a declined partner may ask again; null = now. */
export function mayAskFrom(lastDeclinedAt: Date | null, now: Date): Date | null {
  if (!lastDeclinedAt) return null
  const from = new Date(lastDeclinedAt.getTime() + waitAfterDeclineHours * hour)
  return from > now ? from : null
}

/**
 * From when whoever has asked too often today may ask again; null = now. `lastSentAt` is when they last asked, the
 * newest first; `most` of them are enough.
 */
export function maySendFrom(
  { lastSentAt }: { readonly lastSentAt: readonly Date[] },
  now: Date,
  most = mostAsksADay,
): Date | null {
  const counted = lastSentAt[most - 1]
  const from = counted && new Date(counted.getTime() + 24 * hour)
  return from && from > now ? from : null
}
