import { bilingual } from '#lib/language.ts'
import type { GivingRefusal } from './giving.ts'

/** Why what was chosen can't be given, whoever chose it. */
export const givingWords = bilingual({
  en: {
    'nothing-chosen': () => 'Choose at least one module or page.',
    'ends-in-the-past': () => 'This day is over before access would start. Choose a later one.',
    'longer-than-limit': () => 'This is longer than the provider allows. Choose a shorter time.',
  } satisfies Record<GivingRefusal, () => string>,
  fr: {
    'nothing-chosen': () => 'Choisissez au moins un module ou une page.',
    'ends-in-the-past': () =>
      'Cette journée se termine avant le début de l’accès. Choisissez-en une plus tardive.',
    'longer-than-limit': () =>
      'C’est plus long que ce que le fournisseur permet. Choisissez une durée plus courte.',
  },
})
