/** A pull runs, or it ended: through to its end, or not. */
export const runStates = ['running', 'done', 'failed'] as const
export type RunState = (typeof runStates)[number]

/** How long a server may hold a run without a sign of life; another one goes on with it then. */
export const runLeaseSeconds = 120

/** Why nothing came: a code for a sentence in words.ts, with a number behind a colon where it has one. */
export const troubles = [
  'not-connected',
  'no-answer',
  'unreachable',
  'wrong-key',
  'not-known',
  'redirected',
  'too-large',
  'garbage',
  'busy',
  'failed',
  'portal',
] as const
export type Trouble = (typeof troubles)[number]

/** More pages of one kind than any account has: the provider's systems lead in a circle. */
export const mostPages = 2_000

/** An account is pulled each night: in these hours where it is, and not twice within them. */
const night = { from: 1, to: 5 }
export const nightlyAfterHours = 20

/** Whether it is night in a zone, by its own clock. A zone that nobody knows has UTC's. */
export function isNight(now: Date, zone: string): boolean {
  const hour = Number(hourIn(now, zone))
  return hour >= night.from && hour < night.to
}

function hourIn(now: Date, zone: string): string {
  const options = { hour: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-CA', { ...options, timeZone: zone }).format(now)
  } catch {
    return new Intl.DateTimeFormat('en-CA', { ...options, timeZone: 'UTC' }).format(now)
  }
}
