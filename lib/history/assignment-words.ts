import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

/** To whom a firm hands its access on, and what its people ask of it, as the history tells it: see historyWords. */
export const assignmentHistoryWords = bilingual({
  en: {
    title: {
      'assignment.given': 'Technician assigned',
      'assignment.changed': 'Assignment changed',
      'assignment.ended': 'Technician taken off',
      'assignment-ask.sent': 'Assignment asked for',
      'assignment-ask.granted': 'Assignment granted',
      'assignment-ask.declined': 'Assignment declined',
      'assignment-ask.withdrawn': 'Assignment no longer asked for',
      'assignment-ask.lapsed': 'Ask for an assignment lapsed',
    },
    sentence: {
      'assignment.given': ({ whom, partner, given }: Told) => `Assigned ${whom} of ${partner}: ${given}.`,
      'assignment.changed': ({ whom, partner, moved }: Told) =>
        `Changed the assignment of ${whom} of ${partner}: ${moved}.`,
      'assignment.ended': ({ whom, partner, source }: Told) =>
        source === 'left-firm'
          ? `Removed ${whom} from the staff of ${partner}, and with that from the access.`
          : source === 'trimmed'
            ? `With that nothing is left of what was assigned to ${whom} of ${partner}.`
            : `Took ${whom} of ${partner} off the access.`,
      'assignment-ask.sent': ({ what }: Told) => `Asked to be assigned to ${what}.`,
      'assignment-ask.granted': ({ whom, what }: Told) =>
        `Said yes to ${whom}, who had asked to be assigned to ${what}.`,
      'assignment-ask.declined': ({ whom, what }: Told) =>
        `Said no to ${whom}, who had asked to be assigned to ${what}.`,
      'assignment-ask.withdrawn': ({ what }: Told) => `No longer asks to be assigned to ${what}.`,
      'assignment-ask.lapsed': ({ whom, what }: Told) =>
        `The ask of ${whom} to be assigned to ${what} lapsed.`,
    },
  },
  fr: {
    title: {
      'assignment.given': 'Accès attribué à un technicien',
      'assignment.changed': 'Attribution modifiée',
      'assignment.ended': 'Attribution retirée',
      'assignment-ask.sent': 'Attribution demandée',
      'assignment-ask.granted': 'Attribution accordée',
      'assignment-ask.declined': 'Attribution refusée',
      'assignment-ask.withdrawn': 'Attribution plus demandée',
      'assignment-ask.lapsed': 'Demande d’attribution caduque',
    },
    sentence: {
      'assignment.given': ({ whom, partner, given }: Told) =>
        `A attribué l’accès à ${whom} (${partner})\u202F: ${given}.`,
      'assignment.changed': ({ whom, partner, moved }: Told) =>
        `A modifié l’attribution ${joined('de', whom)} (${partner})\u202F: ${moved}.`,
      'assignment.ended': ({ whom, partner, source }: Told) =>
        source === 'left-firm'
          ? `A retiré ${whom} du personnel de l’entreprise ${partner}, et avec cela l’accès.`
          : source === 'trimmed'
            ? `Avec cela, il ne reste rien de ce qui était attribué à ${whom} (${partner}).`
            : `A retiré l’accès à ${whom} (${partner}).`,
      'assignment-ask.sent': ({ what }: Told) => `A demandé l’attribution de l’accès à ${what}.`,
      'assignment-ask.granted': ({ whom, what }: Told) =>
        `A accordé à ${whom} l’attribution demandée pour ${what}.`,
      'assignment-ask.declined': ({ whom, what }: Told) =>
        `A refusé à ${whom} l’attribution demandée pour ${what}.`,
      'assignment-ask.withdrawn': ({ what }: Told) => `Ne demande plus l’attribution de l’accès à ${what}.`,
      'assignment-ask.lapsed': ({ whom, what }: Told) =>
        `La demande d’attribution ${joined('de', whom)} pour ${what} est devenue caduque.`,
    },
  },
})
