import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Your portal is another one',
    explained: (home: string, host: string) =>
      `Your sign-in was right, and your place is ${home} (${host}). You go on there, on all your accounts.`,
    continue: (home: string) => `Continue to ${home}`,
    life: 'The link works once, for one minute. After that, sign in there.',
  },
  fr: {
    title: 'Votre portail est ailleurs',
    explained: (home, host) =>
      `Votre connexion est valide et votre portail est ${home} (${host}). Vous y trouverez tous vos comptes.`,
    continue: home => `Continuer vers ${home}`,
    life: 'Le lien fonctionne une seule fois, pendant une minute. Ensuite, connectez-vous là-bas.',
  },
})
