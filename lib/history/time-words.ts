import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { Told } from './told.ts'

type Sentence = (told: Told) => string

/** What becomes of an access while it runs (more time, less time, less scope, reviews), as words.ts has it of all others. */
export const timeWords = bilingual({
  en: {
    title: {
      'grant.extended': 'Access extended',
      'grant.shortened': 'Access shortened',
      'grant.trimmed': 'Access trimmed',
      'grant.review-due': 'Access ends unless reviewed',
      'grant.reviewed': 'Access reviewed and left',
      'grant.unreviewed': 'Access ended without a review',
      'extension.asked': 'More time asked for',
      'extension.granted': 'More time given',
      'extension.declined': 'More time declined',
      'extension.withdrawn': 'More time no longer asked for',
      'extension.lapsed': 'Extension lapsed',
    },
    sentence: {
      'grant.extended': ({ partner, moved }) => `Extended the access of ${partner}: ${moved}.`,
      'grant.shortened': ({ partner, moved }) => `Shortened the access of ${partner}: ${moved}.`,
      'grant.trimmed': ({ partner, moved }) => `Trimmed the access of ${partner}: ${moved}.`,
      'grant.review-due': ({ partner, moved }) =>
        `The review of the access of ${partner} is due. Unless it is answered: ${moved}.`,
      'grant.reviewed': ({ partner, review }) =>
        `Reviewed the access of ${partner}, and left it as it is${review}.`,
      'grant.unreviewed': ({ partner }) => `The access of ${partner} ended: nobody answered its review.`,
      'extension.asked': ({ moved }) => `Asked for more time: ${moved}.`,
      'extension.granted': ({ requester, partner }) =>
        `Gave more time, for which ${requester} of ${partner} had asked.`,
      'extension.declined': ({ requester, partner }) =>
        `Declined more time, for which ${requester} of ${partner} had asked.`,
      'extension.withdrawn': () => 'Withdrew the request for more time.',
      'extension.lapsed': ({ requester, partner }) =>
        `The request of ${requester} of ${partner} for more time ended with the access.`,
    } satisfies Record<string, Sentence>,
    moved: {
      instead: (now: string, before: string) => `${now} (before: ${before})`,
      quoted: (scope: string) => `“${scope}”`,
      noEnd: 'no end',
      unknown: 'how is not noted',
    },
    review: (day: string) => `; it is due again on ${day}`,
  },
  fr: {
    title: {
      'grant.extended': 'Accès prolongé',
      'grant.shortened': 'Accès raccourci',
      'grant.trimmed': 'Accès restreint',
      'grant.review-due': 'Fin d’accès sauf réponse à la revue',
      'grant.reviewed': 'Revue faite, accès inchangé',
      'grant.unreviewed': 'Accès terminé faute de revue',
      'extension.asked': 'Prolongation demandée',
      'extension.granted': 'Prolongation accordée',
      'extension.declined': 'Prolongation refusée',
      'extension.withdrawn': 'Prolongation retirée',
      'extension.lapsed': 'Prolongation caduque',
    },
    sentence: {
      'grant.extended': ({ partner, moved }) =>
        `A prolongé l’accès ${joined('de', partner)}\u202F: ${moved}.`,
      'grant.shortened': ({ partner, moved }) =>
        `A raccourci l’accès ${joined('de', partner)}\u202F: ${moved}.`,
      'grant.trimmed': ({ partner, moved }) =>
        `A restreint l’accès ${joined('de', partner)}\u202F: ${moved}.`,
      'grant.review-due': ({ partner, moved }) =>
        `La revue de l’accès ${joined('de', partner)} est à faire. Sans réponse\u202F: ${moved}.`,
      'grant.reviewed': ({ partner, review }) =>
        `A revu l’accès ${joined('de', partner)} et l’a laissé tel quel${review}.`,
      'grant.unreviewed': ({ partner }) =>
        `L’accès ${joined('de', partner)} a pris fin\u202F: personne n’a répondu à sa revue.`,
      'extension.asked': ({ moved }) => `A demandé une prolongation\u202F: ${moved}.`,
      'extension.granted': ({ requester, partner }) =>
        `A accordé une prolongation, à la demande ${joined('de', requester)} (${partner}).`,
      'extension.declined': ({ requester, partner }) =>
        `A refusé la prolongation demandée par ${requester} (${partner}).`,
      'extension.withdrawn': () => 'A retiré la demande de prolongation.',
      'extension.lapsed': ({ requester, partner }) =>
        `La prolongation demandée par ${requester} (${partner}) est devenue caduque avec l’accès.`,
    },
    moved: {
      instead: (now, before) => `${now} (auparavant ${before})`,
      quoted: scope => `«\u00A0${scope}\u00A0»`,
      noEnd: 'sans fin',
      unknown: 'les détails n’ont pas été notés',
    },
    review: day => `\u202F; elle est de nouveau à faire le ${day}`,
  },
})
