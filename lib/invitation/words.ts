import { givingWords } from '#lib/access/giving-words.ts'
import { mostAsksADay } from '#lib/asking-pace.ts'
import { exactTime } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { Seen } from '#lib/result.ts'
import {
  type AcceptanceRefusal,
  type InvitationState,
  type InvitingRefusal,
  mostInvitesInAll,
} from './invitation.ts'

/** States of an invitation as they stand on rows. */
export const invitationStateWords = bilingual({
  en: {
    invited: 'Invited',
    accepted: 'Accepted',
    declined: 'Declined',
    cancelled: 'Cancelled',
    lapsed: 'Lapsed',
  } satisfies Record<InvitationState, string>,
  fr: {
    invited: 'Envoyée',
    accepted: 'Acceptée',
    declined: 'Déclinée',
    cancelled: 'Annulée',
    lapsed: 'Caduque',
  },
})

type By = string | null

/** Why an invitation can't be moved, told with what has become of it and by whom. */
const moveWords = bilingual({
  en: {
    outcome: {
      invited: () => 'This invitation is still open.',
      accepted: (by: By) => `This invitation has been accepted${by ? ` by ${by}` : ''}.`,
      declined: (by: By) => `This invitation has been declined${by ? ` by ${by}` : ''}.`,
      cancelled: (by: By) => `This invitation has been cancelled${by ? ` by ${by}` : ''}.`,
      lapsed: (by: By) =>
        by
          ? `This invitation ended: ${by} ended the channel relationship, or closed the account.`
          : 'This invitation has lapsed: it was not answered in time.',
    } satisfies Record<InvitationState, (by: By) => string>,
    nothing: 'Nothing was changed by you.',
    refusal: {
      ...givingWords.en,
      'ends-in-the-past': () =>
        'The day to which access was to last is over. Ask the account for a new invitation.',
      'longer-than-limit': () =>
        'The provider has shortened the longest access since this invitation was sent, so it can’t be accepted. Ask the account for a new one.',
      'not-allowed': () => 'This is not for you to do.',
      'not-due': () => 'It is not time for that yet.',
      'inviter-gone': (by: By) =>
        `${by ?? 'Whoever invited your firm'} may no longer decide on partner access for this account, so this invitation can’t be accepted. Ask the account to invite your firm again.`,
    } satisfies Record<Exclude<AcceptanceRefusal, 'already-decided' | 'lapsed'>, (by: By) => string>,
  },
  fr: {
    outcome: {
      invited: () => 'Cette invitation est toujours ouverte.',
      accepted: by => `Cette invitation a été acceptée${by ? ` par ${by}` : ''}.`,
      declined: by => `Cette invitation a été déclinée${by ? ` par ${by}` : ''}.`,
      cancelled: by => `Cette invitation a été annulée${by ? ` par ${by}` : ''}.`,
      lapsed: by =>
        by
          ? `Cette invitation a pris fin\u202F: ${by} a mis fin à la relation de partenariat ou fermé le compte.`
          : 'Cette invitation est devenue caduque\u202F: personne n’y a répondu à temps.',
    },
    nothing: 'Vous n’avez rien modifié.',
    refusal: {
      ...givingWords.fr,
      'ends-in-the-past': () =>
        'Le jour jusqu’auquel l’accès devait durer est passé. Demandez une nouvelle invitation au compte.',
      'longer-than-limit': () =>
        'Le fournisseur a raccourci la durée maximale depuis l’envoi de cette invitation\u202F: elle ne peut plus être acceptée. Demandez-en une nouvelle au compte.',
      'not-allowed': () => 'Cela ne vous revient pas.',
      'not-due': () => 'Le moment n’est pas encore venu.',
      'inviter-gone': by =>
        `${by ?? 'La personne qui a invité votre entreprise'} ne peut plus décider de l’accès des partenaires à ce compte\u202F: cette invitation ne peut pas être acceptée. Demandez au compte d’inviter de nouveau votre entreprise.`,
    },
  },
})

