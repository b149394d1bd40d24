import { Notice } from '#components/ui/notice.tsx'
import type { ClockTrouble } from '#db/clock/trouble.ts'
import { exactTime, timeLeft } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { clockWords } from './clock-words.ts'

interface ClockLineProps {
  readonly trouble: ClockTrouble | null
  readonly language: Language
  readonly zone: string
}

/** A quiet line while the database's clock can't be believed, and for a week after it went back. */
export function ClockLine({ trouble, language, zone }: ClockLineProps) {
  if (!trouble) return null
  const words = clockWords[language]
  const { apart, checkedAt, back } = trouble
  const span = (milliseconds: number) => {
    const seconds = Math.round(Math.abs(milliseconds) / 1000)
    return seconds < 60 ? `${seconds}\u00a0s` : timeLeft(seconds * 1000, language)
  }
  const when = (at: Date) => exactTime(at, zone, language)
  return (
    <Notice tone="warning">
      {apart !== null && <p>{words[apart > 0 ? 'ahead' : 'behind'](span(apart), when(checkedAt))}</p>}
      {back && <p>{words.back(span(back.by), when(back.at))}</p>}
    </Notice>
  )
}
