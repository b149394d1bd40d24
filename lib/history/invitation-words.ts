import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

/** Invitations to partners, blocked firms, and the addresses that a firm and its people hand out, as the history tells them: see historyWords. */
export const invitationWords = bilingual({
  en: {
    title: {
      'partner-invitation.sent': 'Partner invited',
      'partner-invitation.accepted': 'Invitation accepted',
      'partner-invitation.declined': 'Invitation declined',
      'partner-invitation.cancelled': 'Invitation cancelled',
      'partner-invitation.lapsed': 'Invitation lapsed',
      'partner-invitation.ended-with-relationship': 'Invitation ended with the relationship',
      'partner-invitation.ended-with-account': 'Invitation ended with the account',
      'partner-invitation.ended-with-partner': 'Invitation ended with the partner',
      'grant.taken-up': 'Access taken up',
      'partner.blocked': 'Partner blocked',
      'partner.unblocked': 'Partner no longer blocked',
      'partner.share-code-replaced': 'Share URL replaced',
      'calendar.made': 'Calendar address made',
      'calendar.replaced': 'Calendar address replaced',
      'calendar.ended': 'Calendar address switched off',
    },
    sentence: {
      'partner-invitation.sent': ({ partner, given }: Told) => `Invited ${partner}: ${given}.`,
      'partner-invitation.accepted': ({ whom }: Told) => `Accepted the invitation from ${whom}.`,
      'partner-invitation.declined': ({ whom }: Told) => `Declined the invitation from ${whom}.`,
      'partner-invitation.cancelled': ({ partner }: Told) => `Cancelled the invitation to ${partner}.`,
      'partner-invitation.lapsed': ({ partner }: Told) =>
        `The invitation to ${partner} lapsed: it was not answered in time.`,
      'partner-invitation.ended-with-relationship': ({ partner }: Told) =>
        `The invitation to ${partner} ended with the channel relationship.`,
      'partner-invitation.ended-with-account': ({ partner }: Told) =>
        `The invitation to ${partner} ended: the account was closed.`,
      'partner-invitation.ended-with-partner': ({ partner }: Told) =>
        `The invitation to ${partner} ended: the firm was closed.`,
      'grant.taken-up': ({ whom, given }: Told) => `Took up the access that ${whom} gave: ${given}.`,
      'partner.blocked': ({ partner }: Told) => `Blocked ${partner}: it can’t ask for access any more.`,
      'partner.unblocked': ({ partner }: Told) => `Unblocked ${partner}: it can ask for access again.`,
      'partner.share-code-replaced': ({ partner }: Told) =>
        `Replaced the share URL of ${partner}; the old one leads nowhere any more.`,
      'calendar.made': ({ partner }: Told) =>
        `Made an address at which a calendar of their own reads when the access of ${partner} ends.`,
      'calendar.replaced': () =>
        'Replaced the address that their own calendar reads; the old one tells nothing any more.',
      'calendar.ended': () =>
        'Switched off the address that their own calendar read; it tells nothing any more.',
    },
  },
  fr: {
    title: {
      'partner-invitation.sent': 'Partenaire invité',
      'partner-invitation.accepted': 'Invitation acceptée',
      'partner-invitation.declined': 'Invitation déclinée',
      'partner-invitation.cancelled': 'Invitation annulée',
      'partner-invitation.lapsed': 'Invitation devenue caduque',
      'partner-invitation.ended-with-relationship': 'Invitation terminée avec la relation',
      'partner-invitation.ended-with-account': 'Invitation terminée avec le compte',
      'partner-invitation.ended-with-partner': 'Invitation terminée avec le partenaire',
      'grant.taken-up': 'Début de l’accès sur invitation',
      'partner.blocked': 'Partenaire bloqué',
      'partner.unblocked': 'Partenaire débloqué',
      'partner.share-code-replaced': 'Adresse de partage remplacée',
      'calendar.made': 'Adresse de calendrier créée',
      'calendar.replaced': 'Adresse de calendrier remplacée',
      'calendar.ended': 'Adresse de calendrier désactivée',
    },
    sentence: {
      'partner-invitation.sent': ({ partner, given }: Told) => `A invité ${partner}\u202F: ${given}.`,
      'partner-invitation.accepted': ({ whom }: Told) => `A accepté l’invitation ${joined('de', whom)}.`,
      'partner-invitation.declined': ({ whom }: Told) => `A décliné l’invitation ${joined('de', whom)}.`,
      'partner-invitation.cancelled': ({ partner }: Told) =>
        `A annulé l’invitation adressée ${joined('à', partner)}.`,
      'partner-invitation.lapsed': ({ partner }: Told) =>
        `L’invitation adressée ${joined('à', partner)} est devenue caduque\u202F: personne n’y a répondu à temps.`,
      'partner-invitation.ended-with-relationship': ({ partner }: Told) =>
        `L’invitation adressée ${joined('à', partner)} a pris fin avec la relation de partenariat.`,
      'partner-invitation.ended-with-account': ({ partner }: Told) =>
        `L’invitation adressée ${joined('à', partner)} a pris fin\u202F: le compte a été fermé.`,
      'partner-invitation.ended-with-partner': ({ partner }: Told) =>
        `L’invitation adressée ${joined('à', partner)} a pris fin\u202F: cette entreprise a été fermée.`,
      'grant.taken-up': ({ whom, given }: Told) => `A pris l’accès accordé par ${whom}\u202F: ${given}.`,
      'partner.blocked': ({ partner }: Told) =>
        `A bloqué ${partner}\u202F: cette entreprise ne peut plus demander d’accès.`,
      'partner.unblocked': ({ partner }: Told) =>
        `A débloqué ${partner}\u202F: cette entreprise peut de nouveau demander un accès.`,
      'partner.share-code-replaced': ({ partner }: Told) =>
        `A remplacé l’adresse de partage ${joined('de', partner)}\u202F; l’ancienne ne mène plus à rien.`,
      'calendar.made': ({ partner }: Told) =>
        `A créé une adresse où son propre calendrier lit les fins des accès ${joined('de', partner)}.`,
      'calendar.replaced': () =>
        'A remplacé l’adresse que lit son propre calendrier\u202F; l’ancienne n’indique plus rien.',
      'calendar.ended': () =>
        'A désactivé l’adresse que lisait son propre calendrier\u202F; elle n’indique plus rien.',
    },
  },
})
