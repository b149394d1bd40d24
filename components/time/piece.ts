import type { PieceTime } from '#components/ui/long-table.tsx'
import { dateOnly, exactTime, relativeAge } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { spanText, unbroken } from './span.ts'
import type { SpanKind } from './words.ts'

// What the elements of time say, as data: the components beside this, and the cells of long tables, write it out.

/** An instant, exactly, with the name of its zone; with `day` the day alone, and the rest on hover. */
export function whenPiece(at: Date, zone: string, language: Language, day = false): PieceTime {
  const exact = exactTime(at, zone, language)
  return day
    ? { at, text: unbroken(dateOnly(at, zone, language)), title: exact }
    : { at, text: unbroken(exact) }
}

/** How long ago something was, with the exact time on hover. */
export function agoPiece(at: Date, now: Date, zone: string, language: Language): PieceTime {
  const age = relativeAge(now.getTime() - at.getTime(), language)
  return { at, text: unbroken(age), title: exactTime(at, zone, language) }
}

/** What is left until an instant, which `Ticker` keeps true. */
export function leftPiece(until: Date, now: Date, language: Language, kind: SpanKind = 'ends'): PieceTime {
  return { at: until, text: spanText(until.getTime() - now.getTime(), kind, language), span: kind }
}
