import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Sign in',
    description: (brand: string) => `to ${brand}`,
    email: 'Email',
    password: 'Password',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    or: 'or',
    link: 'Email me a sign-in link',
    forgot: 'Forgot your password?',
    help: 'Can’t sign in, or new here? The person who looks after your account can help, and so can we:',
  },
  fr: {
    title: 'Connexion',
    description: brand => `à ${brand}`,
    email: 'Adresse courriel',
    password: 'Mot de passe',
    signIn: 'Se connecter',
    signingIn: 'Connexion en cours…',
    or: 'ou',
    link: 'M’envoyer un lien de connexion',
    forgot: 'Mot de passe oublié\u202F?',
    help: 'Vous ne pouvez pas vous connecter ou vous êtes nouveau ici\u202F? La personne qui gère votre compte peut vous aider, et nous aussi\u202F:',
  },
})
