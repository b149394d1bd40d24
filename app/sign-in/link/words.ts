import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Sign in',
    as: (name: string, email: string) => `You are about to sign in as ${name} (${email}).`,
    signIn: 'Sign in',
    notReady: 'This link can’t be used',
    typeCode: 'Type the code',
    goOn: 'You are signed in: continue',
    again: 'Ask for another e-mail',
  },
  fr: {
    title: 'Connexion',
    as: (name, email) => `Vous allez vous connecter en tant ${joined('que', name)} (${email}).`,
    signIn: 'Se connecter',
    notReady: 'Ce lien ne peut pas être utilisé',
    typeCode: 'Saisir le code',
    goOn: 'Vous êtes connecté\u202F: continuer',
    again: 'Demander un autre courriel',
  },
})
