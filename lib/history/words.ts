import { bilingual } from '#lib/language.ts'
import type { EventAction } from './event.ts'
import type { Side } from './filter.ts'
import type { HistoryKind } from './kinds.ts'

/** What a sentence may tell: the firm, what was asked or given, and what an edit was about. */
export interface Told {
  readonly partner: string
  readonly given: string
  readonly what: string
}

type Sentences = Record<EventAction, (told: Told) => string>

/**
 * The history in plain words. A sentence stands after the name of whoever did it, so it begins with the verb; what the
 * clock did is told as it happened. `title` is the same in two or three words, for a file of many rows.
 */
export const historyWords = bilingual({
  en: {
    kind: {
      requests: 'Requests',
      access: 'Access',
      changes: 'Changes',
      refused: 'Refused attempts',
    } satisfies Record<HistoryKind, string>,
    side: {
      account: 'The account’s own people',
      provider: 'The provider',
      portal: 'The portal itself',
    } satisfies Record<Side, string>,
    mark: { account: '', partner: 'Partner', provider: 'Provider', portal: 'The portal itself' },
    somePartner: 'the partner',
    said: { reason: 'Reason:', question: 'Question:', answer: 'Answer:' },
    relationship: { running: 'Running', ended: 'Ended' },
    given: {
      until: (moment: string) => `until ${moment}`,
      from: (moment: string) => `from ${moment}`,
      ticket: (ticket: string) => `ticket ${ticket}`,
      nothing: 'its terms were not noted',
    },
    title: {
      'access-request.sent': 'Access requested',
      'access-request.approved': 'Request approved',
      'access-request.declined': 'Request declined',
      'access-request.question-asked': 'Question asked',
      'access-request.question-answered': 'Question answered',
      'access-request.withdrawn': 'Request withdrawn',
      'access-request.lapsed': 'Request lapsed',
      'access-request.ended-with-relationship': 'Request ended with the relationship',
      'grant.created': 'Access given',
      'grant.started': 'Access began',
      'grant.expired': 'Access expired',
      'grant.revoked': 'Access revoked',
      'grant.relinquished': 'Access given up',
      'grant.terminated': 'Access ended by the provider',
      'grant.suspended': 'Access suspended',
      'grant.resumed': 'Access resumed',
      'grant.entered': 'Account entered',
      'relationship.ended': 'Channel relationship ended',
      'account.updated': 'Account details changed',
      'service.updated': 'Service changed',
      'end-user.updated': 'End user changed',
      'branding-domain.added': 'Branding domain added',
      'branding-domain.updated': 'Branding domain changed',
      'branding-domain.retired': 'Branding domain retired',
      'branding-domain.restored': 'Branding domain back in use',
      'attempt.refused': 'Attempt refused',
    } satisfies Record<EventAction, string>,
    sentence: {
      'access-request.sent': ({ given }) => `Asked for access: ${given}.`,
      'access-request.approved': ({ partner, given }) => `Approved the request of ${partner}: ${given}.`,
      'access-request.declined': ({ partner }) => `Declined the request of ${partner}.`,
      'access-request.question-asked': ({ partner }) => `Asked ${partner} a question about its request.`,
      'access-request.question-answered': () => 'Answered the question about the request.',
      'access-request.withdrawn': () => 'Withdrew the request.',
      'access-request.ended-with-relationship': ({ partner }) =>
        `The request of ${partner} ended with the channel relationship.`,
      'access-request.lapsed': ({ partner }) =>
        `The request of ${partner} lapsed: it was not decided on in time.`,
      'grant.created': ({ partner, given }) => `Gave ${partner} access: ${given}.`,
      'grant.started': ({ partner, given }) => `The access of ${partner} began, as agreed: ${given}.`,
      'grant.expired': ({ partner }) => `The access of ${partner} ended: its time was up.`,
      'grant.revoked': ({ partner }) => `Revoked the access of ${partner}.`,
      'grant.relinquished': () => 'Gave up the access.',
      'grant.terminated': ({ partner }) => `Ended the access of ${partner}.`,
      'grant.suspended': ({ partner }) => `Suspended the access of ${partner}.`,
      'grant.resumed': ({ partner }) => `Resumed the access of ${partner}.`,
      'grant.entered': ({ given }) => `Entered the account with its access: ${given}.`,
      'relationship.ended': ({ partner }) => `Ended the channel relationship with ${partner}.`,
      'account.updated': () => 'Changed the account’s details.',
      'service.updated': ({ what }) => `Changed the service ${what}.`,
      'end-user.updated': ({ what }) => `Changed the end user ${what}.`,
      'branding-domain.added': ({ what }) => `Added the branding domain ${what}.`,
      'branding-domain.updated': ({ what }) => `Changed the branding domain ${what}.`,
      'branding-domain.retired': ({ what }) =>
        `Retired the branding domain ${what}; its successor takes its place.`,
      'branding-domain.restored': ({ what }) => `Brought the branding domain ${what} back into use.`,
      'attempt.refused': ({ what }) => `Tried to ${what}, which they may not do here. Nothing was changed.`,
    } satisfies Sentences,
    attempt: {
      'approve-request': 'approve an access request',
      'decline-request': 'decline an access request',
      'ask-question': 'ask a partner a question',
      'change-grant': 'change a partner’s access',
      'revoke-all': 'revoke all access',
      'update-account': 'change the account’s details',
      'update-service': 'change a service',
      'update-end-user': 'change an end user',
    },
    someAttempt: 'change something',
    unknown: (action: string) => `Did something that this page has no words for yet (${action}).`,
  },
  fr: {
    kind: {
      requests: 'Demandes',
      access: 'Accès',
      changes: 'Modifications',
      refused: 'Tentatives refusées',
    },
    side: {
      account: 'Les personnes du compte',
      provider: 'Le fournisseur',
      portal: 'Le portail lui-même',
    },
    mark: { account: '', partner: 'Partenaire', provider: 'Fournisseur', portal: 'Le portail lui-même' },
    somePartner: 'le partenaire',
    said: { reason: 'Motif\u00A0:', question: 'Question\u00A0:', answer: 'Réponse\u00A0:' },
    relationship: { running: 'En cours', ended: 'Terminée' },
    given: {
      until: (moment: string) => `jusqu’au ${moment}`,
      from: (moment: string) => `à partir du ${moment}`,
      ticket: (ticket: string) => `billet ${ticket}`,
      nothing: 'conditions non consignées',
    },
    title: {
      'access-request.sent': 'Accès demandé',
      'access-request.approved': 'Demande approuvée',
      'access-request.declined': 'Demande refusée',
      'access-request.question-asked': 'Question posée',
      'access-request.question-answered': 'Réponse donnée',
      'access-request.withdrawn': 'Demande retirée',
      'access-request.lapsed': 'Demande devenue caduque',
      'access-request.ended-with-relationship': 'Demande terminée avec la relation',
      'grant.created': 'Accès accordé',
      'grant.started': 'Début de l’accès',
      'grant.expired': 'Accès expiré',
      'grant.revoked': 'Accès révoqué',
      'grant.relinquished': 'Renoncement à l’accès',
      'grant.terminated': 'Accès terminé par le fournisseur',
      'grant.suspended': 'Accès suspendu',
      'grant.resumed': 'Accès rétabli',
      'grant.entered': 'Compte ouvert',
      'relationship.ended': 'Fin de la relation de partenariat',
      'account.updated': 'Renseignements du compte modifiés',
      'service.updated': 'Service modifié',
      'end-user.updated': 'Utilisateur final modifié',
      'branding-domain.added': 'Domaine de marque ajouté',
      'branding-domain.updated': 'Domaine de marque modifié',
      'branding-domain.retired': 'Domaine de marque retiré',
      'branding-domain.restored': 'Domaine de marque remis en service',
      'attempt.refused': 'Tentative refusée',
    },
    sentence: {
      'access-request.sent': ({ given }) => `A demandé un accès\u00A0: ${given}.`,
      'access-request.approved': ({ partner, given }) =>
        `A approuvé la demande de ${partner}\u00A0: ${given}.`,
      'access-request.declined': ({ partner }) => `A refusé la demande de ${partner}.`,
      'access-request.question-asked': ({ partner }) => `A posé à ${partner} une question sur sa demande.`,
      'access-request.question-answered': () => 'A répondu à la question sur la demande.',
      'access-request.withdrawn': () => 'A retiré la demande.',
      'access-request.ended-with-relationship': ({ partner }) =>
        `La demande de ${partner} a pris fin avec la relation de partenariat.`,
      'access-request.lapsed': ({ partner }) =>
        `La demande de ${partner} est devenue caduque\u00A0: personne n’en a décidé à temps.`,
      'grant.created': ({ partner, given }) => `A accordé un accès à ${partner}\u00A0: ${given}.`,
      'grant.started': ({ partner, given }) =>
        `L’accès de ${partner} a commencé comme convenu\u00A0: ${given}.`,
      'grant.expired': ({ partner }) => `L’accès de ${partner} a pris fin\u00A0: sa durée était écoulée.`,
      'grant.revoked': ({ partner }) => `A révoqué l’accès de ${partner}.`,
      'grant.relinquished': () => 'A renoncé à l’accès.',
      'grant.terminated': ({ partner }) => `A mis fin à l’accès de ${partner}.`,
      'grant.suspended': ({ partner }) => `A suspendu l’accès de ${partner}.`,
      'grant.resumed': ({ partner }) => `A rétabli l’accès de ${partner}.`,
      'grant.entered': ({ given }) => `A ouvert le compte avec cet accès\u00A0: ${given}.`,
      'relationship.ended': ({ partner }) => `A mis fin à la relation de partenariat avec ${partner}.`,
      'account.updated': () => 'A modifié les renseignements du compte.',
      'service.updated': ({ what }) => `A modifié le service ${what}.`,
      'end-user.updated': ({ what }) => `A modifié l’utilisateur final ${what}.`,
      'branding-domain.added': ({ what }) => `A ajouté le domaine de marque ${what}.`,
      'branding-domain.updated': ({ what }) => `A modifié le domaine de marque ${what}.`,
      'branding-domain.retired': ({ what }) =>
        `A retiré le domaine de marque ${what}\u00A0; son successeur prend sa place.`,
      'branding-domain.restored': ({ what }) => `A remis en service le domaine de marque ${what}.`,
      'attempt.refused': ({ what }) =>
        `A tenté ${what}, ce qui ne lui est pas permis ici. Rien n’a été modifié.`,
    },
    attempt: {
      'approve-request': 'd’approuver une demande d’accès',
      'decline-request': 'de refuser une demande d’accès',
      'ask-question': 'de poser une question à un partenaire',
      'change-grant': 'de modifier l’accès d’un partenaire',
      'revoke-all': 'de révoquer tous les accès',
      'update-account': 'de modifier les renseignements du compte',
      'update-service': 'de modifier un service',
      'update-end-user': 'de modifier un utilisateur final',
    },
    someAttempt: 'de modifier quelque chose',
    unknown: (action: string) => `A fait quelque chose que cette page ne sait pas encore nommer (${action}).`,
  },
})
