import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import { assignmentHistoryWords } from './assignment-words.ts'
import { backOfficeHistoryWords } from './back-office-words.ts'
import { customerWords } from './customer-words.ts'
import { designationWords } from './designation-words.ts'
import { deskWords } from './desk-words.ts'
import type { EventAction } from './event.ts'
import type { HistorySide } from './filter.ts'
import { importWords } from './import-words.ts'
import { invitationWords } from './invitation-words.ts'
import type { HistoryKind } from './kinds.ts'
import { moduleWords } from './module-words.ts'
import { ownBrandHistoryWords } from './own-brand-words.ts'
import { pbxHistoryWords } from './pbx-words.ts'
import { personInvitationWords } from './person-invitation-words.ts'
import { planHistoryWords } from './plan-words.ts'
import { templateWords } from './template-words.ts'
import { timeWords } from './time-words.ts'
import type { Told } from './told.ts'

type Sentences = Record<EventAction, (told: Told) => string>

/**
 * The history in plain words. A sentence stands after the name of whoever did it, so it begins with the verb; what the
 * clock did is told as it happened. See titles.ts for the same in two or three words.
 */
export const historyWords = bilingual({
  en: {
    kind: {
      requests: 'Requests and invitations',
      access: 'Access',
      people: 'People',
      changes: 'Changes',
      refused: 'Refused attempts',
    } satisfies Record<HistoryKind, string>,
    side: {
      account: 'The account’s own people',
      provider: 'The provider',
      portal: 'The portal itself',
    } satisfies Record<HistorySide, string>,
    mark: { account: '', partner: 'Partner', provider: 'Provider', portal: 'The portal itself' },
    somePartner: 'the partner',
    said: { reason: 'Reason:', question: 'Question:', answer: 'Answer:' },
    relationship: { running: 'Running', ended: 'Ended' },
    given: {
      until: (moment: string) => `until ${moment}`,
      from: (moment: string) => `from ${moment}`,
      ticket: (ticket: string) => `ticket ${ticket}`,
      clients: 'also on its client accounts',
      nothing: 'its terms were not noted',
    },
    sentence: {
      ...deskWords.en.sentence,
      ...importWords.en.sentence,
      ...timeWords.en.sentence,
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
      'grant.entered': ({ given, via }) =>
        via
          ? `Entered the account by what ${via} gave the firm: ${given}.`
          : `Entered the account with this access: ${given}.`,
      'grant.kept': ({ partner }) => `Looked again at the access of ${partner}, and kept it.`,
      'account.updated': () => 'Changed the account’s details.',
      'service.updated': ({ what }) => `Changed the service ${what}.`,
      'end-user.updated': ({ what }) => `Changed the end user ${what}.`,
      'branding-domain.added': ({ what }) => `Added the branding domain ${what}.`,
      'branding-domain.updated': ({ what }) => `Changed the branding domain ${what}.`,
      'branding-domain.retired': ({ what }) =>
        `Retired the branding domain ${what}; its successor takes its place.`,
      'branding-domain.restored': ({ what }) => `Brought the branding domain ${what} back into use.`,
      'membership.added': ({ what, kind }) => `Added ${what} as ${kind}.`,
      'membership.activated': ({ kind }) => `Activated their own place as ${kind}.`,
      'membership.resent': ({ what }) =>
        `Sent ${what} the activation letter again; the one before is worth nothing now.`,
      'membership.reset': ({ what }) => `Sent ${what} a letter to reset their password.`,
      'membership.disabled': ({ what, kind }) => `Disabled ${what}, ${kind}.`,
      'membership.enabled': ({ what, kind }) => `Enabled ${what}, ${kind}, again.`,
      'membership.removed': ({ what, kind }) => `Removed ${what}, ${kind}.`,
      'membership.updated': ({ what, kind }) => `Changed ${what}, ${kind}.`,
      ...customerWords.en.sentence,
      ...invitationWords.en.sentence,
      ...designationWords.en.sentence,
      ...assignmentHistoryWords.en.sentence,
      ...templateWords.en.sentence,
      ...personInvitationWords.en.sentence,
      ...moduleWords.en.sentence,
      ...backOfficeHistoryWords.en.sentence,
      ...pbxHistoryWords.en.sentence,
      ...ownBrandHistoryWords.en.sentence,
      ...planHistoryWords.en.sentence,
      'attempt.refused': ({ what }) => `Tried to ${what}, which they may not do here. Nothing was changed.`,
      'portal.restored': () =>
        'The portal was restored from a backup. What was changed after the backup is lost, so the access from before is to be looked at again.',
    } satisfies Sentences,
    someone: 'somebody',
    field: {
      email: 'Email',
      role: 'Role',
      roles: 'Roles',
      modules: 'Modules',
      products: 'Products',
      staffRole: 'Role in the firm',
    },
    unknown: (action: string) => `Did something that this page has no words for yet (${action}).`,
  },
  fr: {
    kind: {
      requests: 'Demandes et invitations',
      access: 'Accès',
      people: 'Personnes',
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
    said: { reason: 'Motif\u202F:', question: 'Question\u202F:', answer: 'Réponse\u202F:' },
    relationship: { running: 'En cours', ended: 'Terminée' },
    given: {
      until: (moment: string) => `jusqu’au ${moment}`,
      from: (moment: string) => `à partir du ${moment}`,
      ticket: (ticket: string) => `billet ${ticket}`,
      clients: 'y compris sur ses comptes clients',
      nothing: 'conditions non consignées',
    },
    sentence: {
      ...deskWords.fr.sentence,
      ...importWords.fr.sentence,
      ...timeWords.fr.sentence,
      'access-request.sent': ({ given }) => `A demandé un accès\u202F: ${given}.`,
      'access-request.approved': ({ partner, given }) =>
        `A approuvé la demande ${joined('de', partner)}\u202F: ${given}.`,
      'access-request.declined': ({ partner }) => `A refusé la demande ${joined('de', partner)}.`,
      'access-request.question-asked': ({ partner }) =>
        `A posé ${joined('à', partner)} une question sur sa demande.`,
      'access-request.question-answered': () => 'A répondu à la question sur la demande.',
      'access-request.withdrawn': () => 'A retiré la demande.',
      'access-request.ended-with-relationship': ({ partner }) =>
        `La demande ${joined('de', partner)} a pris fin avec la relation de partenariat.`,
      'access-request.lapsed': ({ partner }) =>
        `La demande ${joined('de', partner)} est devenue caduque\u202F: personne n’en a décidé à temps.`,
      'grant.created': ({ partner, given }) => `A accordé un accès ${joined('à', partner)}\u202F: ${given}.`,
      'grant.started': ({ partner, given }) =>
        `L’accès ${joined('de', partner)} a commencé comme convenu\u202F: ${given}.`,
      'grant.expired': ({ partner }) =>
        `L’accès ${joined('de', partner)} a pris fin\u202F: sa durée était écoulée.`,
      'grant.revoked': ({ partner }) => `A révoqué l’accès ${joined('de', partner)}.`,
      'grant.relinquished': () => 'A renoncé à l’accès.',
      'grant.terminated': ({ partner }) => `A mis fin à l’accès ${joined('de', partner)}.`,
      'grant.suspended': ({ partner }) => `A suspendu l’accès ${joined('de', partner)}.`,
      'grant.resumed': ({ partner }) => `A rétabli l’accès ${joined('de', partner)}.`,
      'grant.entered': ({ given, via }) =>
        via
          ? `A ouvert le compte avec l’accès accordé par ${via}\u202F: ${given}.`
          : `A ouvert le compte avec cet accès\u202F: ${given}.`,
      'grant.kept': ({ partner }) => `A revu l’accès ${joined('de', partner)} et l’a conservé.`,
      'account.updated': () => 'A modifié les renseignements du compte.',
      'service.updated': ({ what }) => `A modifié le service ${what}.`,
      'end-user.updated': ({ what }) => `A modifié l’utilisateur final ${what}.`,
      'branding-domain.added': ({ what }) => `A ajouté le domaine de marque ${what}.`,
      'branding-domain.updated': ({ what }) => `A modifié le domaine de marque ${what}.`,
      'branding-domain.retired': ({ what }) =>
        `A retiré le domaine de marque ${what}\u202F; son successeur prend sa place.`,
      'branding-domain.restored': ({ what }) => `A remis en service le domaine de marque ${what}.`,
      'membership.added': ({ what, kind }) => `A ajouté ${what} comme ${kind}.`,
      'membership.activated': ({ kind }) => `A activé sa propre place (${kind}).`,
      'membership.resent': ({ what }) =>
        `A renvoyé à ${what} le courriel d’activation\u202F; le précédent ne vaut plus rien.`,
      'membership.reset': ({ what }) => `A envoyé à ${what} un courriel pour réinitialiser son mot de passe.`,
      'membership.disabled': ({ what, kind }) => `A désactivé ${what}, ${kind}.`,
      'membership.enabled': ({ what, kind }) => `A réactivé ${what}, ${kind}.`,
      'membership.removed': ({ what, kind }) => `A retiré ${what}, ${kind}.`,
      'membership.updated': ({ what, kind }) => `A modifié ${what}, ${kind}.`,
      ...customerWords.fr.sentence,
      ...invitationWords.fr.sentence,
      ...designationWords.fr.sentence,
      ...assignmentHistoryWords.fr.sentence,
      ...templateWords.fr.sentence,
      ...personInvitationWords.fr.sentence,
      ...moduleWords.fr.sentence,
      ...backOfficeHistoryWords.fr.sentence,
      ...pbxHistoryWords.fr.sentence,
      ...ownBrandHistoryWords.fr.sentence,
      ...planHistoryWords.fr.sentence,
      'attempt.refused': ({ what }) =>
        `A tenté ${what}, ce qui ne lui est pas permis ici. Rien n’a été modifié.`,
      'portal.restored': () =>
        'Le portail a été restauré à partir d’une sauvegarde. Ce qui a été modifié après la sauvegarde est perdu\u202F: les accès d’avant sont à revoir.',
    },
    someone: 'quelqu’un',
    field: {
      email: 'Adresse courriel',
      role: 'Rôle',
      roles: 'Rôles',
      modules: 'Modules',
      products: 'Produits',
      staffRole: 'Rôle dans l’entreprise',
    },
    unknown: (action: string) => `A fait quelque chose que cette page ne sait pas encore nommer (${action}).`,
  },
})
