import { type Language, localeOf, plural } from './language.ts'

// Dates, spans and lists as people read them: the same words on a screen and in a letter, so nothing of React here.

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const units = {
  en: { minute: 'min', hour: 'h', day: 'd', underAMinute: 'less than a minute' },
  fr: { minute: 'min', hour: 'h', day: 'j', underAMinute: 'moins d’une minute' },
} as const

/** A number that was counted up to a limit: "99+" from there on, for the exact number is not known. */
export function cappedText(count: number, most = 99): string {
  return count > most ? `${most}+` : String(count)
}

/**
 * How long a span is: "5 h 12 min", "3 d 4 h", "9 d", "less than a minute". Rounded down, so that nobody is promised
 * more time than there is; a day is 24 hours. Two units at most, and from a week on days alone. Spans that are over
 * (nought or less) read "less than a minute": whoever shows them says "Ended" before asking.
 */
export function timeLeft(milliseconds: number, language: Language): string {
  const unit = units[language]
  if (!(milliseconds >= minute)) return unit.underAMinute
  const days = Math.floor(milliseconds / day)
  const hours = Math.floor((milliseconds % day) / hour)
  const minutes = Math.floor((milliseconds % hour) / minute)
  if (days >= 7) return `${days} ${unit.day}`
  if (days > 0) return hours > 0 ? `${days} ${unit.day} ${hours} ${unit.hour}` : `${days} ${unit.day}`
  if (hours > 0)
    return minutes > 0 ? `${hours} ${unit.hour} ${minutes} ${unit.minute}` : `${hours} ${unit.hour}`
  return `${minutes} ${unit.minute}`
}

/** How long ago something was, roughly: "just now", "5 min ago", "3 h ago", "12 d ago", "4 months ago". */
export function relativeAge(milliseconds: number, language: Language): string {
  const french = language === 'fr'
  if (!(milliseconds >= minute)) return french ? 'à l’instant' : 'just now'
  const span = roughSpan(milliseconds, language)
  return french ? `il y a ${span}` : `${span} ago`
}

function roughSpan(milliseconds: number, language: Language): string {
  const unit = units[language]
  if (milliseconds < hour) return `${Math.floor(milliseconds / minute)} ${unit.minute}`
  if (milliseconds < day) return `${Math.floor(milliseconds / hour)} ${unit.hour}`
  const days = Math.floor(milliseconds / day)
  if (days < 60) return `${days} ${unit.day}`
  const months = Math.floor(days / 30.44)
  if (months < 24) return language === 'fr' ? `${months} mois` : `${months} months`
  const years = Math.floor(days / 365.25)
  return language === 'fr' ? `${years} ans` : `${years} years`
}

/**
 * The exact instant with the name of its zone: "Tue 24 Nov 2026, 14:00 AEDT", "mar. 24 nov. 2026, 14 h 00 HNE".
 * `zone` is an IANA name; one that the runtime does not know reads as UTC, never as a failed page.
 */
export function exactTime(date: Date, zone: string, language: Language): string {
  const part = partsOf(date, zone, language)
  const clock = language === 'fr' ? `${Number(part.hour)} h ${part.minute}` : `${part.hour}:${part.minute}`
  return `${part.weekday} ${dayOf(part)}, ${clock} ${zoneName(date, zone, language)}`
}

/** The day alone: "24 Nov 2026", "24 nov. 2026". */
export function dateOnly(date: Date, zone: string, language: Language): string {
  return dayOf(partsOf(date, zone, language))
}

/** A day of the calendar, "2026-11-24", as `dateOnly` tells it: it is the same day in every zone. */
export function calendarDay(day: string, language: Language): string {
  return dateOnly(new Date(`${day}T12:00:00Z`), 'UTC', language)
}

/**
 * What a native `datetime-local` field wants: the wall clock in the zone, "2026-11-24T14:00". The way back needs the
 * zone too and belongs to whoever reads the form.
 */
export function wallClock(date: Date, zone: string): string {
  const known = knownZone(zone)
  const part = partsOf(date, zone, 'en')
  const month = formatter(
    `month ${known}`,
    () => new Intl.DateTimeFormat('en-CA', { timeZone: known, month: '2-digit' }),
  ).format(date)
  return `${part.year.padStart(4, '0')}-${month}-${part.day.padStart(2, '0')}T${part.hour}:${part.minute}`
}

