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

/** The one answer for every share URL of a partner that leads nowhere, whatever the reason. */
export const deadLinkWords = bilingual({
  en: {
    title: 'This link leads nowhere any more',
    text: 'Partners can replace their link. Ask yours for the new one, or for its Partner ID, which you can type on the page Account authorisation. If you were just confirming an invitation, nothing was sent.',
    back: 'Go to your accounts',
  },
  fr: {
    title: 'Ce lien ne mène plus à rien',
    text: 'Les partenaires peuvent remplacer leur lien. Demandez le nouveau au vôtre, ou son identifiant de partenaire, que vous pouvez saisir à la page Autorisation du compte. Si vous étiez en train de confirmer une invitation, rien n’a été envoyé.',
    back: 'Aller à vos comptes',
  },
})
