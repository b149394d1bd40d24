import { serviceTemplateWords } from '#lib/account/service-template-words.ts'
import { accountWords } from '#lib/account/words.ts'
import { ownBrandWords } from '#lib/branding/own-words.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { profileFieldNames } from '#lib/key-profile/words.ts'
import type { Language } from '#lib/language.ts'
import { limitWords } from '#lib/limits/words.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { phonebookWords } from '#lib/phonebook/words.ts'
import { subscriptionWords } from '#lib/subscription/words.ts'
import { historyWords } from './words.ts'

/** What every field is called of which the history may tell old and new. */
export function fieldNames(language: Language): Readonly<Record<string, string>> {
  return {
    ...brandingWords[language].field,
    ...ownBrandWords[language].field,
    ...serviceTemplateWords[language].field,
    ...accountWords[language].field,
    ...limitWords[language].field,
    ...phonebookWords[language].field,
    ...microsoftWords[language].field,
    ...pbxWords[language].field,
    ...profileFieldNames(language),
    ...subscriptionWords[language].field,
    ...historyWords[language].field,
  }
}
