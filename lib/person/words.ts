import { bilingual, type Language } from '../language.ts'
import { type TokenState, tokenStateWords } from '../one-time-token.ts'
import type { LinkState, PasswordPurpose } from './activation.ts'
import type { NewPasswordRefusal } from './new-password.ts'
import { type Strength, shortestPassword } from './new-password.ts'

/** Why a new password can't be taken. */
export const newPasswordWords = bilingual({
  en: {
    'too-short': `A password needs at least ${shortestPassword} characters. A short sentence is easy to remember.`,
    guessable:
      'This would be guessed early: it is made of common words, digits or repetitions. Add something that nobody expects.',
    'too-near':
      'This would be guessed early: without your name, your address and the name of this portal, too little of it is left. Add something that nobody connects with you or with this portal.',
    'same-as-before': 'This is the password that you have. Choose another one.',
  },
  fr: {
    'too-short': `Un mot de passe doit compter au moins ${shortestPassword} caractères. Une courte phrase se retient bien.`,
    guessable:
      'Ce mot de passe serait vite deviné\u202F: il se compose de mots courants, de chiffres ou de répétitions. Ajoutez-y quelque chose d’inattendu.',
    'too-near':
      'Ce mot de passe serait vite deviné\u202F: sans votre nom, votre adresse et le nom de ce portail, il n’en reste pas assez. Ajoutez-y quelque chose que personne n’associe à vous ni à ce portail.',
    'same-as-before': 'C’est votre mot de passe actuel. Choisissez-en un autre.',
  },
} satisfies Record<Language, Record<NewPasswordRefusal, string>>)

/** Around setting a password by a letter: what became of its link, and what can't be taken. */
export const setPasswordWords = bilingual({
  en: {
    state: {
      ...tokenStateWords.en,
      used: 'This link was used already: a password has been set with it. Each link works once.',
      replaced: 'A newer link was made since. Only the newest one works.',
      elsewhere: 'This link belongs to another portal.',
    },
    ended: {
      activation: 'This invitation has ended. Ask the person who invited you.',
      reset: 'This link leads to nothing any more. Ask the person who gave you access here.',
    },
    notTaken:
      'This invitation can’t be accepted here any more: it was used already, has expired, or was meant for somebody else.',
    wrongLetter:
      'The address or the temporary password is not right, or the e-mail can no longer be used. Use the newest one, or ask for another.',
    notTemporary: 'This is the temporary password from the e-mail. Choose one of your own.',
  },
  fr: {
    state: {
      ...tokenStateWords.fr,
      used: 'Ce lien a déjà servi à choisir un mot de passe. Chaque lien ne fonctionne qu’une fois.',
      replaced: 'Un lien plus récent a été créé depuis. Seul le plus récent fonctionne.',
      elsewhere: 'Ce lien appartient à un autre portail.',
    },
    ended: {
      activation: 'Cette invitation a pris fin. Adressez-vous à la personne qui vous a invité.',
      reset: 'Ce lien ne mène plus à rien. Adressez-vous à la personne qui vous avait donné accès.',
    },
    notTaken:
      'Cette invitation ne peut plus être acceptée ici\u202F: elle a déjà servi, a expiré ou s’adressait à une autre personne.',
    wrongLetter:
      'L’adresse courriel ou le mot de passe temporaire n’est pas correct, ou le courriel reçu ne peut plus servir. Prenez le plus récent ou demandez-en un autre.',
    notTemporary: 'C’est le mot de passe temporaire reçu par courriel. Choisissez le vôtre.',
  },
} satisfies Record<
  Language,
  {
    state: Record<Exclude<TokenState, 'ready'>, string>
    ended: Record<PasswordPurpose, string>
    wrongLetter: string
    notTaken: string
    notTemporary: string
  }
>)

/** Why a letter's link can't be used. */
export function linkText(
  state: Exclude<LinkState, 'ready'>,
  purpose: PasswordPurpose,
  language: Language,
): string {
  const words = setPasswordWords[language]
  return state === 'ended' ? words.ended[purpose] : words.state[state]
}

/** Why no other letter that leads to a password is sent to somebody just now: see db/person/password-letter.ts. */
export const enoughLettersWords = bilingual({
  en: (name: string) =>
    `${name} was sent several letters within the last hour. Look whether they arrived before you send another.`,
  fr: name =>
    `${name} a reçu plusieurs courriels dans la dernière heure. Vérifiez s’ils sont arrivés avant d’en envoyer un autre.`,
})

/** What is said beside a new password while it is typed. */
export const strengthWords = bilingual({
  en: { empty: '', short: 'Too short', guessable: 'Would be guessed early', good: 'Good', strong: 'Strong' },
  fr: { empty: '', short: 'Trop court', guessable: 'Serait vite deviné', good: 'Bon', strong: 'Fort' },
} satisfies Record<Language, Record<Strength, string>>)
