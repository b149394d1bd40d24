import { ok, type Result, refuse } from './result.ts'

/** How long access is to last: a number of hours, for good, or to the end of a day where the account is. */
export type Duration =
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'ongoing' }
  | { readonly kind: 'until'; readonly date: string }

/** The choices of every form, the least harmful first in mind: 24 hours is what a form preselects. */
export const durationChoices = ['24h', 'ongoing', '1h', '168h', '720h', 'until'] as const

/** The same, the shortest first. */
export const durationsBySize = [
  '1h',
  '24h',
  '168h',
  '720h',
  'until',
  'ongoing',
] as const satisfies readonly (typeof durationChoices)[number][]

const hour = 3_600_000
const day = 24 * hour
const dayForm = /^\d{4}-\d{2}-\d{2}$/

/** Reads the stored form: `24h`, `ongoing`, `until:2026-12-31`. */
export function parseDuration(text: string): Duration | null {
  if (text === 'ongoing') return { kind: 'ongoing' }
  const hours = /^([1-9]\d{0,5})h$/.exec(text)
  if (hours?.[1]) return { kind: 'hours', hours: Number(hours[1]) }
  if (text.startsWith('until:')) {
    const date = text.slice(6)
    return isCalendarDay(date) ? { kind: 'until', date } : null
  }
  return null
}

/** What was stored by formatDuration. Anything else is a fault: doubt must never be read as "for good". */
export function durationFrom(stored: string): Duration {
  const duration = parseDuration(stored)
  if (!duration) throw new Error('a stored duration that can’t be read')
  return duration
}

export function formatDuration(duration: Duration): string {
  if (duration.kind === 'ongoing') return 'ongoing'
  return duration.kind === 'hours' ? `${duration.hours}h` : `until:${duration.date}`
}

/** A day of the calendar, of a year whose first and last moment every system here can write. */
export function isCalendarDay(text: string): boolean {
  if (!dayForm.test(text) || text < '1970' || text >= '9999') return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Why a text can't be taken as a day; `too-far`: it is one, of a year that not every system here can write. */
export function dayFault(text: string): 'not-a-date' | 'too-far' | null {
  if (isCalendarDay(text)) return null
  const far = /^(?:9999|[1-9]\d{4,5})(-\d{2}-\d{2})$/.exec(text)
  return far && isCalendarDay(`2000${far[1]}`) ? 'too-far' : 'not-a-date'
}

/**
 * The exclusive end of a grant that starts at `start`; null = no end.
 * Hours are hours (24 of them are 86,400 s in every zone); "until a date" is the end of that day in `zone`.
 */
export function endOf(duration: Duration, start: Date, zone: string): Date | null {
  if (duration.kind === 'ongoing') return null
  if (duration.kind === 'hours') return new Date(start.getTime() + duration.hours * hour)
  return endOfDay(duration.date, zone)
}

const longestInSight = 90 * day

/** Whether an end is out of sight at `now`: there is none, or it is more than 90 days away. */
export function isFarOff(end: Date | null, now: Date): boolean {
  return end === null || end.getTime() - now.getTime() > longestInSight
}

/** The first moment of the day after `date` in `zone`. */
export function endOfDay(date: string, zone: string): Date {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  const wall = next.getTime()
  // Clocks may change at midnight itself: then it is struck twice, and the first counts, or never, and the change counts.
  const moments = [wall - day, wall + day].map(around => wall - offsetAt(around, zone)).sort((a, b) => a - b)
  const first = moments.find(moment => moment + offsetAt(moment, zone) >= wall)
  return new Date(first ?? wall)
}

/** Refuses a duration that ends before it starts, or is longer than the provider allows (null = no limit). */
export function checkDuration(
  duration: Duration,
  start: Date,
  zone: string,
  longestHours: number | null,
): Result<Date | null, 'ends-in-the-past' | 'longer-than-limit'> {
  const end = endOf(duration, start, zone)
  if (end && end <= start) return refuse('ends-in-the-past')
  if (longestHours !== null && (!end || end.getTime() - start.getTime() > longestHours * hour)) {
    return refuse('longer-than-limit')
  }
  return ok(end)
}

export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** A zone's clock; making one takes far longer than reading it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const two = '2-digit'
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...fields })
  clocks.set(zone, made)
  return made
}

function offsetAt(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant)
  const part = (type: string) => Number(parts.find(p => p.type === type)?.value)
  const day = [part('year'), part('month') - 1, part('day')] as const
  const wall = Date.UTC(...day, part('hour'), part('minute'), part('second'))
  return wall - Math.floor(instant / 1000) * 1000
}
