import { givingWords } from '#lib/access/giving-words.ts'
import { mostAsksADay } from '#lib/asking-pace.ts'
import { exactTime } from '#lib/format.ts'
import { joined } from '#lib/french.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { Seen } from '#lib/result.ts'
import type { ApprovalRefusal, AskingRefusal, RequestRefusal, RequestState } from './access-request.ts'

/** Every way in which asking, answering, withdrawing or deciding can be refused. */
export type Refusal =
  | RequestRefusal
  | ApprovalRefusal
  | AskingRefusal
  | 'not-found'
  | 'unknown-account'
  | 'not-yours'

/** What a sentence may tell: what has become of the request, and from when the partner may ask again. */
interface Told {
  readonly outcome: string
  /** The same for somebody who was about to decide. */
  readonly meanwhile: string
  readonly from: string
}

type Sentences = Record<Refusal, (told: Told) => string>

/** States of a request as they stand on rows, and why a request can't be sent or moved. */
export const requestWords = bilingual({
  en: {
    state: {
      pending: 'Asked',
      question: 'Question asked',
      approved: 'Approved',
      declined: 'Declined',
      withdrawn: 'Withdrawn',
      lapsed: 'Lapsed',
    } satisfies Record<RequestState, string>,
    outcome: {
      pending: () => 'This request is still open.',
      question: () => 'A question about this request is open.',
      approved: (by: string | null) => `This request has been approved${by ? ` by ${by}` : ''}.`,
      declined: (by: string | null) => `This request has been declined${by ? ` by ${by}` : ''}.`,
      withdrawn: (by: string | null) => `This request has been withdrawn${by ? ` by ${by}` : ''}.`,
      lapsed: (by: string | null) =>
        by
          ? `This request lapsed when ${by} ended the channel relationship.`
          : 'This request has lapsed: nobody decided on it in time.',
    } satisfies Record<RequestState, (by: string | null) => string>,
    meanwhile: {
      pending: () => 'This request is still open.',
      question: () => 'A question about this request was asked in the meantime.',
      approved: (by: string | null) => `It was approved${by ? ` by ${by}` : ''} in the meantime.`,
      declined: (by: string | null) => `It was declined${by ? ` by ${by}` : ''} in the meantime.`,
      withdrawn: (by: string | null) => `It was withdrawn${by ? ` by ${by}` : ''} in the meantime.`,
      lapsed: (by: string | null) =>
        by
          ? `It lapsed in the meantime, when ${by} ended the channel relationship.`
          : 'It lapsed in the meantime: nobody decided on it in time.',
    } satisfies Record<RequestState, (by: string | null) => string>,
    refusal: {
      'already-decided': ({ meanwhile }) => `${meanwhile} Your own choice was not used.`,
      lapsed: ({ outcome }) => `${outcome} The partner can send a new one.`,
      'not-due': () => 'It is not time for that yet.',
      'question-open': () => 'A question is open already. The partner has to answer it first.',
      'no-open-question': () => 'There is no open question any more. Nothing was changed.',
      'more-than-asked': () => 'This is more than the partner asked for. Choose the same or less.',
      ...givingWords.en,
      'already-open': () =>
        'Your firm has an open request to this account already. Wait for the decision, or withdraw it first.',
      blocked: () => 'This account takes no requests from your firm.',
      'invited-already': () =>
        'This account has invited your firm already. An administrator of your firm can accept; what you need beyond that you can ask for afterwards.',
      'declined-recently': ({ from }) =>
        from
          ? `Your last request to this account was declined. You can ask again from ${from}.`
          : 'Your last request to this account was declined less than 24 hours ago. You can ask again after that.',
      'asked-too-often': ({ from }) =>
        `Your firm has sent this account ${mostAsksADay} requests within 24 hours. You can ask again ${from ? `from ${from}` : 'later'}.`,
      'starts-in-the-past': () =>
        'This start is over. Choose a later one, or leave it empty to start at once.',
      'starts-too-late': () => 'This start is more than 90 days away. Choose an earlier one.',
      'not-found': () => 'There is no such request here.',
      'unknown-account': () =>
        'No account can be asked with this. Choose one of your customers, or check the request code.',
      'not-yours': () =>
        'Only the person who sent this request, or an administrator of your firm, can withdraw it.',
    } satisfies Sentences,
  },
  fr: {
    state: {
      pending: 'Envoyée',
      question: 'Question posée',
      approved: 'Approuvée',
      declined: 'Refusée',
      withdrawn: 'Retirée',
      lapsed: 'Caduque',
    },
    outcome: {
      pending: () => 'Cette demande est toujours ouverte.',
      question: () => 'Une question sur cette demande est ouverte.',
      approved: by => `Cette demande a été approuvée${by ? ` par ${by}` : ''}.`,
      declined: by => `Cette demande a été refusée${by ? ` par ${by}` : ''}.`,
      withdrawn: by => `Cette demande a été retirée${by ? ` par ${by}` : ''}.`,
      lapsed: by =>
        by
          ? `Cette demande est devenue caduque ${joined('lorsque', by)} a mis fin à la relation de partenariat.`
          : 'Cette demande est devenue caduque\u202F: personne n’en a décidé à temps.',
    },
    meanwhile: {
      pending: () => 'Cette demande est toujours ouverte.',
      question: () => 'Une question sur cette demande a été posée entre-temps.',
      approved: by => `Elle a été approuvée${by ? ` par ${by}` : ''} entre-temps.`,
      declined: by => `Elle a été refusée${by ? ` par ${by}` : ''} entre-temps.`,
      withdrawn: by => `Elle a été retirée${by ? ` par ${by}` : ''} entre-temps.`,
      lapsed: by =>
        by
          ? `Elle est devenue caduque entre-temps, ${joined('lorsque', by)} a mis fin à la relation de partenariat.`
          : 'Elle est devenue caduque entre-temps\u202F: personne n’en a décidé à temps.',
    },
    refusal: {
      'already-decided': ({ meanwhile }) => `${meanwhile} Votre propre choix n’a pas été retenu.`,
      lapsed: ({ outcome }) => `${outcome} Le partenaire peut en envoyer une nouvelle.`,
      'not-due': () => 'Le moment n’est pas encore venu.',
      'question-open': () => 'Une question est déjà ouverte. Le partenaire doit d’abord y répondre.',
      'no-open-question': () => 'Il n’y a plus de question ouverte. Rien n’a été modifié.',
      'more-than-asked': () =>
        'C’est plus que ce que le partenaire a demandé. Choisissez la même chose ou moins.',
      ...givingWords.fr,
      'already-open': () =>
        'Votre entreprise a déjà une demande ouverte pour ce compte. Attendez la décision ou retirez d’abord la demande.',
      blocked: () => 'Ce compte n’accepte aucune demande de votre entreprise.',
      'invited-already': () =>
        'Ce compte a déjà invité votre entreprise. Un administrateur de votre entreprise peut accepter\u202F; ce qu’il vous faut de plus, vous pourrez le demander ensuite.',
      'declined-recently': ({ from }) =>
        from
          ? `Votre dernière demande pour ce compte a été refusée. Vous pourrez en faire une autre à partir du ${from}.`
          : 'Votre dernière demande pour ce compte a été refusée il y a moins de 24 heures. Vous pourrez en faire une autre ensuite.',
      'asked-too-often': ({ from }) =>
        `Votre entreprise a envoyé ${mostAsksADay} demandes à ce compte en 24 heures. Vous pourrez en faire une autre ${from ? `à partir du ${from}` : 'plus tard'}.`,
      'starts-in-the-past': () =>
        'Ce moment est passé. Choisissez-en un autre, ou laissez le champ vide pour commencer tout de suite.',
      'starts-too-late': () => 'Ce début est dans plus de 90 jours. Choisissez-en un plus proche.',
      'not-found': () => 'Cette demande n’existe pas ici.',
      'unknown-account': () =>
        'Aucun compte ne peut être sollicité ainsi. Choisissez l’un de vos clients ou vérifiez le code de demande.',
      'not-yours': () =>
        'Seule la personne qui a envoyé cette demande, ou un administrateur de votre entreprise, peut la retirer.',
    },
  },
})

