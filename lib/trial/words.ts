import { bilingual } from '#lib/language.ts'
import type { TrialState } from './trial.ts'

/** How a trial stands, in words. */
export const trialWords = bilingual({
  en: {
    state: {
      running: 'Running',
      ended: 'Ended',
      converted: 'Bought',
      cancelled: 'Cancelled',
      refused: 'Refused',
    } satisfies Record<TrialState, string>,
  },
  fr: {
    state: {
      running: 'En cours',
      ended: 'Terminé',
      converted: 'Acheté',
      cancelled: 'Annulé',
      refused: 'Refusé',
    },
  },
})
