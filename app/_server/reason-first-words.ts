import { bilingual } from '#lib/language.ts'

/** What one of the provider's support is told who comes to an account without having said why. */
export const reasonFirstWords = bilingual({
  en: {
    message: 'To look into this account, say why first',
    why: 'The customer reads the reason in the history. Give it on the account’s page of the desk, and you are in for an hour.',
    open: 'Give a reason',
  },
  fr: {
    message: 'Pour consulter ce compte, donnez d’abord un motif',
    why: 'Le client lit ce motif dans l’historique. Donnez-le à la page du compte, au bureau, et vous y avez accès pendant une heure.',
    open: 'Donner un motif',
  },
})

/** Carries the account's short name to where readers without JavaScript get their words: see not-there-page.ts. */
export const reasonFirstMark = 'data-reason-first'
