import { packed } from '#lib/edit.ts'
import { exactTime } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { fieldOfLimit, shownLimits } from '#lib/limits/forms.ts'
import { type LimitField, limitFields } from '#lib/limits/limits.ts'
import { limitText } from '#lib/limits/words.ts'
import { newerText, type Overtook, whoText } from '#lib/overtaken.ts'
import { words as catalogue } from './words.ts'

/** What the later of two is told: by whom, when, what each limit is by now; the form comes back ready to be saved over it. */
export function overtakenAnswer(overtook: Overtook<LimitField>, zone: string, language: Language) {
  const { theirs, merged, stored, by } = overtook
  const [latest] = by
  const value = (field: LimitField, text: string) => limitText(field, text, language)
  const told = theirs.map(field => [fieldOfLimit[field], newerText(field, overtook, value, language)])
  const when = latest?.at ? exactTime(latest.at, zone, language) : ''
  return {
    refused: catalogue[language].meanwhile(whoText(latest?.by, language), when),
    fields: Object.fromEntries(told) as Record<string, string>,
    values: { ...shownLimits(merged), shown: packed(limitFields, stored) },
  }
}
