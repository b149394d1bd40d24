import type { deliveryStates } from './kinds.ts'

// How long a letter is tried, and what the mail service's reports mean.

const second = 1000
const hour = 3600 * second

/** The mail service forgets an idempotency key after 24 hours; a later try could deliver twice. */
export const longestTrying = 23 * hour
export const mostAttempts = 12

const shortestWait = 30 * second
const longestWait = 8 * hour

/**
 * How long to wait after the given attempt (the first is 1): doubling from 30 seconds, at most 8 hours, and by half at
 * random, so that letters which failed together are not tried together. `random` is from 0 up to 1.
 */
export function backOff(attempt: number, random: number): number {
  const whole = Math.min(shortestWait * 2 ** Math.max(0, attempt - 1), longestWait)
  return Math.round(whole * (0.5 + random / 2))
}

export type GiveUpReason = 'too-many-attempts' | 'too-long'

/** Whether a letter that has been tried so often, since then, must not be tried again. */
export function giveUp(attempts: number, firstAttemptAt: Date | null, now: Date): GiveUpReason | null {
  if (firstAttemptAt && now.getTime() - firstAttemptAt.getTime() >= longestTrying) return 'too-long'
  return attempts >= mostAttempts ? 'too-many-attempts' : null
}

export type Delivery = (typeof deliveryStates)[number]

const reports: Readonly<Record<string, Delivery>> = {
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'bounced',
  'email.failed': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
}

/** What a report of the mail service says about the letter's delivery; null = nothing (opened, clicked, sent). */
export function deliveryIn(report: string): Delivery | null {
  return Object.hasOwn(reports, report) ? (reports[report] ?? null) : null
}

// Reports come in any order, so each outranks the ones that can only have gone before it: a letter is delayed, then
// delivered, may come back all the same, and who complains has had it.
const ranks: Record<Delivery, number> = { delayed: 1, delivered: 2, bounced: 3, complained: 4 }

/** Whether a newly arrived report replaces what is known; the order of arrival makes no difference in the end. */
export function outranks(arrived: Delivery, known: Delivery | null): boolean {
  return known === null || ranks[arrived] > ranks[known]
}
