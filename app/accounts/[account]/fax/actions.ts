'use server'

import { after } from 'next/server'
import { accountAction } from '#app/_server/action.ts'
import { carrySoon } from '#app/_server/carry.ts'
import { stateText } from '#components/sending/state-badge.tsx'
import { removeFax, restoreFax } from '#db/fax/remove.ts'
import { sendFax, sendFaxAgain } from '#db/fax/send.ts'
import { oneFaxForm, sendFaxForm } from '#lib/fax/forms.ts'
import { faxWords } from '#lib/fax/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { SendingState } from '#lib/sending.ts'
import { notConnected, refusedNumber } from '../sending.ts'
import { lookAt, lookFirst } from './look.ts'

const needs = 'module.fax'
const list = (slug: string) => `/accounts/${slug}/fax`

/** Sends a document; nothing of it is kept before it was looked at. */
export const send = accountAction(
  {
    name: 'send-fax',
    form: sendFaxForm,
    files: ['file'],
    check: 'unsent',
    needs,
    limit: ({ input, actor, language }) => lookFirst(actor, input, language),
  },
  async ({ input: { account: _, file, ...given }, change, language }) => {
    const off = notConnected(language)
    if (off) return off
    const words = faxWords[language]
    const { unsent } = fieldWords[language].check
    const looked = await lookAt(file)
    if (!looked.ok) return { refused: unsent, fields: { file: words.refusal[looked.refusal] } }
    const sent = await sendFax(change, given, { bytes: file.bytes, ...looked.value })
    if (sent.ok) {
      after(carrySoon)
      return { to: `${list(change.account.slug)}/${sent.value.faxId}`, done: 'fax-sent' }
    }
    return sent.refusal === 'full' ? { refused: words.full } : refusedNumber(sent.refusal, language)
  },
)

/** Sends a fax that did not arrive once more, as a new one. */
export const sendAgain = accountAction(
  {
    name: 'send-fax-again',
    form: oneFaxForm,
    check: 'unsent',
    needs,
  },
  async ({ input, change, language }) => {
    const off = notConnected(language)
    if (off) return off
    const sent = await sendFaxAgain(change, input.fax)
    if (sent.ok) {
      after(carrySoon)
      return { to: `${list(change.account.slug)}/${sent.value.faxId}`, done: 'fax-sent' }
    }
    const words = faxWords[language]
    if (sent.refusal === 'not-found') return 'not-found'
    if (sent.refusal === 'full') return { refused: words.full }
    if (sent.refusal === 'not-failed') {
      const state = stateText((sent.seen?.state ?? 'sent') as SendingState, language)
      return { refused: words.notFailed(state), overtaken: true }
    }
    const { refused, fields } = refusedNumber(sent.refusal, language)
    return { refused: fields ? Object.values(fields).join(' ') : refused }
  },
)

/** Removes one; it can be brought back. */
export const remove = accountAction(
  { name: 'remove-fax', form: oneFaxForm, needs },
  async ({ input, change, language }) => {
    const removed = await removeFax(change, input.fax)
    if (removed.ok) return { to: `${list(change.account.slug)}?undo=${input.fax}`, done: 'fax-removed' }
    if (removed.refusal === 'not-found') return 'not-found'
    const words = faxWords[language]
    if (removed.refusal === 'on-its-way') return { refused: words.onItsWay, overtaken: true }
    return { refused: words.removed(removed.seen?.by ?? null), overtaken: true }
  },
)

/** Brings one back. */
export const restore = accountAction(
  { name: 'restore-fax', form: oneFaxForm, needs },
  async ({ input, change, language }) => {
    const restored = await restoreFax(change, input.fax)
    if (restored.ok) return { to: `${list(change.account.slug)}/removed`, done: 'fax-restored' }
    if (restored.refusal === 'not-found') return 'not-found'
    return { refused: faxWords[language].there, overtaken: true }
  },
)
