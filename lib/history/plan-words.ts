import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import { backOfficeHistoryWords } from './back-office-words.ts'
import type { Told } from './told.ts'

/** What is bought, changed and tried out, as the history tells it. */
export const planHistoryWords = bilingual({
  en: {
    title: {
      'subscription.added': 'Subscription added',
      'subscription.updated': 'Subscription changed',
      'subscription.undone': 'Order or change taken back',
      'subscription.refused': 'Order or change refused',
      'subscription.set-aside': 'Order or change not delivered',
      'licence.assigned': 'Licence assigned',
      'licence.taken-back': 'Licence taken back',
      'trial.started': 'Trial started',
    },
    sentence: {
      'subscription.added': ({ what }: Told) => `Added the subscription ${what}.`,
      'subscription.updated': ({ what }: Told) => `Changed the subscription ${what}.`,
      'subscription.undone': ({ what }: Told) =>
        `Took back what had been ordered of ${what}, before it went to the provider’s systems.`,
      'subscription.refused': backOfficeHistoryWords.en.sentence['back-office.refused'],
      'subscription.set-aside': backOfficeHistoryWords.en.sentence['back-office.set-aside'],
      'licence.assigned': ({ what, whom }: Told) => `Assigned a licence of ${what} to ${whom}.`,
      'licence.taken-back': ({ what, whom }: Told) => `Took back the licence of ${what} from ${whom}.`,
      'trial.started': ({ what }: Told) => `Started a trial of ${what}.`,
    },
  },
  fr: {
    title: {
      'subscription.added': 'Abonnement ajouté',
      'subscription.updated': 'Abonnement modifié',
      'subscription.undone': 'Commande ou modification reprise',
      'subscription.refused': 'Commande ou modification refusée',
      'subscription.set-aside': 'Commande ou modification non transmise',
      'licence.assigned': 'Licence attribuée',
      'licence.taken-back': 'Licence reprise',
      'trial.started': 'Essai commencé',
    },
    sentence: {
      'subscription.added': ({ what }: Told) => `A ajouté l’abonnement «\u00A0${what}\u00A0».`,
      'subscription.updated': ({ what }: Told) => `A modifié l’abonnement «\u00A0${what}\u00A0».`,
      'subscription.undone': ({ what }: Told) =>
        `A repris la commande en cours («\u00A0${what}\u00A0») avant son envoi aux systèmes du fournisseur.`,
      'subscription.refused': backOfficeHistoryWords.fr.sentence['back-office.refused'],
      'subscription.set-aside': backOfficeHistoryWords.fr.sentence['back-office.set-aside'],
      'licence.assigned': ({ what, whom }: Told) =>
        `A attribué une licence «\u00A0${what}\u00A0» ${joined('à', whom)}.`,
      'licence.taken-back': ({ what, whom }: Told) =>
        `A repris la licence «\u00A0${what}\u00A0» ${joined('de', whom)}.`,
      'trial.started': ({ what }: Told) => `A commencé un essai («\u00A0${what}\u00A0»).`,
    },
  },
})
