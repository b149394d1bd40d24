import { mostAsksADay } from '#lib/asking-pace.ts'
import { exactTime } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { Seen } from '#lib/result.ts'
import type { ExtensionAskRefusal, ExtensionRefusal, ExtensionState } from './extension.ts'
import type { TermsRefusal } from './terms.ts'
import { grantWords } from './words.ts'

/** Every way in which moving an end or a scope, or asking for it, can be refused. */
export type MovingRefusal =
  | Exclude<TermsRefusal, 'unconfirmed'>
  | ExtensionAskRefusal
  | ExtensionRefusal
  | 'not-assigned'
  | 'not-yours'

interface Told {
  /** "revoked, by Olivia Park" */
  readonly grant: string
  /** "granted, by Olivia Park" */
  readonly extension: string
  readonly by: string | null
  readonly from: string
}

type Sentences = Record<MovingRefusal, (told: Told) => string>

/** States of an extension as they stand on rows, and why an end or a scope can't be moved or asked for. */
export const termsWords = bilingual({
  en: {
    state: {
      pending: 'More time asked',
      granted: 'Extended',
      declined: 'Extension declined',
      withdrawn: 'Extension withdrawn',
      lapsed: 'Extension lapsed',
    } satisfies Record<ExtensionState, string>,
    outcome: {
      pending: 'still open',
      granted: 'granted',
      declined: 'declined',
      withdrawn: 'withdrawn',
      lapsed: 'lapsed',
    } satisfies Record<ExtensionState, string>,
    by: (person: string) => `, by ${person}`,
    refusal: {
      'already-ended': ({ grant }) => `This access has ended already (${grant}). Nothing was changed.`,
      'set-by-provider': () => 'Your provider set this access, so only your provider can change it.',
      'no-end': () => 'This access has no end, so there is nothing to extend.',
      'not-later': () => 'This is not later than the end that the access has. Choose a later one.',
      'not-earlier': () => 'This is not earlier than the end that the access has. Choose an earlier one.',
      'not-less': () => 'This is not less than the partner has. Choose less, or leave it as it is.',
      'nothing-chosen': () => 'Choose at least one module or page.',
      'ends-in-the-past': () => 'This moment is over, or comes before the access starts. Choose a later one.',
      'longer-than-limit': () => 'This is further away than the provider allows. Choose an earlier end.',
      'changed-meanwhile': ({ by }) =>
        `${by ?? 'Somebody'} changed this access while you had the page open. Nothing of yours was saved; the page shows it as it is now.`,
      'already-decided': ({ extension }) =>
        `This was answered in the meantime (${extension}). Your own choice was not used.`,
      'grant-ended': ({ grant }) => `This access has ended already (${grant}). Nothing was changed.`,
      'not-due': () => 'It is not time for that yet.',
      blocked: () => 'This account takes no requests from your firm.',
      'already-open': ({ by }) =>
        `Your firm has asked for more time already${by ? ` (${by})` : ''}. Wait for the answer, or withdraw it first.`,
      'declined-recently': ({ from }) =>
        from
          ? `The account declined more time for this access. You can ask again from ${from}.`
          : `The account declined more time for this access less than 24 hours ago. You can ask again after that.`,
      'asked-too-often': ({ from }) =>
        `Your firm has asked this account for more time ${mostAsksADay} times within 24 hours. You can ask again ${from ? `from ${from}` : 'later'}.`,
      'not-assigned': () =>
        'Only whoever is assigned to this access, or an administrator of your firm, can ask for more time.',
      'not-yours': () => 'Only the person who asked, or an administrator of your firm, can withdraw it.',
    } satisfies Sentences,
  },
  fr: {
    state: {
      pending: 'Prolongation demandée',
      granted: 'Prolongé',
      declined: 'Prolongation refusée',
      withdrawn: 'Prolongation retirée',
      lapsed: 'Prolongation caduque',
    },
    outcome: {
      pending: 'toujours ouverte',
      granted: 'accordée',
      declined: 'refusée',
      withdrawn: 'retirée',
      lapsed: 'caduque',
    },
    by: person => `, par ${person}`,
    refusal: {
      'already-ended': ({ grant }) => `Cet accès a déjà pris fin (${grant}). Rien n’a été modifié.`,
      'set-by-provider': () => 'Votre fournisseur a défini cet accès\u202F; lui seul peut le modifier.',
      'no-end': () => 'Cet accès n’a pas de fin\u202F: il n’y a rien à prolonger.',
      'not-later': () =>
        'Ce moment n’est pas postérieur à la fin actuelle de l’accès. Choisissez-en un plus tardif.',
      'not-earlier': () =>
        'Ce moment n’est pas antérieur à la fin actuelle de l’accès. Choisissez-en un plus proche.',
      'not-less': () =>
        'Ce n’est pas moins que ce qu’a le partenaire. Choisissez moins, ou laissez tel quel.',
      'nothing-chosen': () => 'Choisissez au moins un module ou une page.',
      'ends-in-the-past': () =>
        'Ce moment est passé, ou précède le début de l’accès. Choisissez-en un plus tardif.',
      'longer-than-limit': () =>
        'C’est plus loin que ce que le fournisseur permet. Choisissez une fin plus proche.',
      'changed-meanwhile': ({ by }) =>
        `${by ?? 'Quelqu’un'} a modifié cet accès pendant que la page était ouverte. Rien n’a été enregistré de votre part\u202F; la page le montre tel qu’il est maintenant.`,
      'already-decided': ({ extension }) =>
        `La demande a reçu une réponse entre-temps (${extension}). Votre propre choix n’a pas été retenu.`,
      'grant-ended': ({ grant }) => `Cet accès a déjà pris fin (${grant}). Rien n’a été modifié.`,
      'not-due': () => 'Le moment n’est pas encore venu.',
      blocked: () => 'Ce compte n’accepte aucune demande de votre entreprise.',
      'already-open': ({ by }) =>
        `Votre entreprise a déjà demandé une prolongation${by ? ` (${by})` : ''}. Attendez la réponse ou retirez d’abord la demande.`,
      'declined-recently': ({ from }) =>
        from
          ? `Le compte a refusé de prolonger cet accès. Vous pourrez refaire une demande à partir du ${from}.`
          : `Le compte a refusé de prolonger cet accès il y a moins de 24 heures. Vous pourrez refaire une demande ensuite.`,
      'asked-too-often': ({ from }) =>
        `Votre entreprise a demandé ${mostAsksADay} prolongations à ce compte en 24 heures. Vous pourrez en demander une autre ${from ? `à partir du ${from}` : 'plus tard'}.`,
      'not-assigned': () =>
        'Seule une personne à qui cet accès est attribué, ou un administrateur de votre entreprise, peut demander une prolongation.',
      'not-yours': () =>
        'Seule la personne qui a fait cette demande, ou un administrateur de votre entreprise, peut la retirer.',
    },
  },
})

/**
 * The sentence for a refusal, told with what has become of the grant or the extension and who did it. For what has to
 * wait, the state in `seen` is the moment from which it may be asked again, told in the reader's `zone`.
 */
export function movingSentence(
  refusal: MovingRefusal,
  seen: Seen | undefined,
  language: Language,
  zone = 'UTC',
): string {
  const words = termsWords[language]
  const by = seen?.by ?? null
  const named = (states: Readonly<Record<string, string>>) => {
    const state = seen && Object.hasOwn(states, seen.state) ? states[seen.state] : undefined
    return state ? `${state.toLowerCase()}${by ? words.by(by) : ''}` : ''
  }
  const moment = new Date(seen?.state ?? '')
  const grant = named(grantWords[language].state)
  return words.refusal[refusal]({
    grant,
    // It lapsed with its grant: then that is what is told.
    extension: named(words.outcome) || grant,
    by,
    from: Number.isNaN(moment.getTime()) ? '' : exactTime(moment, zone, language),
  })
}
