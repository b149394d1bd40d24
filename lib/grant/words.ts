import { bilingual, type Language } from '#lib/language.ts'
import type { Seen } from '#lib/result.ts'
import type { GrantRefusal, GrantState } from './grant.ts'

/** States of a grant as they stand on rows, and why a grant can't be moved. */
export const grantWords = bilingual({
  en: {
    state: {
      scheduled: 'Scheduled',
      active: 'Active',
      suspended: 'Suspended',
      expired: 'Expired',
      revoked: 'Revoked',
      relinquished: 'Given up',
      terminated: 'Ended by the provider',
    } satisfies Record<GrantState, string>,
    refusal: {
      'not-allowed': () => 'This is not for you to do.',
      'already-ended': (state: string, by: string | null) =>
        `This access has ended already (${state}${by ? `, by ${by}` : ''}). Nothing was changed.`,
      'set-by-provider': () => 'Your provider set this access, so only your provider can end it.',
      'not-due': () => 'It is not time for that yet.',
      'already-suspended': (_, by: string | null) =>
        `This access is suspended already${by ? `, by ${by}` : ''}.`,
      'not-suspended': () => 'This access is not suspended.',
      'suspended-by-other-side': () => 'The other side suspended this access, so only they can resume it.',
    } satisfies Record<GrantRefusal, (state: string, by: string | null) => string>,
  },
  fr: {
    state: {
      scheduled: 'Planifié',
      active: 'Actif',
      suspended: 'Suspendu',
      expired: 'Expiré',
      revoked: 'Révoqué',
      relinquished: 'Abandonné',
      terminated: 'Terminé par le fournisseur',
    },
    refusal: {
      'not-allowed': () => 'Cela ne vous revient pas.',
      'already-ended': (state: string, by: string | null) =>
        `Cet accès a déjà pris fin (${state}${by ? `, par ${by}` : ''}). Rien n’a été modifié.`,
      'set-by-provider': () => 'Votre fournisseur a accordé cet accès\u202F; lui seul peut y mettre fin.',
      'not-due': () => 'Le moment n’est pas encore venu.',
      'already-suspended': (_, by) => `Cet accès est déjà suspendu${by ? `, par ${by}` : ''}.`,
      'not-suspended': () => 'Cet accès n’est pas suspendu.',
      'suspended-by-other-side': () =>
        'L’autre partie a suspendu cet accès\u202F; elle seule peut le rétablir.',
    },
  },
})

/** A grant can't be moved: the answer tells the state it is in by now and who put it there, and brings it along. */
export function grantRefused(
  { refusal, seen }: { readonly refusal: GrantRefusal; readonly seen?: Seen | undefined },
  language: Language,
) {
  return { refused: sentenceFor(refusal, seen, language), overtaken: true } as const
}

function sentenceFor(refusal: GrantRefusal, seen: Seen | undefined, language: Language): string {
  const words = grantWords[language]
  const state = seen && seen.state in words.state ? words.state[seen.state as GrantState].toLowerCase() : ''
  return words.refusal[refusal](state, seen?.by ?? null)
}
