import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Is it still you?',
    why: (minutes: number) =>
      `What you are about to do can’t be taken lightly, and you proved who you are more than ${minutes} minutes ago. Nothing has been changed yet: you come back to where you were.`,
    as: (name: string, email: string) => `You are signed in as ${name} (${email}).`,
    password: 'Password',
    confirm: 'Confirm',
    or: 'or',
    letter: 'Email me a code',
    back: 'Go back without confirming',
  },
  fr: {
    title: 'Est-ce toujours vous?',
    why: minutes =>
      `Ce que vous allez faire est important, et vous avez confirmé votre identité il y a plus de ${minutes} minutes. Rien n’a encore été modifié\u00A0: vous reviendrez là où vous étiez.`,
    as: (name, email) => `Vous êtes connecté en tant que ${name} (${email}).`,
    password: 'Mot de passe',
    confirm: 'Confirmer',
    or: 'ou',
    letter: 'M’envoyer un code par courriel',
    back: 'Revenir sans confirmer',
  },
})
