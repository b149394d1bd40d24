import { lowerFirst } from '#lib/format.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

type Sentence = (told: Told) => string

/** What the provider's own people do at their desk, as words.ts has it of all others: the acts' names and their sentences. */
export const deskWords = bilingual({
  en: {
    title: {
      'letter.resent': 'Letter sent again',
      'letter.hurried': 'Letter tried at once',
      'letter.link-made': 'Activation link handed over',
      'person.address-corrected': 'Address put right',
      'limits.changed': 'Limits changed',
      'microsoft.changed': 'Microsoft sign-in changed',
      'microsoft.switched-on': 'Microsoft sign-in switched on',
      'microsoft.switched-off': 'Microsoft sign-in switched off',
      'platform-user.added': 'Platform user added',
      'platform-user.role-changed': 'Platform role changed',
      'platform-user.resent': 'Platform user’s activation sent again',
      'platform-user.reset': 'Platform user’s password reset sent',
      'platform-user.removed': 'Platform user removed',
      'platform-user.activated': 'Platform user activated',
    },
    sentence: {
      'letter.resent': ({ what, whom }) => `Sent the letter “${what}” to ${whom} again.`,
      'letter.hurried': ({ what, whom }) => `Had the waiting letter “${what}” to ${whom} tried at once.`,
      'letter.link-made': ({ whom }) =>
        `Made an activation link for ${whom} to hand it over; the link in the letter is worth nothing now.`,
      'person.address-corrected': ({ whom }) =>
        `Put right the address of ${whom}, who had never signed in, and wrote to the new one.`,
      'limits.changed': () => 'Changed the limits for access.',
      'microsoft.changed': () => 'Changed how people sign in with Microsoft.',
      'microsoft.switched-on': () => 'Switched on the sign-in with Microsoft.',
      'microsoft.switched-off': () => 'Switched off the sign-in with Microsoft.',
      'platform-user.added': ({ whom, what }) => `Added ${whom} as ${lowerFirst(what)}.`,
      'platform-user.role-changed': ({ whom }) => `Changed the role of ${whom}.`,
      'platform-user.resent': ({ whom }) =>
        `Sent ${whom} the activation letter again; the one before is worth nothing now.`,
      'platform-user.reset': ({ whom }) => `Sent ${whom} a letter to reset their password.`,
      'platform-user.removed': ({ whom }) => `Removed ${whom} from the platform users.`,
      'platform-user.activated': () => 'Activated their own place as platform user.',
    } satisfies Record<string, Sentence>,
  },
  fr: {
    title: {
      'letter.resent': 'Courriel renvoyé',
      'letter.hurried': 'Courriel relancé',
      'letter.link-made': 'Lien d’activation remis',
      'person.address-corrected': 'Adresse corrigée',
      'limits.changed': 'Limites modifiées',
      'microsoft.changed': 'Connexion avec Microsoft modifiée',
      'microsoft.switched-on': 'Connexion avec Microsoft activée',
      'microsoft.switched-off': 'Connexion avec Microsoft désactivée',
      'platform-user.added': 'Utilisateur de la plateforme ajouté',
      'platform-user.role-changed': 'Rôle de plateforme modifié',
      'platform-user.resent': 'Activation d’un utilisateur de la plateforme renvoyée',
      'platform-user.reset': 'Réinitialisation d’un utilisateur de la plateforme envoyée',
      'platform-user.removed': 'Utilisateur de la plateforme retiré',
      'platform-user.activated': 'Utilisateur de la plateforme activé',
    },
    sentence: {
      'letter.resent': ({ what, whom }) =>
        `A renvoyé le courriel «\u00A0${what}\u00A0» ${joined('à', whom)}.`,
      'letter.hurried': ({ what, whom }) =>
        `A relancé l’envoi du courriel «\u00A0${what}\u00A0» destiné à ${whom}.`,
      'letter.link-made': ({ whom }) =>
        `A créé pour ${whom} un lien d’activation à remettre\u202F; celui du courriel ne vaut plus rien.`,
      'person.address-corrected': ({ whom }) =>
        `A corrigé l’adresse ${joined('de', whom)}, qui ne s’était jamais connecté, et lui a écrit à la nouvelle.`,
      'limits.changed': () => 'A modifié les limites des accès.',
      'microsoft.changed': () => 'A modifié la connexion avec Microsoft.',
      'microsoft.switched-on': () => 'A activé la connexion avec Microsoft.',
      'microsoft.switched-off': () => 'A désactivé la connexion avec Microsoft.',
      'platform-user.added': ({ whom, what }) => `A ajouté ${whom} comme ${lowerFirst(what)}.`,
      'platform-user.role-changed': ({ whom }) => `A modifié le rôle ${joined('de', whom)}.`,
      'platform-user.resent': ({ whom }) =>
        `A renvoyé le courriel d’activation ${joined('à', whom)}\u202F; le précédent ne vaut plus rien.`,
      'platform-user.reset': ({ whom }) =>
        `A envoyé ${joined('à', whom)} un courriel pour réinitialiser son mot de passe.`,
      'platform-user.removed': ({ whom }) => `A retiré ${whom} des utilisateurs de la plateforme.`,
      'platform-user.activated': () => 'A activé sa propre place d’utilisateur de la plateforme.',
    } satisfies Record<string, Sentence>,
  },
})
