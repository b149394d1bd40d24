import { bilingual } from '#lib/language.ts'

/** The same for what does not exist and for what this person may not see. */
export const notThereWords = bilingual({
  en: {
    title: 'There is nothing here for you',
    text: 'The page does not exist, or you have no access to it, or your access has ended. If you were just working here, ask the account’s owner.',
    partners: 'If you came as a partner, your list of customers says what ended, and why.',
    back: 'Go to your accounts',
  },
  fr: {
    title: 'Il n’y a rien ici pour vous',
    text: 'La page n’existe pas, vous n’y avez pas accès ou votre accès a pris fin. Si vous y travailliez à l’instant, adressez-vous au propriétaire du compte.',
    partners:
      'Si vous veniez à titre de partenaire, votre liste de clients dit ce qui a pris fin et pourquoi.',
    back: 'Aller à vos comptes',
  },
})
