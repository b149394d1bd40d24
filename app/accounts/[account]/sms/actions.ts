'use server'

import { after } from 'next/server'
import { accountAction } from '#app/_server/action.ts'
import { carrySoon } from '#app/_server/carry.ts'
import { stateText } from '#components/sending/state-badge.tsx'
import { replyWith, sendText, sendTextAgain } from '#db/sms/send.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { SendingState } from '#lib/sending.ts'
import { againForm, replyForm, sendForm } from '#lib/sms/forms.ts'
import { segmentsOf } from '#lib/sms/segments.ts'
import { textWords, tooManyParts } from '#lib/sms/words.ts'
import { notConnected, refusedNumber } from '../sending.ts'

const needs = 'module.sms'
const done = 'message-sent'
const at = (slug: string, conversation: string) => `/accounts/${slug}/sms/${conversation}`

/** Sends a message to any number. */
export const send = accountAction(
  {
    name: 'send-message',
    form: sendForm,
    check: 'unsent',
    needs,
  },
  async ({ input: { account: _, ...message }, change, language }) => {
    const off = notConnected(language)
    if (off) return off
    const sent = await sendText(change, message)
    if (sent.ok) {
      after(carrySoon)
      return { to: at(change.account.slug, sent.value.conversationId), done }
    }
    if (sent.refusal !== 'too-many-parts') return refusedNumber(sent.refusal, language)
    const text = tooManyParts(segmentsOf(message.text), language)
    return { refused: fieldWords[language].check.unsent, fields: { text } }
  },
)

/** Answers in a conversation. */
export const reply = accountAction(
  {
    name: 'reply-to-message',
    form: replyForm,
    check: 'unsent',
    needs,
  },
  async ({ input: { conversation, text }, change, language }) => {
    const off = notConnected(language)
    if (off) return off
    const sent = await replyWith(change, conversation, text)
    if (sent.ok) {
      after(carrySoon)
      return { to: at(change.account.slug, conversation), done }
    }
    if (sent.refusal === 'not-found') return 'not-found'
    const words = textWords[language]
    if (sent.refusal === 'too-many-parts')
      return {
        refused: fieldWords[language].check.unsent,
        fields: { text: tooManyParts(segmentsOf(text), language) },
      }
    if (sent.refusal === 'too-many') return refusedNumber(sent.refusal, language)
    return { refused: sent.refusal === 'gone' ? words.goneNumber : words.noReply }
  },
)

/** Sends a message that did not arrive once more, as a new one. */
export const sendAgain = accountAction(
  {
    name: 'send-message-again',
    form: againForm,
    check: 'unsent',
    needs,
  },
  async ({ input, change, language }) => {
    const off = notConnected(language)
    if (off) return off
    const sent = await sendTextAgain(change, input.message)
    if (sent.ok) {
      after(carrySoon)
      return { to: at(change.account.slug, sent.value.conversationId), done }
    }
    if (sent.refusal === 'not-found') return 'not-found'
    const words = textWords[language]
    if (sent.refusal === 'not-failed') {
      const state = stateText((sent.seen?.state ?? 'sent') as SendingState, language)
      return { refused: words.notFailed(state), overtaken: true }
    }
    if (sent.refusal === 'too-many') return refusedNumber(sent.refusal, language)
    return { refused: sent.refusal === 'gone' ? words.goneNumber : words.noReply }
  },
)
