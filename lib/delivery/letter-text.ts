import { withColon } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { type Condition, conditionOf, type LetterStanding } from './condition.ts'
import { letterName } from './names.ts'
import { deliveryWords } from './words.ts'

/** "Activation: Came back", with what became of the letter; null where none was sent. */
export function letterText(
  letter: LetterStanding | null,
  now: Date,
  language: Language,
): { readonly text: string; readonly condition: Condition } | null {
  if (!letter) return null
  const condition = conditionOf(letter, now)
  const name = withColon(letterName(letter.kind, language), language)
  return { text: `${name} ${deliveryWords[language].condition[condition]}`, condition }
}
