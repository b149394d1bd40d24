import { CheckboxField } from '#components/ui/choices.tsx'
import type { Language } from '#lib/language.ts'
import { formWords } from './form-words.ts'

/** For whoever gives an account the name of another: that they know of it. */
export function LookedField({ language }: { language: Language }) {
  const words = formWords[language]
  return <CheckboxField name="looked" label={words.looked} hint={words.lookedHint} />
}
