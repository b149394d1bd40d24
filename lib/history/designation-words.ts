import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

/**
 * What the provider sets, what an account asks of it, and what client accounts refuse, as the history tells it: see
 * historyWords.
 */
export const designationWords = bilingual({
  en: {
    title: {
      'grant.designated': 'Support partner set',
      'grant.client-excluded': 'Client account excluded',
      'grant.client-included': 'Client account included again',
      'designation-ask.sent': 'Provider asked to end access',
      'designation-ask.granted': 'Ask to end access granted',
      'designation-ask.kept': 'Access kept by the provider',
      'designation-ask.lapsed': 'Ask to end access lapsed',
    },
    sentence: {
      'grant.designated': ({ partner, given }: Told) => `Set ${partner} as support partner: ${given}.`,
      'grant.client-excluded': ({ partner, what, whom }: Told) =>
        `Excluded ${what} from the access that ${partner} has through ${whom}.`,
      'grant.client-included': ({ partner, what, whom }: Told) =>
        `Included ${what} again in the access that ${partner} has through ${whom}.`,
      'designation-ask.sent': ({ partner }: Told) =>
        `Asked the provider to end the access of ${partner}, which it had set.`,
      'designation-ask.granted': ({ partner }: Told) =>
        `Granted the account’s wish to end the access of ${partner}.`,
      'designation-ask.kept': ({ partner }: Told) =>
        `Kept the access of ${partner}, which the account had asked to end.`,
      'designation-ask.lapsed': ({ partner }: Told) =>
        `The ask to end the access of ${partner} lapsed: that access was over.`,
    },
  },
  fr: {
    title: {
      'grant.designated': 'Partenaire de soutien désigné',
      'grant.client-excluded': 'Compte client exclu',
      'grant.client-included': 'Compte client inclus de nouveau',
      'designation-ask.sent': 'Fin d’accès demandée au fournisseur',
      'designation-ask.granted': 'Fin d’accès accordée par le fournisseur',
      'designation-ask.kept': 'Accès maintenu par le fournisseur',
      'designation-ask.lapsed': 'Demande de fin d’accès caduque',
    },
    sentence: {
      'grant.designated': ({ partner, given }: Told) =>
        `A désigné ${partner} comme partenaire de soutien\u202F: ${given}.`,
      'grant.client-excluded': ({ partner, what, whom }: Told) =>
        `A exclu ${what} de l’accès ${joined('que', partner)} détient par ${whom}.`,
      'grant.client-included': ({ partner, what, whom }: Told) =>
        `A inclus de nouveau ${what} dans l’accès ${joined('que', partner)} détient par ${whom}.`,
      'designation-ask.sent': ({ partner }: Told) =>
        `A demandé au fournisseur de mettre fin à l’accès ${joined('de', partner)}, qu’il avait accordé.`,
      'designation-ask.granted': ({ partner }: Told) =>
        `A accédé au souhait du compte de mettre fin à l’accès ${joined('de', partner)}.`,
      'designation-ask.kept': ({ partner }: Told) =>
        `A maintenu l’accès ${joined('de', partner)}, dont le compte avait demandé la fin.`,
      'designation-ask.lapsed': ({ partner }: Told) =>
        `La demande de mettre fin à l’accès ${joined('de', partner)} est devenue caduque\u202F: cet accès était terminé.`,
    },
  },
})
