import { bilingual } from '#lib/language.ts'

/** How platform support comes into an account. */
export const visitWords = bilingual({
  en: {
    title: 'Look into this account',
    text: (minutes: number) =>
      `For ${minutes} minutes you can read this account and help its people in. The customer reads in the history who looked in, why, and until when.`,
    reason: 'Reason',
    reasonHint: (longest: number) =>
      `One line that the customer will understand, ${longest} characters at most.`,
    submit: 'Look into the account',
    runningTitle: 'You are looking into this account',
    runningUntil: 'Your visit runs until',
    open: 'Open the account',
    end: 'End the visit',
    runs: 'Your visit to this account runs already. It was not begun anew and got no longer; its reason stays the one that you gave.',
  },
  fr: {
    title: 'Consulter ce compte',
    text: (minutes: number) =>
      `Pendant ${minutes} minutes, vous pouvez consulter ce compte et aider ses utilisateurs à y entrer. Le client lit dans l’historique qui l’a consulté, pourquoi et jusqu’à quand.`,
    reason: 'Motif',
    reasonHint: (longest: number) => `Une ligne que le client comprendra, ${longest} caractères au plus.`,
    submit: 'Consulter le compte',
    runningTitle: 'Vous consultez ce compte',
    runningUntil: 'Votre consultation court jusqu’au',
    open: 'Ouvrir le compte',
    end: 'Mettre fin à la consultation',
    runs: 'Votre consultation de ce compte est déjà en cours. Elle n’a été ni recommencée ni prolongée\u202F; son motif reste celui que vous avez donné.',
  },
})
