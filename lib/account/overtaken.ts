import { packed, type Values } from '#lib/edit.ts'
import { exactTime, plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { ChangedField } from './details.ts'
import { accountWords, valueText } from './words.ts'

/** Who changed what while somebody else had the form open; nobody and no time where the history does not say. */
export interface Meanwhile {
  readonly fields: readonly ChangedField[]
  readonly by: string | null
  readonly firm: string
  readonly at: Date | null
}

/** An edit that came too late: nothing was changed, and `merged` is what the form should hold now. */
export interface Overtook<Field extends ChangedField> {
  readonly outcome: 'meanwhile'
  readonly stored: Values<Field>
  readonly merged: Values<Field>
  readonly theirs: readonly Field[]
  readonly by: readonly Meanwhile[]
}

/**
 * What the later of two people is told: who was faster, what they changed and when; at each such field its value by now.
 * The form comes back with what was typed, with the newer values in the fields that were left alone, and ready to be
 * saved over what it now shows.
 */
export function overtakenAnswer<Field extends ChangedField>(
  fields: readonly Field[],
  { stored, merged, theirs, by }: Overtook<Field>,
  zone: string,
  language: Language,
) {
  const words = accountWords[language]
  const sentences = theirs.map(field => {
    if (merged[field] === stored[field]) return [field, words.newer]
    return [field, words.nowIs(valueText(field, stored[field], language))]
  })
  return {
    refused: words.meanwhile(
      plainList(
        by.map(one => changedText(one, zone, language)),
        language,
      ),
    ),
    fields: Object.fromEntries(sentences) as Record<string, string>,
    values: { ...merged, ...switchedOff(merged), shown: packed(fields, stored) },
  }
}

/** A checkbox that is off is posted as nothing at all. */
function switchedOff(values: Readonly<Partial<Record<ChangedField, string>>>): Record<string, string> {
  return values.enabled === 'off' ? { enabled: '' } : {}
}

function changedText({ fields, by, firm, at }: Meanwhile, zone: string, language: Language): string {
  const words = accountWords[language]
  const who = by ? `${by}${firm ? ` (${firm})` : ''}` : words.somebody
  const names = fields.map(field => words.quoted(words.field[field]))
  return words.changed(who, plainList(names, language), at ? exactTime(at, zone, language) : '')
}
