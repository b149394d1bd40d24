import { Notice } from '#components/ui/notice.tsx'
import type { ClockTrouble } from '#db/clock/trouble.ts'
import { exactTime, timeLeft } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'

export const clockWords = bilingual({
  en: {
    ahead: (span: string, when: string) =>
      `On ${when} the database’s clock was ${span} ahead of the portal’s. Access is decided by it all the same; what it calls over is written down once the two agree. Please tell whoever runs the portal.`,
    behind: (span: string, when: string) =>
      `On ${when} the database’s clock was ${span} behind the portal’s, so access may end that much too late. Please tell whoever runs the portal.`,
    back: (span: string, when: string) =>
      `The database’s clock went back by ${span} (noticed on ${when}). What had ended before stays ended.`,
  },
  fr: {
    ahead: (span, when) =>
      `Le ${when}, l’horloge de la base de données avait ${span} d’avance sur celle du portail. Elle décide tout de même des accès; ce qu’elle dit terminé sera consigné quand les deux concorderont. Veuillez prévenir l’exploitant du portail.`,
    behind: (span, when) =>
      `Le ${when}, l’horloge de la base de données avait ${span} de retard sur celle du portail\u00A0: un accès peut prendre fin d’autant trop tard. Veuillez prévenir l’exploitant du portail.`,
    back: (span, when) =>
      `L’horloge de la base de données a reculé de ${span} (constaté le ${when}). Ce qui avait pris fin auparavant le reste.`,
  },
})

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
