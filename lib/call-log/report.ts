import { type Language, localeOf } from '#lib/language.ts'

/** How many calls of one hour of one weekday, where the account is: 0 to 23, and 1 = Monday to 7. */
export interface CountedHour {
  readonly weekday: number
  readonly hour: number
  readonly calls: number
  readonly answered: number
}

/** One bar of a chart, which is a row of its table, too. */
export interface Bar {
  readonly label: string
  /** The same where there is little room. */
  readonly short: string
  readonly calls: number
  readonly answered: number
}

export function byHour(counted: readonly CountedHour[], language: Language): readonly Bar[] {
  return Array.from({ length: 24 }, (_, hour) => ({
    label: hourName(hour, language),
    short: String(hour),
    ...sum(counted.filter(one => one.hour === hour)),
  }))
}

export function byWeekday(counted: readonly CountedHour[], language: Language): readonly Bar[] {
  return Array.from({ length: 7 }, (_, at) => ({
    label: weekdayNames.long[language][at] ?? '',
    short: weekdayNames.short[language][at] ?? '',
    ...sum(counted.filter(one => one.weekday === at + 1)),
  }))
}

function sum(counted: readonly CountedHour[]) {
  return counted.reduce(
    (all, one) => ({ calls: all.calls + one.calls, answered: all.answered + one.answered }),
    { calls: 0, answered: 0 },
  )
}

/** "9:00", "9 h". */
function hourName(hour: number, language: Language): string {
  return language === 'fr' ? `${hour} h` : `${hour}:00`
}

/** From Monday: 2024 began on one. */
function weekdaysIn(language: Language, weekday: 'long' | 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)))
}

const weekdayNames = {
  long: { en: weekdaysIn('en', 'long'), fr: weekdaysIn('fr', 'long') },
  short: { en: weekdaysIn('en', 'short'), fr: weekdaysIn('fr', 'short') },
}

/** The least round number that no bar is higher than. */
export function topOf(bars: readonly Bar[]): number {
  const most = Math.max(1, ...bars.map(bar => bar.calls))
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 4, 6, 8, 10].map(step => step * power).find(top => top >= most) ?? most
}
