import { dateOnly, exactTime, relativeAge } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { unbroken } from './span.ts'

type WhenProps = {
  at: Date
  /** The reader's time zone. */
  zone: string
  language: Language
  /** The day alone where the hour does not matter. */
  day?: boolean | undefined
}

/** An instant, exactly, with the name of its zone. */
export function When({ at, zone, language, day }: WhenProps) {
  return (
    <time dateTime={at.toISOString()} title={day ? exactTime(at, zone, language) : undefined}>
      {unbroken(day ? dateOnly(at, zone, language) : exactTime(at, zone, language))}
    </time>
  )
}

/** How long ago something was, with the exact time on hover; where that must be read by all, use `When`. */
export function Ago({ at, now, zone, language }: { at: Date; now: Date; zone: string; language: Language }) {
  return (
    <time dateTime={at.toISOString()} title={exactTime(at, zone, language)}>
      {unbroken(relativeAge(now.getTime() - at.getTime(), language))}
    </time>
  )
}
