import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Is it still you?',
    why: {
      giving: (minutes: number) =>
        `You are about to give a partner access without an end. You last confirmed who you are more than ${minutes} minutes ago, so please do it again. Nothing has been changed yet, and you come back to what you had chosen.`,
      other: (minutes: number) =>
        `Before you go on, please confirm that it is you: the last time was more than ${minutes} minutes ago. Nothing has been changed yet, and you come back to where you were.`,
    },
    as: (name: string, email: string) => `You are signed in as ${name} (${email}).`,
    password: 'Password',
    confirm: 'Confirm',
    or: 'or',
    letter: 'Email me a code',
    back: 'Go back without confirming',
  },
  fr: {
    title: 'Est-ce toujours vous\u202F?',
    why: {
      giving: minutes =>
        `Vous allez accorder à un partenaire un accès sans date de fin. Vous avez confirmé votre identité il y a plus de ${minutes} minutes\u202F: veuillez le faire de nouveau. Rien n’a encore été modifié et vous retrouverez ce que vous aviez choisi.`,
      other: minutes =>
        `Avant de continuer, veuillez confirmer que c’est bien vous\u202F: la dernière confirmation date de plus de ${minutes} minutes. Rien n’a encore été modifié et vous reviendrez là où vous étiez.`,
    },
    as: (name, email) => `Vous êtes connecté en tant ${joined('que', name)} (${email}).`,
    password: 'Mot de passe',
    confirm: 'Confirmer',
    or: 'ou',
    letter: 'M’envoyer un code par courriel',
    back: 'Revenir sans confirmer',
  },
})