/**
 * The sentence for a refusal, told with the state that the request is in by now and who put it there. `seen` is what came
 * with the refusal; for `declined-recently` and `asked-too-often` its state is the moment from which the partner may ask
 * again, told in the reader's `zone`.
 */
export function refusalSentence(
  refusal: Refusal,
  seen: Seen | undefined,
  language: Language,
  zone = 'UTC',
): string {
  const words = requestWords[language]
  const state = seen && isRequestState(seen.state) ? seen.state : null
  const outcome = state ? words.outcome[state](seen?.by ?? null) : ''
  const meanwhile = state ? words.meanwhile[state](seen?.by ?? null) : ''
  const waits = refusal === 'declined-recently' || refusal === 'asked-too-often'
  const moment = waits && seen ? new Date(seen.state) : null
  const from = moment && !Number.isNaN(moment.getTime()) ? exactTime(moment, zone, language) : ''
  return words.refusal[refusal]({ outcome, meanwhile, from }).trim()
}

/** Whether the refusal says that the request is over: sending the form again can't help. */
export function isOver(refusal: Refusal): boolean {
  return refusal === 'already-decided' || refusal === 'lapsed'
}

/** What became of a request, as a sentence: "This request has been approved by Olivia Park." */
export function outcomeSentence(state: RequestState, by: string | null, language: Language): string {
  return requestWords[language].outcome[state](by)
}

function isRequestState(text: string): text is RequestState {
  return Object.hasOwn(requestWords.en.state, text)
}
