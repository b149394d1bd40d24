// What becomes of a text message or a fax that somebody sends: it waits, the carrier takes it, and it arrives or does not.

export const sendingStates = ['queued', 'sent', 'delivered', 'failed'] as const
export type SendingState = (typeof sendingStates)[number]

/** What a carrier may tell of what it took. */
export const toldStates = ['sent', 'delivered', 'failed'] as const
export type ToldState = (typeof toldStates)[number]

/** Why something did not arrive: what a carrier may say, and behind it what the portal itself found. */
export const carrierReasons = [
  'no-such-number',
  'unreachable',
  'busy',
  'no-answer',
  'no-fax',
  'blocked',
  'not-allowed',
  'other',
] as const
export const failures = [...carrierReasons, 'no-word', 'closed'] as const
export type CarrierReason = (typeof carrierReasons)[number]
export type Failure = (typeof failures)[number]

/** A reason as a carrier writes it; one that we don't know is `other`. */
export function carrierReason(said: unknown): CarrierReason {
  return carrierReasons.find(reason => reason === said) ?? 'other'
}

const rank: Record<SendingState, number> = { queued: 0, sent: 1, delivered: 2, failed: 2 }

/**
 * The states from which word of another one moves something on. Word comes late, twice and in any order: what has arrived
 * or failed is over, and what is told a second time changes nothing.
 */
export function comesFrom(told: ToldState): readonly SendingState[] {
  return sendingStates.filter(state => rank[state] < rank[told])
}

const second = 1000
const minute = 60 * second
const pauses = [5, 15, 60, 300, 600, 900].map(seconds => seconds * second)

/**
 * Milliseconds until the next try, after so many. Always under the same key, so that a carrier which took the first try and
 * whose answer was lost sends nothing twice.
 */
export function pauseBefore(tries: number): number {
  return pauses[Math.min(Math.max(tries, 1), pauses.length) - 1] ?? 0
}

/** The longest that a carrier may have us wait (retry-after). */
export const longestPause = 30 * minute

/**
 * How long something may wait for the carrier before it counts as failed. A message that arrives half a day late can do harm,
 * and keys are known to a carrier for a day at least. A restored backup sends nothing that is older.
 */
export const longestWait = 4 * 60 * minute

/** What one account sends in an hour at most: enough for a busy practice, too little to cost a fortune before somebody looks. */
export const mostInAnHour = { sms: 600, fax: 120 } as const
