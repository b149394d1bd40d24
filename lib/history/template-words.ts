import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

/** A firm's ready-made requests, as its history tells them: see historyWords. */
export const templateWords = bilingual({
  en: {
    title: {
      'template.added': 'Request template added',
      'template.updated': 'Request template changed',
      'template.removed': 'Request template removed',
    },
    sentence: {
      'template.added': ({ what }: Told) => `Added the request template “${what}”.`,
      'template.updated': ({ what }: Told) => `Changed the request template “${what}”.`,
      'template.removed': ({ what }: Told) => `Removed the request template “${what}”.`,
    },
  },
  fr: {
    title: {
      'template.added': 'Modèle de demande ajouté',
      'template.updated': 'Modèle de demande modifié',
      'template.removed': 'Modèle de demande retiré',
    },
    sentence: {
      'template.added': ({ what }: Told) => `A ajouté le modèle de demande «\u00A0${what}\u00A0».`,
      'template.updated': ({ what }: Told) => `A modifié le modèle de demande «\u00A0${what}\u00A0».`,
      'template.removed': ({ what }: Told) => `A retiré le modèle de demande «\u00A0${what}\u00A0».`,
    },
  },
})
