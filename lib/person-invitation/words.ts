import { bilingual, type Language } from '#lib/language.ts'
import type {
  AcceptRefusal,
  AnewRefusal,
  InvitingRefusal,
  PersonInvitationState,
} from './person-invitation.ts'

/** What the states of an invitation to a person are called, and why nothing came of it. */
export const personInvitationWords = bilingual({
  en: {
    state: {
      created: 'Open',
      accepted: 'Accepted',
      declined: 'Declined',
      cancelled: 'Cancelled',
      lapsed: 'Lapsed',
    } satisfies Record<PersonInvitationState, string>,
    refusal: {
      'no-role': () => 'Choose at least one role.',
      'beyond-yours': () => 'One of these roles is not yours to give on this account. Choose others.',
      'owner-by-link': () =>
        'Account Owner is given to one person, with their own address: not by a link, and not to another sign-in. Invite them by e-mail, or choose other roles.',
      'already-invited': () =>
        'This address has an open invitation to this account. Send that one again, or cancel it first.',
      'too-many-open': () =>
        'Too many invitations of this account are open. Cancel some that are not needed.',
      'too-many-today': () => 'Too many invitations were made today. Go on tomorrow.',
      'too-many-letters': () =>
        'This invitation was sent too often. Cancel it, and invite the person anew once you know what keeps the letter from arriving.',
      'by-link': () => 'This invitation is a link and has no address.',
      'already-decided': (by: string) =>
        `This invitation was answered in the meantime${by ? `, by ${by}` : ''}. Nothing was changed.`,
      lapsed: () => 'This invitation has lapsed. Nothing was changed.',
      'not-allowed': () => 'This is not yours to do.',
      'not-due': () => 'This invitation still lives.',
      'other-address': () =>
        'This invitation is for another address than the one that you are signed in with. Switch to that sign-in.',
      'offer-changed': () =>
        'What is offered to you was changed since you looked, so nothing was accepted. Here it is as it is now: read it, and accept then.',
      'inviter-gone': (by: string) =>
        `${by || 'Whoever invited you'} may not give these roles any more, so nothing was given. Ask the account for a new invitation.`,
      'here-already': () =>
        'You are an administrator of this account already. Whoever manages its administrators changes your roles there.',
      'one-place': () => 'You can’t be an administrator here beside what you are.',
      'provider-staff': () =>
        'You are of the provider’s own staff and work on every account from its desk. Take another address for this.',
    } satisfies Record<InvitingRefusal | AnewRefusal | AcceptRefusal, (by: string) => string>,
  },
  fr: {
    state: {
      created: 'Ouverte',
      accepted: 'Acceptée',
      declined: 'Déclinée',
      cancelled: 'Annulée',
      lapsed: 'Caduque',
    },
    refusal: {
      'no-role': () => 'Choisissez au moins un rôle.',
      'beyond-yours': () =>
        'Vous ne pouvez pas accorder l’un de ces rôles dans ce compte. Choisissez-en d’autres.',
      'owner-by-link': () =>
        'Le rôle Propriétaire du compte s’accorde à une seule personne, à sa propre adresse\u202F: ni par un lien, ni avec une autre connexion. Invitez-la par courriel ou choisissez d’autres rôles.',
      'already-invited': () =>
        'Cette adresse a déjà une invitation ouverte dans ce compte. Renvoyez celle-ci ou annulez-la d’abord.',
      'too-many-open': () =>
        'Trop d’invitations de ce compte sont ouvertes. Annulez celles qui ne servent plus.',
      'too-many-today': () => 'Trop d’invitations ont été créées aujourd’hui. Continuez demain.',
      'too-many-letters': () =>
        'Cette invitation a été envoyée trop souvent. Annulez-la et invitez de nouveau la personne une fois que vous saurez ce qui empêche le courriel d’arriver.',
      'by-link': () => 'Cette invitation est un lien et n’a pas d’adresse.',
      'already-decided': by =>
        `Cette invitation a reçu une réponse entre-temps${by ? ` (${by})` : ''}. Rien n’a été modifié.`,
      lapsed: () => 'Cette invitation est caduque. Rien n’a été modifié.',
      'not-allowed': () => 'Ce n’est pas à vous de le faire.',
      'not-due': () => 'Cette invitation est encore valable.',
      'other-address': () =>
        'Cette invitation est destinée à une autre adresse que celle de votre connexion. Changez de connexion.',
      'offer-changed': () =>
        'Ce qui vous est offert a été modifié depuis que vous l’avez lu : rien n’a été accepté. En voici l’état actuel : lisez-le, puis acceptez.',
      'inviter-gone': by =>
        `${by || 'La personne qui vous a invité'} ne peut plus accorder ces rôles\u202F: rien n’a été accordé. Demandez une nouvelle invitation au compte.`,
      'here-already': () =>
        'Vous êtes déjà administrateur de ce compte. Les personnes qui gèrent ses administrateurs y modifient vos rôles.',
      'one-place': () => 'Vous ne pouvez pas être administrateur ici en plus de ce que vous êtes.',
      'provider-staff': () =>
        'Vous faites partie du personnel du fournisseur et travaillez sur tous les comptes depuis son bureau. Utilisez une autre adresse pour ceci.',
    },
  },
})

/** Why nothing came of it. */
export function personInvitationRefused(
  refusal: InvitingRefusal | AnewRefusal | AcceptRefusal,
  by: string | null | undefined,
  language: Language,
): string {
  return personInvitationWords[language].refusal[refusal](by ?? '')
}