/** "A", "A and B", "A, B and C"; "A, B et C". An empty list is an empty text. */
export function plainList(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${language === 'fr' ? 'et' : 'and'} ${items.at(-1)}`
}

/** Phrases that have commas of their own, one behind the other: "A; B", and in French with the space that belongs there. */
export function phraseList(phrases: readonly string[], language: Language): string {
  return phrases.join(language === 'fr' ? '\u202F; ' : '; ')
}

/** A label before what it stands for: "Reason:", and in French with the space that belongs there. */
export function withColon(label: string, language: Language): string {
  return `${label}${language === 'fr' ? '\u202F' : ''}:`
}

/** A phrase that goes on in the middle of a sentence: "Ongoing" as "ongoing". */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Phrases as short sentences: "see bills", "call" as "See bills. Call." */
export function shortSentences(phrases: readonly string[]): string {
  return phrases.map(phrase => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`).join(' ')
}

/** A whole number with the language's grouping: "12,400", "12 400". */
export function wholeNumber(n: number, language: Language): string {
  return formatter(`number ${language}`, () => new Intl.NumberFormat(localeOf(language))).format(n)
}

/** A number and its noun: "1 person", "2 people", "0 personne". */
export function counted(n: number, one: string, other: string, language: Language): string {
  return `${wholeNumber(n, language)} ${plural(language, n, one, other)}`
}

type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string>

function partsOf(date: Date, zone: string, language: Language): Parts {
  const known = knownZone(zone)
  const formatted = formatter(
    `${language} ${known}`,
    () =>
      new Intl.DateTimeFormat(localeOf(language), {
        timeZone: known,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  ).formatToParts(date)
  const parts: Parts = { weekday: '', day: '', month: '', year: '', hour: '', minute: '' }
  for (const { type, value } of formatted) if (type in parts) parts[type as keyof Parts] = value
  if (language === 'en') {
    // Canadian English writes some months and days with a full stop, or four letters; tables read better without.
    parts.weekday = parts.weekday.replace('.', '')
    parts.month = parts.month.replace('.', '')
  }
  return parts
}

function dayOf(part: Parts): string {
  return `${part.day} ${part.month} ${part.year}`
}

// Only the region's own locale knows a zone by its letters: en-AU says AEDT where en-CA says GMT+11.
const zoneLocales = {
  en: ['en-CA', 'en-AU', 'en-GB', 'en-NZ', 'en-ZA', 'en-IN'],
  fr: ['fr-CA', 'fr-FR'],
} as const

/** The short name of a zone at an instant: "AEDT", "EST", "HNE", or "GMT+4" where nobody gave it letters. */
export function zoneName(date: Date, zone: string, language: Language): string {
  const known = knownZone(zone)
  let name = ''
  for (const locale of zoneLocales[language]) {
    name = shortZone(date, known, locale)
    if (!/^(GMT|UTC)[+\-−–]/.test(name)) return name
  }
  return shortZone(date, known, localeOf(language))
}

function shortZone(date: Date, zone: string, locale: string): string {
  const parts = formatter(
    `zone ${locale} ${zone}`,
    () => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short', year: 'numeric' }),
  ).formatToParts(date)
  return parts.find(part => part.type === 'timeZoneName')?.value ?? zone
}

// Making an Intl formatter costs more than a hundred uses of it. Zones are few; the limit only guards against odd input.
const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()
const mostFormatters = 500

function formatter<Made extends Intl.DateTimeFormat | Intl.NumberFormat>(
  key: string,
  make: () => Made,
): Made {
  const kept = formatters.get(key)
  if (kept) return kept as Made
  if (formatters.size >= mostFormatters) formatters.clear()
  const made = make()
  formatters.set(key, made)
  return made
}

const zones = new Map<string, string>()

function knownZone(zone: string): string {
  const kept = zones.get(zone)
  if (kept) return kept
  let known = 'UTC'
  try {
    known = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    known = 'UTC'
  }
  if (zones.size >= mostFormatters) zones.clear()
  zones.set(zone, known)
  return known
}
