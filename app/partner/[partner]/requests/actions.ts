'use server'

import { partnerAction } from '#app/_server/action.ts'
import { type Asking, answerQuestion, sendRequest, withdrawRequest } from '#db/access-request/ask.ts'
import { countTry } from '#db/sign-in/limits.ts'
import { durationOf, scopeOf } from '#lib/access/giving-form.ts'
import {
  accountOf,
  answerForm,
  askForm,
  codeTries,
  fieldOfRefusal,
  startOf,
  withdrawForm,
} from '#lib/access-request/asking-form.ts'
import { isOver, type Refusal, refusalSentence } from '#lib/access-request/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { timeLeft } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { askWords } from './ask-words.ts'

const own = (firm: string, request: string) => `/partner/${firm}/requests/${request}`

/** Where somebody who came too late sees what has become of the request; nothing while it can still be moved. */
function wayOn(refusal: Refusal, firm: string, request: string, language: Language) {
  if (!isOver(refusal)) return { overtaken: true }
  return { overtaken: true, further: { href: own(firm, request), label: askWords[language].seeDecided } }
}

/** Asks an account for access, in the firm's name. */
export const ask = partnerAction(
  {
    name: 'ask-for-access',
    form: askForm,
    check: 'unsent',
    // Request codes are short enough to be read out, so guessing them must lead nowhere.
    limit: async ({ input, actor, language }) => {
      if (!input.requestCode) return null
      const seconds = await countTry(codeTries(actor))
      if (seconds === 0) return null
      const wait = timeLeft(Math.max(60, seconds) * 1000, language)
      return {
        refused: fieldWords[language].check.unsent,
        fields: { requestCode: askWords[language].tooManyCodes(wait) },
      }
    },
  },
  async ({ input, change, language }) => {
    const { check, unusable } = fieldWords[language]
    const [account, duration] = [accountOf(input), durationOf(input)]
    // The form has told both already, at their fields.
    if (account === 'none' || account === 'both' || !duration) return { refused: unusable }
    const zone = change.actor.timeZone
    const { reason, ticket } = input
    const asking: Asking = {
      account,
      reason,
      ticket,
      scope: scopeOf(input),
      duration,
      startsAt: startOf(input, zone),
    }
    const sent = await sendRequest(change, asking)
    if (sent.ok) return { to: own(change.partner.slug, sent.value.requestId), done: 'request-sent' }
    const sentence = refusalSentence(sent.refusal, sent.seen, language, zone)
    const field = fieldOfRefusal(sent.refusal)
    if (!field) return { refused: sentence }
    const invitations = `/partner/${change.partner.slug}/invitations`
    const further = { href: invitations, label: askWords[language].seeInvitations }
    return {
      refused: check.unsent,
      ...(sent.refusal === 'invited-already' && { further }),
      fields: { [field === 'account' && 'code' in account ? 'requestCode' : field]: sentence },
    }
  },
)

/** Takes a request back, in the name of whoever sent it or of the firm. */
export const withdraw = partnerAction(
  { name: 'withdraw-request', form: withdrawForm },
  async ({ input, change, language, tried }) => {
    const withdrawn = await withdrawRequest(change, input.request)
    if (withdrawn.ok) return { to: own(change.partner.slug, input.request), done: 'request-withdrawn' }
    if (withdrawn.refusal === 'not-found') return 'not-found'
    if (withdrawn.refusal === 'not-yours') tried()
    const refused = refusalSentence(withdrawn.refusal, withdrawn.seen, language)
    return { refused, ...wayOn(withdrawn.refusal, change.partner.slug, input.request, language) }
  },
)

/** Answers the account's question; the request waits for its decision again. */
export const answer = partnerAction(
  { name: 'answer-question', form: answerForm, check: 'unsent' },
  async ({ input, change, language }) => {
    const answered = await answerQuestion(change, input.request, input.answer)
    if (answered.ok) return { to: own(change.partner.slug, input.request), done: 'answer-sent' }
    if (answered.refusal === 'not-found') return 'not-found'
    const refused = refusalSentence(answered.refusal, answered.seen, language)
    return { refused, ...wayOn(answered.refusal, change.partner.slug, input.request, language) }
  },
)
