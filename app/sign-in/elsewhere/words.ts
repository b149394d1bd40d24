import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Your portal is at another address',
    explained: (home: string, host: string) =>
      `Your sign-in was right, but your portal is ${home} (${host}). You find all your accounts there.`,
    continue: (home: string) => `Continue to ${home}`,
    life: 'The link works once, for one minute. After that, sign in there.',
  },
  fr: {
    title: 'Votre portail est à une autre adresse',
    explained: (home, host) =>
      `Vos identifiants sont bons, mais votre portail est ${home} (${host}). Vous y trouverez tous vos comptes.`,
    continue: home => `Continuer vers ${home}`,
    life: 'Le lien fonctionne une seule fois, pendant une minute. Ensuite, connectez-vous là-bas.',
  },
})
