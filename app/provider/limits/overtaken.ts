import type { LimitsEdited } from '#db/provider/limits.ts'
import { packed } from '#lib/edit.ts'
import { exactTime } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { fieldOfLimit, shownLimits } from '#lib/limits/forms.ts'
import { limitFields } from '#lib/limits/limits.ts'
import { limitText } from '#lib/limits/words.ts'
import { words as catalogue } from './words.ts'

/** What the later of two is told: by whom, when, what each limit is by now; the form comes back ready to be saved over it. */
export function overtakenAnswer(
  { theirs, merged, stored, by }: Extract<LimitsEdited, { outcome: 'meanwhile' }>,
  zone: string,
  language: Language,
) {
  const words = catalogue[language]
  const told = theirs.map(field => {
    const newer = merged[field] === stored[field]
    return [fieldOfLimit[field], newer ? words.newer : words.nowIs(limitText(field, stored[field], language))]
  })
  return {
    refused: words.meanwhile(by?.by ?? words.somebody, by ? exactTime(by.at, zone, language) : ''),
    fields: Object.fromEntries(told) as Record<string, string>,
    values: { ...shownLimits(merged), shown: packed(limitFields, stored) },
  }
}
