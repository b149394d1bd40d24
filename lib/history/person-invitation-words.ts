import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

/** Invitations to administrators, as the history tells them: see historyWords. */
export const personInvitationWords = bilingual({
  en: {
    title: {
      'person-invitation.created': 'Administrator invited',
      'person-invitation.resent': 'Invitation sent again',
      'person-invitation.readdressed': 'Invitation sent to another address',
      'person-invitation.offer-changed': 'Offered roles changed',
      'person-invitation.accepted': 'Administrator accepted',
      'person-invitation.declined': 'Administrator declined',
      'person-invitation.cancelled': 'Administrator’s invitation cancelled',
      'person-invitation.lapsed': 'Administrator’s invitation lapsed',
      'person-invitation.ended-with-account': 'Administrator’s invitation ended with the account',
    },
    sentence: {
      'person-invitation.created': ({ what, as }: Told) =>
        what
          ? `Invited ${what} to be an administrator: ${as}.`
          : `Made a link with which somebody can become an administrator: ${as}.`,
      'person-invitation.resent': ({ what }: Told) =>
        what
          ? `Sent the invitation to ${what} again; earlier links lead nowhere any more.`
          : 'Replaced the link of an invitation; the earlier one leads nowhere any more.',
      'person-invitation.readdressed': ({ what }: Told) =>
        `Sent an invitation to another address, ${what}; earlier links lead nowhere any more.`,
      'person-invitation.offer-changed': ({ what, as }: Told) =>
        what
          ? `Changed what the invitation to ${what} offers: ${as}.`
          : `Changed what an invitation link offers: ${as}.`,
      'person-invitation.accepted': ({ by, as }: Told) =>
        `Accepted the invitation from ${by} and became an administrator: ${as}.`,
      'person-invitation.declined': ({ by }: Told) =>
        `Declined the invitation from ${by} to be an administrator.`,
      'person-invitation.cancelled': ({ what }: Told) =>
        what ? `Cancelled the invitation to ${what}.` : 'Cancelled an invitation link.',
      'person-invitation.lapsed': ({ what }: Told) =>
        what
          ? `The invitation to ${what} lapsed: it was not answered in time.`
          : 'An invitation link lapsed: nobody used it in time.',
      'person-invitation.ended-with-account': ({ what }: Told) =>
        what
          ? `The invitation to ${what} ended: the account was closed.`
          : 'An invitation link ended: the account was closed.',
    },
  },
  fr: {
    title: {
      'person-invitation.created': 'Administrateur invité',
      'person-invitation.resent': 'Invitation renvoyée',
      'person-invitation.readdressed': 'Invitation envoyée à une autre adresse',
      'person-invitation.offer-changed': 'Rôles proposés modifiés',
      'person-invitation.accepted': 'Invitation acceptée par un administrateur',
      'person-invitation.declined': 'Invitation déclinée par un administrateur',
      'person-invitation.cancelled': 'Invitation d’un administrateur annulée',
      'person-invitation.lapsed': 'Invitation d’un administrateur devenue caduque',
      'person-invitation.ended-with-account': 'Invitation d’un administrateur terminée avec le compte',
    },
    sentence: {
      'person-invitation.created': ({ what, as }) =>
        what
          ? `A invité ${what} à devenir administrateur\u202F: ${as}.`
          : `A créé un lien avec lequel quelqu’un peut devenir administrateur\u202F: ${as}.`,
      'person-invitation.resent': ({ what }) =>
        what
          ? `A renvoyé l’invitation destinée à ${what}\u202F; les liens précédents ne mènent plus à rien.`
          : 'A remplacé le lien d’une invitation\u202F; le précédent ne mène plus à rien.',
      'person-invitation.readdressed': ({ what }) =>
        `A envoyé une invitation à une autre adresse, ${what}\u202F; les liens précédents ne mènent plus à rien.`,
      'person-invitation.offer-changed': ({ what, as }) =>
        what
          ? `A modifié ce que propose l’invitation destinée à ${what}\u202F: ${as}.`
          : `A modifié ce que propose un lien d’invitation\u202F: ${as}.`,
      'person-invitation.accepted': ({ by, as }) =>
        `A accepté l’invitation ${joined('de', by)} et est devenu administrateur\u202F: ${as}.`,
      'person-invitation.declined': ({ by }) =>
        `A décliné l’invitation ${joined('de', by)} à devenir administrateur.`,
      'person-invitation.cancelled': ({ what }) =>
        what ? `A annulé l’invitation destinée à ${what}.` : 'A annulé un lien d’invitation.',
      'person-invitation.lapsed': ({ what }) =>
        what
          ? `L’invitation destinée à ${what} est devenue caduque\u202F: elle est restée sans réponse.`
          : 'Un lien d’invitation est devenu caduc\u202F: personne ne l’a utilisé à temps.',
      'person-invitation.ended-with-account': ({ what }) =>
        what
          ? `L’invitation destinée à ${what} a pris fin\u202F: le compte a été fermé.`
          : 'Un lien d’invitation a pris fin\u202F: le compte a été fermé.',
    },
  },
})
