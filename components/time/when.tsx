import type { Language } from '#lib/language.ts'
import { agoPiece, whenPiece } from './piece.ts'

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
  const { text, title } = whenPiece(at, zone, language, day)
  return (
    <time dateTime={at.toISOString()} title={title}>
      {text}
    </time>
  )
}

/** How long ago something was, with the exact time on hover; where that must be read by all, use `When`. */
export function Ago({ at, now, zone, language }: { at: Date; now: Date; zone: string; language: Language }) {
  const { text, title } = agoPiece(at, now, zone, language)
  return (
    <time dateTime={at.toISOString()} title={title}>
      {text}
    </time>
  )
}
