import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

/** What the provider does with its customers, as the history tells it: see historyWords. */
export const customerWords = bilingual({
  en: {
    title: {
      'access-request.ended-with-account': 'Request ended with the account',
      'access-request.ended-with-partner': 'Request ended with the partner',
      'relationship.started': 'Channel relationship started',
      'relationship.ended': 'Channel relationship ended',
      'account.created': 'Account created',
      'account.client-added': 'Client account added',
      'account.code-replaced': 'Request code replaced',
      'account.closed': 'Account closed',
      'account.visited': 'Provider looked in',
      'account.visit-opened': 'Support looked in',
      'account.visit-ended': 'Support’s visit ended',
      'partner.created': 'Partner created',
      'staff.added': 'Partner’s person added',
      'partner.updated': 'Partner renamed',
      'partner.closed': 'Partner closed',
      'staff.resent': 'Activation of a partner’s person sent again',
      'staff.activated': 'Place in a partner firm taken',
      'staff.removed': 'Partner’s person removed',
    },
    sentence: {
      'access-request.ended-with-account': ({ partner }: Told) =>
        `The request of ${partner} ended: the account was closed.`,
      'access-request.ended-with-partner': ({ partner }: Told) =>
        `The request of ${partner} ended: the firm was closed.`,
      'relationship.started': ({ partner }: Told) => `Made ${partner} a channel partner of the account.`,
      'relationship.ended': ({ partner }: Told) => `Ended the channel relationship with ${partner}.`,
      'account.created': () => 'Created the account.',
      'account.client-added': ({ what }: Told) => `Added ${what} as a client account.`,
      'account.code-replaced': () => 'Replaced the request code; the old one opens no request any more.',
      'account.closed': () => 'Closed the account.',
      'account.visited': () => 'Looked into the account.',
      'account.visit-opened': ({ given }: Told) => `Looked into the account as support, ${given}.`,
      'account.visit-ended': () => 'Ended support’s look into the account early.',
      'partner.created': ({ partner }: Told) => `Entered ${partner} as a partner.`,
      'staff.added': ({ what, partner, kind }: Told) =>
        `Added ${what} to the people of ${partner}${kind && `, as ${kind}`}.`,
      'partner.updated': ({ partner }: Told) => `Changed the name of the partner, now ${partner}.`,
      'partner.closed': ({ partner }: Told) =>
        `Closed the partner ${partner}, and with it all of its access.`,
      'staff.resent': ({ partner, whom }: Told) =>
        `Sent ${whom} of ${partner} the activation letter again; the one before is worth nothing now.`,
      'staff.activated': ({ partner, kind }: Told) =>
        `Took their own place in ${partner}${kind && `, as ${kind}`}.`,
      'staff.removed': ({ partner, whom }: Told) => `Removed ${whom} from the people of ${partner}.`,
    },
  },
  fr: {
    title: {
      'access-request.ended-with-account': 'Demande terminée avec le compte',
      'access-request.ended-with-partner': 'Demande terminée avec le partenaire',
      'relationship.started': 'Début de la relation de partenariat',
      'relationship.ended': 'Fin de la relation de partenariat',
      'account.created': 'Compte créé',
      'account.client-added': 'Compte client ajouté',
      'account.code-replaced': 'Code de demande remplacé',
      'account.closed': 'Compte fermé',
      'account.visited': 'Consultation par le fournisseur',
      'account.visit-opened': 'Consultation par le soutien',
      'account.visit-ended': 'Fin de la consultation par le soutien',
      'partner.created': 'Partenaire inscrit',
      'staff.added': 'Personne d’un partenaire ajoutée',
      'partner.updated': 'Partenaire renommé',
      'partner.closed': 'Partenaire fermé',
      'staff.resent': 'Activation d’une personne d’un partenaire renvoyée',
      'staff.activated': 'Place chez un partenaire prise',
      'staff.removed': 'Personne d’un partenaire retirée',
    },
    sentence: {
      'access-request.ended-with-account': ({ partner }: Told) =>
        `La demande ${joined('de', partner)} a pris fin\u202F: le compte a été fermé.`,
      'access-request.ended-with-partner': ({ partner }: Told) =>
        `La demande ${joined('de', partner)} a pris fin\u202F: cette entreprise a été fermée.`,
      'relationship.started': ({ partner }: Told) =>
        `A fait ${joined('de', partner)} un partenaire du compte.`,
      'relationship.ended': ({ partner }: Told) => `A mis fin à la relation de partenariat avec ${partner}.`,
      'account.created': () => 'A créé le compte.',
      'account.client-added': ({ what }: Told) => `A ajouté ${what} comme compte client.`,
      'account.code-replaced': () =>
        'A remplacé le code de demande\u202F; l’ancien n’ouvre plus aucune demande.',
      'account.closed': () => 'A fermé le compte.',
      'account.visited': () => 'A consulté le compte.',
      'account.visit-opened': ({ given }: Told) => `A consulté le compte au titre du soutien, ${given}.`,
      'account.visit-ended': () => 'A mis fin avant terme à sa consultation du compte au titre du soutien.',
      'partner.created': ({ partner }: Told) => `A inscrit le partenaire ${partner}.`,
      'staff.added': ({ what, partner, kind }: Told) =>
        `A ajouté ${what} aux personnes ${joined('de', partner)}${kind && `, comme ${kind}`}.`,
      'partner.updated': ({ partner }: Told) => `A modifié le nom du partenaire, maintenant ${partner}.`,
      'partner.closed': ({ partner }: Told) =>
        `A fermé le partenaire ${partner}, et mis fin à tous ses accès.`,
      'staff.resent': ({ partner, whom }: Told) =>
        `A renvoyé le courriel d’activation ${joined('à', whom)}, ${joined('de', partner)}\u202F; le précédent ne vaut plus rien.`,
      'staff.activated': ({ partner, kind }: Told) =>
        `A pris sa propre place chez ${partner}${kind && `, comme ${kind}`}.`,
      'staff.removed': ({ partner, whom }: Told) =>
        `A retiré ${whom} des personnes ${joined('de', partner)}.`,
    },
  },
})
