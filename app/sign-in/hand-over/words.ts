import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: (brand: string) => `Continue to ${brand}`,
    as: (name: string, email: string) => `You are about to sign in as ${name} (${email}).`,
    continue: 'Continue',
    notReady: 'You can’t continue from here',
    signIn: 'Sign in',
  },
  fr: {
    title: brand => `Continuer vers ${brand}`,
    as: (name, email) => `Vous allez vous connecter en tant ${joined('que', name)} (${email}).`,
    continue: 'Continuer',
    notReady: 'Impossible de continuer',
    signIn: 'Se connecter',
  },
})

/** Why the way from a sister brand leads no further. */
export const handOverWords = bilingual({
  en: {
    used: 'This link was used already; it works once. If you are not signed in, sign in here.',
    over: 'This link worked for one minute, which has passed. Please sign in here.',
  },
  fr: {
    used: 'Ce lien a déjà servi\u202F: il ne fonctionne qu’une fois. Si vous n’êtes pas connecté, connectez-vous ici.',
    over: 'Ce lien n’était valable qu’une minute, qui est écoulée. Veuillez vous connecter ici.',
  },
})
