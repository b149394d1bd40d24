import { packed, type Values } from './edit.ts'
import { exactTime, plainList } from './format.ts'
import { bilingual, type Language } from './language.ts'

/** Who changed what while somebody else had the form open; nobody and no time where the history does not say. */
export interface Meanwhile<Field extends string = string> {
  readonly fields: readonly Field[]
  readonly by: string | null
  readonly firm: string
  readonly at: Date | null
}

/** An edit that came too late: nothing was changed, and `merged` is what the form should hold now. */
export interface Overtook<Field extends string> {
  readonly outcome: 'meanwhile'
  readonly stored: Values<Field>
  readonly merged: Values<Field>
  readonly theirs: readonly Field[]
  readonly by: readonly Meanwhile<Field>[]
}

/** How a noun calls its fields, and how it tells what stands in them. */
export interface FieldTelling<Field extends string> {
  readonly names: Readonly<Record<Field, string>>
  readonly value: (field: Field, stored: string) => string
}

const overtakenWords = bilingual({
  en: {
    empty: 'empty',
    quoted: (text: string) => `“${text}”`,
    changed: (who: string, fields: string, when: string) =>
      `${who} changed ${fields}${when ? ` on ${when}` : ''}`,
    meanwhile: (changed: string) =>
      `While you had this form open, ${changed}. Nothing of yours was saved yet: what you typed still stands here, and the fields that you left alone show the newer values. Look at what is marked, then save again.`,
    somebody: 'somebody',
    nowIs: (now: string) => `This was changed meanwhile. By now it is: ${now}.`,
    newer: 'This shows the newer value, which was saved meanwhile.',
  },
  fr: {
    empty: 'vide',
    quoted: (text: string) => `«\u00A0${text}\u00A0»`,
    changed: (who: string, fields: string, when: string) =>
      `${who} a modifié ${fields}${when ? ` (${when})` : ''}`,
    meanwhile: (changed: string) =>
      `Pendant que ce formulaire était ouvert, ${changed}. Rien n’a encore été enregistré de votre part\u202F: votre saisie est conservée, et les champs que vous n’aviez pas touchés montrent les nouvelles valeurs. Vérifiez ce qui est indiqué, puis enregistrez de nouveau.`,
    somebody: 'quelqu’un',
    nowIs: (now: string) => `Ce champ a été modifié entre-temps. Sa valeur actuelle\u202F: ${now}.`,
    newer: 'Ce champ montre la nouvelle valeur, enregistrée entre-temps.',
  },
})

/** A stored text between quotation marks, or the word for nothing at all. */
export function quoted(text: string, language: Language): string {
  const words = overtakenWords[language]
  return text === '' ? words.empty : words.quoted(text)
}

/**
 * What the later of two people is told: who was faster, what they changed and when; at each such field its value by now.
 * The form comes back with what was typed, with the newer values in the fields that were left alone, and ready to be
 * saved over what it now shows.
 */
export function tellOvertaken<Field extends string>(
  fields: readonly Field[],
  { stored, merged, theirs, by }: Overtook<Field>,
  telling: FieldTelling<Field>,
  zone: string,
  language: Language,
) {
  const words = overtakenWords[language]
  const sentences = theirs.map(field => {
    if (merged[field] === stored[field]) return [field, words.newer]
    return [field, words.nowIs(telling.value(field, stored[field]))]
  })
  const changes = by.map(one => changedText(one, telling.names, zone, language))
  return {
    refused: words.meanwhile(plainList(changes, language)),
    fields: Object.fromEntries(sentences) as Record<string, string>,
    values: { ...merged, shown: packed(fields, stored) } as Record<string, string>,
  }
}

function changedText<Field extends string>(
  { fields, by, firm, at }: Meanwhile<Field>,
  names: FieldTelling<Field>['names'],
  zone: string,
  language: Language,
): string {
  const words = overtakenWords[language]
  const who = by ? `${by}${firm ? ` (${firm})` : ''}` : words.somebody
  const list = fields.map(field => words.quoted(names[field]))
  return words.changed(who, plainList(list, language), at ? exactTime(at, zone, language) : '')
}
