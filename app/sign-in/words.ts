import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    signIn: 'Sign in',
    or: 'or',
    link: 'Email me a sign-in link',
  },
  fr: {
    title: 'Connexion',
    email: 'Adresse courriel',
    password: 'Mot de passe',
    signIn: 'Se connecter',
    or: 'ou',
    link: 'M’envoyer un lien de connexion',
  },
})
