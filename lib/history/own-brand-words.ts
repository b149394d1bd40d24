import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

/** What is done to what an account shows of its own, as words.ts has it of all others. */
export const ownBrandHistoryWords = bilingual({
  en: {
    title: {
      'own-brand.updated': 'Branding changed',
      'service-template.added': 'Service template added',
      'service-template.updated': 'Service template changed',
      'service-template.removed': 'Service template removed',
      'service-template.restored': 'Service template brought back',
    },
    sentence: {
      'own-brand.updated': () => 'Changed the account’s branding.',
      'service-template.added': ({ what }: Told) => `Added the service template “${what}”.`,
      'service-template.updated': ({ what }: Told) => `Changed the service template “${what}”.`,
      'service-template.removed': ({ what }: Told) => `Removed the service template “${what}”.`,
      'service-template.restored': ({ what }: Told) => `Brought the service template “${what}” back.`,
    },
  },
  fr: {
    title: {
      'own-brand.updated': 'Image de marque modifiée',
      'service-template.added': 'Modèle de service ajouté',
      'service-template.updated': 'Modèle de service modifié',
      'service-template.removed': 'Modèle de service retiré',
      'service-template.restored': 'Modèle de service repris',
    },
    sentence: {
      'own-brand.updated': () => 'A modifié l’image de marque du compte.',
      'service-template.added': ({ what }: Told) => `A ajouté le modèle de service «\u00A0${what}\u00A0».`,
      'service-template.updated': ({ what }: Told) => `A modifié le modèle de service «\u00A0${what}\u00A0».`,
      'service-template.removed': ({ what }: Told) => `A retiré le modèle de service «\u00A0${what}\u00A0».`,
      'service-template.restored': ({ what }: Told) => `A repris le modèle de service «\u00A0${what}\u00A0».`,
    },
  },
})
