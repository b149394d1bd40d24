import { durationText } from '#lib/duration-words.ts'
import { bilingual, type Language, plural } from '#lib/language.ts'
import type { LimitField } from './limits.ts'

/** What the provider's limits are called, and their values as people read them. */
export const limitWords = bilingual({
  en: {
    field: {
      longestGrantHours: 'Longest access',
      requestLifeHours: 'Life of a request',
      reviewMonths: 'Review of ongoing access',
      endUnanswered: 'Unanswered reviews',
    } satisfies Record<LimitField, string>,
    fieldWithUnit: {
      longestGrantHours: 'Longest access (hours)',
      requestLifeHours: 'Life of a request (hours)',
      reviewMonths: 'Review of ongoing access (months)',
      endUnanswered: 'Unanswered reviews',
    } satisfies Record<LimitField, string>,
    none: 'no limit, ongoing too',
    unanswered: { off: 'the access goes on', on: 'the access ends' },
    months: (n: number) => `${n} ${plural('en', n, 'month', 'months')}`,
  },
  fr: {
    field: {
      longestGrantHours: 'Accès le plus long',
      requestLifeHours: 'Durée de vie d’une demande',
      reviewMonths: 'Revue des accès sans fin',
      endUnanswered: 'Revues sans réponse',
    },
    fieldWithUnit: {
      longestGrantHours: 'Accès le plus long (heures)',
      requestLifeHours: 'Durée de vie d’une demande (heures)',
      reviewMonths: 'Revue des accès sans fin (mois)',
      endUnanswered: 'Revues sans réponse',
    },
    none: 'aucune limite, sans fin aussi',
    unanswered: { off: 'l’accès se poursuit', on: 'l’accès prend fin' },
    months: (n: number) => `${n} mois`,
  },
})

/** A stored value of a limit in words: "48 hours", "6 months", "no limit, ongoing too". */
export function limitText(field: LimitField, value: string, language: Language): string {
  const words = limitWords[language]
  if (field === 'endUnanswered') return words.unanswered[value === 'on' ? 'on' : 'off']
  if (value === '') return words.none
  const n = Number(value)
  return field === 'reviewMonths' ? words.months(n) : durationText({ kind: 'hours', hours: n }, language)
}
