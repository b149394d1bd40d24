import { bilingual, type Language } from '../language.ts'
import type { TokenState } from '../one-time-token.ts'
import type { NewPasswordRefusal } from './new-password.ts'
import { type Strength, shortestPassword } from './new-password.ts'

/** Why a new password can't be taken. */
export const newPasswordWords = bilingual({
  en: {
    'too-short': `A password needs at least ${shortestPassword} characters. A short sentence is easy to remember.`,
    guessable:
      'This would be guessed early: it is made of common words, your own name, digits or repetitions. Add something that nobody expects.',
    'same-as-before': 'This is the password that you have. Choose another one.',
  },
  fr: {
    'too-short': `Un mot de passe doit compter au moins ${shortestPassword} caractères. Une courte phrase se retient bien.`,
    guessable:
      'Ce mot de passe serait vite deviné\u202F: il se compose de mots courants, de votre nom, de chiffres ou de répétitions. Ajoutez-y quelque chose d’inattendu.',
    'same-as-before': 'C’est votre mot de passe actuel. Choisissez-en un autre.',
  },
} satisfies Record<Language, Record<NewPasswordRefusal, string>>)

/** Around setting a password by a letter: what became of its link, and what can't be taken. */
export const setPasswordWords = bilingual({
  en: {
    state: {
      unknown: 'This link is not known here. Perhaps a part of it was lost on the way.',
      used: 'This link was used already: a password has been set with it. Each link works once.',
      replaced: 'A newer letter was sent since. Only the newest one works.',
      expired: 'This link has run out.',
      elsewhere: 'This link belongs to another portal.',
    },
    notTaken:
      'This invitation can’t be accepted here any more: it was used already, has run out, or was meant for somebody else.',
    wrongLetter:
      'Address or temporary password is not right, or the letter can’t be used any more. Take the newest letter, or ask for another one.',
    notTemporary: 'This is the temporary password from the letter. Choose one of your own.',
  },
  fr: {
    state: {
      unknown: 'Ce lien n’est pas connu ici. Il a peut-être été tronqué en chemin.',
      used: 'Ce lien a déjà servi à choisir un mot de passe. Chaque lien ne fonctionne qu’une fois.',
      replaced: 'Un courriel plus récent a été envoyé depuis. Seul le plus récent fonctionne.',
      expired: 'Ce lien a expiré.',
      elsewhere: 'Ce lien appartient à un autre portail.',
    },
    notTaken:
      'Cette invitation ne peut plus être acceptée ici\u202F: elle a déjà servi, a expiré ou s’adressait à une autre personne.',
    wrongLetter:
      'L’adresse ou le mot de passe temporaire n’est pas correct, ou le courriel ne peut plus servir. Prenez le plus récent ou demandez-en un autre.',
    notTemporary: 'C’est le mot de passe temporaire du courriel. Choisissez le vôtre.',
  },
} satisfies Record<
  Language,
  {
    state: Record<Exclude<TokenState, 'ready'>, string>
    wrongLetter: string
    notTaken: string
    notTemporary: string
  }
>)

/** What is said beside a new password while it is typed. */
export const strengthWords = bilingual({
  en: { empty: '', short: 'Too short', guessable: 'Would be guessed early', good: 'Good', strong: 'Strong' },
  fr: { empty: '', short: 'Trop court', guessable: 'Serait vite deviné', good: 'Bon', strong: 'Fort' },
} satisfies Record<Language, Record<Strength, string>>)
