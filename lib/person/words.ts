import { bilingual, type Language } from '../language.ts'
import type { NewPasswordRefusal } from './new-password.ts'
import { shortestPassword } from './new-password.ts'

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
