import { bilingual } from '#lib/language.ts'

/** The ways on that are offered where a firm can't be invited. */
export const invitingWords = bilingual({
  en: {
    unblock: (firm: string) => `Unblock ${firm}`,
    seeOpen: 'See the open invitation',
  },
  fr: {
    unblock: firm => `Débloquer ${firm}`,
    seeOpen: 'Voir l’invitation ouverte',
  },
})