/** What became of an invitation, as a sentence: "This invitation has been accepted by Cecilia Park." */
export function outcomeSentence(state: InvitationState, by: string | null, language: Language): string {
  return moveWords[language].outcome[state](by)
}

/** The sentence for an invitation that can't be accepted, declined or cancelled: `seen` is what came with the refusal. */
export function moveRefused(
  { refusal, seen }: { readonly refusal: AcceptanceRefusal; readonly seen?: Seen | undefined },
  language: Language,
): string {
  const { outcome, nothing, refusal: sentences } = moveWords[language]
  if (refusal !== 'already-decided' && refusal !== 'lapsed') return sentences[refusal](seen?.by ?? null)
  const state = seen && isInvitationState(seen.state) ? seen.state : 'lapsed'
  return `${outcome[state](seen?.by ?? null)} ${nothing}`
}

function isInvitationState(text: string): text is InvitationState {
  return Object.hasOwn(invitationStateWords.en, text)
}

/** What a refusal to send an invitation may tell. */
interface Told {
  readonly firm: string
  readonly from: string
}

const sendingWords = bilingual({
  en: {
    ...givingWords.en,
    'unknown-partner': () =>
      'No partner can be invited with this. Check the Partner ID with your partner; it looks like BRT-4821.',
    blocked: ({ firm }: Told) => `This account blocks ${firm}. Unblock it first, then invite it.`,
    'already-invited': ({ firm }: Told) =>
      `${firm} has an open invitation to this account already. Wait for the answer, or cancel it first.`,
    'has-asked': ({ firm }: Told) =>
      `${firm} asks for access to this account already. Decide on its request instead.`,
    'invited-too-often': ({ firm, from }: Told) =>
      `This account has invited ${firm} ${mostAsksADay} times within 24 hours. It can be invited again from ${from}.`,
    'too-many-today': () =>
      `This account has sent ${mostInvitesInAll} invitations within 24 hours. It can go on tomorrow.`,
    'firm-changed': ({ firm }: Told) =>
      `What is known of this firm was changed while you looked at it; it is called ${firm} by now. Nothing was sent. Look again, then confirm.`,
  } satisfies Record<InvitingRefusal | 'firm-changed', (told: Told) => string>,
  fr: {
    ...givingWords.fr,
    'unknown-partner': () =>
      'Aucun partenaire ne peut être invité ainsi. Vérifiez l’identifiant auprès de votre partenaire\u202F; il ressemble à BRT-4821.',
    blocked: ({ firm }) => `Ce compte bloque ${firm}. Débloquez d’abord cette entreprise, puis invitez-la.`,
    'already-invited': ({ firm }) =>
      `${firm} a déjà une invitation ouverte à ce compte. Attendez la réponse, ou annulez-la d’abord.`,
    'has-asked': ({ firm }) => `${firm} demande déjà un accès à ce compte. Décidez plutôt de sa demande.`,
    'invited-too-often': ({ firm, from }) =>
      `Ce compte a invité ${firm} ${mostAsksADay} fois en 24 heures. Une nouvelle invitation sera possible à partir du ${from}.`,
    'too-many-today': () =>
      `Ce compte a envoyé ${mostInvitesInAll} invitations en 24 heures. Il pourra continuer demain.`,
    'firm-changed': ({ firm }) =>
      `Ce qui est connu de cette entreprise a été modifié pendant que vous la consultiez\u202F; elle s’appelle maintenant ${firm}. Rien n’a été envoyé. Regardez de nouveau, puis confirmez.`,
  },
})

/** Why an account can't invite: told with the firm's verified name, and from when it may, in the reader's zone. */
export function sendingRefused(
  refusal: InvitingRefusal | 'firm-changed',
  { firm, from }: { readonly firm: string; readonly from: Date | null },
  zone: string,
  language: Language,
): string {
  return sendingWords[language][refusal]({ firm, from: from ? exactTime(from, zone, language) : '' })
}
