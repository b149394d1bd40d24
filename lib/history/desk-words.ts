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
    },
    sentence: {
      'letter.resent': ({ what, whom }) => `Sent the letter “${what}” to ${whom} again.`,
      'letter.hurried': ({ what, whom }) => `Had the waiting letter “${what}” to ${whom} tried at once.`,
      'letter.link-made': ({ whom }) =>
        `Made an activation link for ${whom} to hand it over; the link in the letter is worth nothing now.`,
      'person.address-corrected': ({ whom }) =>
        `Put right the address of ${whom}, who had never signed in, and wrote to the new one.`,
      'limits.changed': () => 'Changed the limits for access.',
    } satisfies Record<string, Sentence>,
  },
  fr: {
    title: {
      'letter.resent': 'Courriel renvoyé',
      'letter.hurried': 'Courriel relancé',
      'letter.link-made': 'Lien d’activation remis',
      'person.address-corrected': 'Adresse corrigée',
      'limits.changed': 'Limites modifiées',
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
    } satisfies Record<string, Sentence>,
  },
})
