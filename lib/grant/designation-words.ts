import { bilingual } from '#lib/language.ts'
import type { AskMoveRefusal, AskRefusal, AskState } from './designation.ts'

/** The states of an ask to end an access, as lists and the history show them. */
export const askStateWords = bilingual({
  en: {
    waiting: 'Waiting for the provider',
    ended: 'Granted',
    kept: 'Kept',
    lapsed: 'Lapsed',
  } satisfies Record<AskState, string>,
  fr: {
    waiting: 'En attente du fournisseur',
    ended: 'Accordée',
    kept: 'Accès maintenu',
    lapsed: 'Caduque',
  },
})

const by = (name: string | null, said: (name: string) => string) => (name ? said(name) : '')

/** Why an ask can't be sent, or can't be answered any more. `by` is who came first, `from` from when it can be asked again. */
export const askRefusalWords = bilingual({
  en: {
    asking: {
      'yours-to-end': () => 'Your account gave this access itself, so you can revoke it.',
      over: (name: string | null) =>
        `This access has ended already${by(name, one => `, by ${one}`)}. Nothing was sent.`,
      'already-asked': (name: string | null) =>
        `${by(name, one => one) || 'Somebody'} has asked for this already. Your provider’s answer is still to come.`,
      'kept-recently': (_: string | null, from: string) =>
        `Your provider has answered and keeps this access for now. You can ask again from ${from}.`,
    } satisfies Record<AskRefusal, (name: string | null, from: string) => string>,
    answering: {
      'already-answered': (name: string | null) =>
        `${by(name, one => one) || 'Somebody'} has answered this already. Nothing was changed.`,
      lapsed: (name: string | null) =>
        `This access has ended meanwhile${by(name, one => `, by ${one}`)}, and the ask with it. Nothing was changed.`,
      'not-due': () => 'It is not time for that yet.',
    } satisfies Record<AskMoveRefusal, (name: string | null) => string>,
  },
  fr: {
    asking: {
      'yours-to-end': () => 'Votre compte a lui-même accordé cet accès\u202F; vous pouvez donc le révoquer.',
      over: name => `Cet accès a déjà pris fin${by(name, one => `, par ${one}`)}. Rien n’a été envoyé.`,
      'already-asked': name =>
        `${by(name, one => one) || 'Quelqu’un'} l’a déjà demandé. Votre fournisseur doit encore répondre.`,
      'kept-recently': (_, from) =>
        `Votre fournisseur a répondu et maintient cet accès pour le moment. Vous pourrez le redemander à partir du ${from}.`,
    },
    answering: {
      'already-answered': name =>
        `${by(name, one => one) || 'Quelqu’un'} a déjà répondu. Rien n’a été modifié.`,
      lapsed: name =>
        `Cet accès a pris fin entre-temps${by(name, one => `, par ${one}`)}, et la demande avec lui. Rien n’a été modifié.`,
      'not-due': () => 'Le moment n’est pas encore venu.',
    },
  },
})
