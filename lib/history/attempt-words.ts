import { bilingual } from '#lib/language.ts'

/** What somebody tried and may not do, by the name of the action; stands after "Tried to" or "A tenté". */
export const attemptWords = bilingual({
  en: {
    named: {
      'approve-request': 'approve an access request',
      'decline-request': 'decline an access request',
      'ask-question': 'ask a partner a question',
      'change-grant': 'change a partner’s access',
      'revoke-all': 'revoke all access',
      'keep-access': 'keep a partner’s access after a restore',
      'update-account': 'change the account’s details',
      'update-service': 'change a service',
      'update-end-user': 'change an end user',
      'add-manager': 'add an account manager',
      'change-manager': 'change an account manager',
      'add-end-user': 'add an end user',
      'change-end-user': 'change an end user’s access',
    },
    some: 'change something',
  },
  fr: {
    named: {
      'approve-request': 'd’approuver une demande d’accès',
      'decline-request': 'de refuser une demande d’accès',
      'ask-question': 'de poser une question à un partenaire',
      'change-grant': 'de modifier l’accès d’un partenaire',
      'revoke-all': 'de révoquer tous les accès',
      'keep-access': 'de conserver l’accès d’un partenaire après une restauration',
      'update-account': 'de modifier les renseignements du compte',
      'update-service': 'de modifier un service',
      'update-end-user': 'de modifier un utilisateur final',
      'add-manager': 'd’ajouter un gestionnaire de compte',
      'change-manager': 'de modifier un gestionnaire de compte',
      'add-end-user': 'd’ajouter un utilisateur final',
      'change-end-user': 'de modifier l’accès d’un utilisateur final',
    },
    some: 'de modifier quelque chose',
  },
})
