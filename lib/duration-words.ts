import type { Duration } from './duration.ts'
import { calendarDay } from './format.ts'
import { type Language, plural } from './language.ts'

/**
 * A duration as forms, lists and letters name it: "24 hours", "7 days", "Ongoing", "Until 31 Dec 2026". One day is
 * written as hours, because 24 hours is what is meant; whole days beyond two are written as days.
 */
export function durationText(duration: Duration, language: Language): string {
  const french = language === 'fr'
  if (duration.kind === 'ongoing') return french ? 'Sans fin' : 'Ongoing'
  if (duration.kind === 'until') {
    const date = calendarDay(duration.date, language)
    return french ? `Jusqu’au ${date}` : `Until ${date}`
  }
  const { hours } = duration
  if (hours > 48 && hours % 24 === 0) return `${hours / 24} ${french ? 'jours' : 'days'}`
  return french
    ? `${hours} ${plural('fr', hours, 'heure', 'heures')}`
    : `${hours} ${plural('en', hours, 'hour', 'hours')}`
}
