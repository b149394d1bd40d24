import { exactTime } from '#lib/format.ts'
import { joined } from '#lib/french.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { Seen } from '#lib/result.ts'
import type { AssignRefusal, TakeOffRefusal } from './assignment.ts'
import type { AssignmentAskMoveRefusal, AssignmentAskRefusal, AssignmentAskState } from './assignment-ask.ts'

/** Every way in which handing an access on, or asking for it, can be refused. */
export type AssignmentRefusal =
  | AssignRefusal
  | TakeOffRefusal
  | Exclude<AssignmentAskMoveRefusal, 'not-due'>
  | AssignmentAskRefusal

interface Told {
  /** Whom it was about, or who was faster; empty where nobody is named. */
  readonly name: string
  /** From when it may be asked again; empty where it is not known. */
  readonly from: string
}

/** States of an ask as they stand on rows, and why nothing was assigned, ended, asked or answered. */
export const assignmentWords = bilingual({
  en: {
    state: {
      waiting: 'Waiting',
      granted: 'Assigned',
      declined: 'Declined',
      withdrawn: 'Withdrawn',
      lapsed: 'Lapsed',
    } satisfies Record<AssignmentAskState, string>,
    refusal: {
      'not-allowed': () => 'Only administrators of your firm hand its access on.',
      'grant-ended': () => 'This access has ended. Nothing was changed.',
      'nothing-chosen': () => 'Choose at least one module or page.',
      'beyond-scope': () => 'This is more than your firm has. Choose less.',
      'ends-in-the-past': () => 'This moment is over, or comes before the access starts. Choose a later one.',
      'beyond-end': () => 'The access of your firm ends before that. Choose an earlier moment.',
      'not-active': ({ name }) =>
        `${name || 'Somebody you chose'} is not on the staff of your firm now. Nobody was assigned.`,
      'not-technician': ({ name }) =>
        `${name || 'Somebody you chose'} is an administrator of your firm and enters without being assigned. Nobody was assigned.`,
      'already-assigned': ({ name }) => `${name || 'They'}: assigned just so already. Nothing was changed.`,
      'changed-meanwhile': ({ name }) =>
        `What ${name || 'somebody you chose'} is assigned was changed while you had the page open. Nothing of yours was saved; the page shows it as it is now.`,
      'not-assigned': ({ name }) => `${name || 'They'}: not assigned any more. Nothing was changed.`,
      'not-yours': () => 'Only the person who asked can take that back.',
      'ask-answered': ({ name }) =>
        `This was answered in the meantime${name ? `, by ${name}` : ''}. Your own choice was not used.`,
      'ask-lapsed': () => 'This has lapsed: the access is over, or the person is not in the firm any more.',
      'needs-none': () => 'Administrators of your firm enter without being assigned.',
      'has-it-already': () => 'You are assigned already.',
      'already-asked': () => 'You have asked already. Wait for the answer, or withdraw it first.',
      'declined-recently': ({ from }) =>
        `This was declined. You can ask again ${from ? `from ${from}` : '24 hours after that'}.`,
    } satisfies Record<AssignmentRefusal, (told: Told) => string>,
  },
  fr: {
    state: {
      waiting: 'En attente',
      granted: 'Attribué',
      declined: 'Refusée',
      withdrawn: 'Retirée',
      lapsed: 'Caduque',
    },
    refusal: {
      'not-allowed': () => 'Seuls les administrateurs de votre entreprise attribuent ses accès.',
      'grant-ended': () => 'Cet accès a pris fin. Rien n’a été modifié.',
      'nothing-chosen': () => 'Choisissez au moins un module ou une page.',
      'beyond-scope': () => 'C’est plus que ce qu’a votre entreprise. Choisissez moins.',
      'ends-in-the-past': () =>
        'Ce moment est passé, ou précède le début de l’accès. Choisissez-en un plus tardif.',
      'beyond-end': () => 'L’accès de votre entreprise prend fin avant. Choisissez un moment plus proche.',
      'not-active': ({ name }) =>
        `${name || 'Une des personnes choisies'} ne fait pas partie de votre entreprise en ce moment. Rien n’a été attribué.`,
      'not-technician': ({ name }) =>
        `${name || 'Une des personnes choisies'} administre votre entreprise et entre sans attribution. Rien n’a été attribué.`,
      'already-assigned': ({ name }) =>
        `${name || 'La personne'} a déjà exactement cette attribution. Rien n’a été modifié.`,
      'changed-meanwhile': ({ name }) =>
        `L’attribution ${name ? joined('de', name) : 'd’une des personnes choisies'} a été modifiée pendant que la page était ouverte. Rien n’a été enregistré de votre part\u202F; la page la montre telle qu’elle est maintenant.`,
      'not-assigned': ({ name }) => `${name || 'La personne'} n’a plus d’attribution. Rien n’a été modifié.`,
      'not-yours': () => 'Seule la personne qui a fait cette demande peut la retirer.',
      'ask-answered': ({ name }) =>
        `La demande a reçu une réponse entre-temps${name ? ` (${name})` : ''}. Votre propre choix n’a pas été retenu.`,
      'ask-lapsed': () =>
        'Cette demande est caduque\u202F: l’accès a pris fin, ou la personne a quitté l’entreprise.',
      'needs-none': () => 'Les administrateurs de votre entreprise entrent sans attribution.',
      'has-it-already': () => 'Cet accès vous est déjà attribué.',
      'already-asked': () => 'Vous avez déjà fait cette demande. Attendez la réponse, ou retirez-la d’abord.',
      'declined-recently': ({ from }) =>
        `Cette demande a été refusée. Vous pourrez la refaire ${from ? `à partir du ${from}` : '24 heures après ce refus'}.`,
    },
  },
})

/** The sentence for a refusal; `seen` holds who is meant or was faster, and, for what has to wait, the moment. */
export function assignmentSentence(
  refusal: AssignmentRefusal,
  seen: Seen | undefined,
  language: Language,
  zone = 'UTC',
): string {
  const moment = new Date(seen?.state ?? '')
  return assignmentWords[language].refusal[refusal]({
    name: seen?.by ?? '',
    from: Number.isNaN(moment.getTime()) ? '' : exactTime(moment, zone, language),
  })
}
