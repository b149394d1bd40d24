import { timeLeft } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { type SpanKind, words } from './words.ts'

/** "Ends in 5 h 12 min", or "Ended" from the instant on (an end is exclusive: at it, it is over). */
export function spanText(milliseconds: number, kind: SpanKind, language: Language): string {
  const text = words[language]
  return milliseconds > 0 ? text.running[kind](unbroken(timeLeft(milliseconds, language))) : text.over[kind]
}

/** Keeps a figure with its unit, and a date in one piece, where a narrow column breaks the line. */
export function unbroken(text: string): string {
  return text.replaceAll(', ', '\n').replaceAll(' ', '\u00a0').replaceAll('\n', ', ')
}
