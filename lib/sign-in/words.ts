import { bilingual } from '../language.ts'

/** Why somebody was not let in. Known and unknown addresses read the same. */
export const signInRefusalWords = bilingual({
  en: {
    'not-right':
      'E-mail address or password is not right. Try again, or have a sign-in link sent to your e-mail address.',
  },
  fr: {
    'not-right':
      'L’adresse courriel ou le mot de passe n’est pas correct. Réessayez ou demandez un lien de connexion par courriel.',
  },
})
