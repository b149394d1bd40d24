import { endOfDay } from './duration.ts'

/** Days by which a list is narrowed, both included; null = no bound. */
export interface DaySpan {
  readonly from: string | null
  readonly to: string | null
}

/** The moments between which the days lie in a zone: from the first, up to but without the second. */
export function momentsOf(
  { from, to }: DaySpan,
  zone: string,
): { readonly from: Date | null; readonly until: Date | null } {
  return {
    from: from ? endOfDay(daysBefore(from, 1), zone) : null,
    until: to ? endOfDay(to, zone) : null,
  }
}

/** The day so many days before another. */
export function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}

/** The day where an account is. */
export function dayIn(now: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
}

/** From one day of the calendar to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
