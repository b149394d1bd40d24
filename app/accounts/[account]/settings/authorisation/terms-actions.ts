'use server'

import { accountAction } from '#app/_server/action.ts'
import type { DoneCode } from '#app/_server/done.ts'
import type { Answer } from '#app/_server/door.ts'
import { toConfirm } from '#app/_server/to-confirm.ts'
import type { AccountChange } from '#db/change.ts'
import { declineExtension } from '#db/extension/decline.ts'
import { changeTerms, type ShownTerms, type TermsAct, type Wanted } from '#db/grant/terms.ts'
import { scopeOf } from '#lib/access/giving-form.ts'
import { fieldWords } from '#lib/form-fields.ts'
import {
  declineMoreForm,
  extendForm,
  extraOf,
  fieldOfTerms,
  shortenForm,
  timeOf,
  trimForm,
} from '#lib/grant/terms-forms.ts'
import { movingSentence } from '#lib/grant/terms-words.ts'
import type { Language } from '#lib/language.ts'

const needs = 'partners.decide'
const list = (slug: string) => `/accounts/${slug}/settings/authorisation`
const done: Record<TermsAct, DoneCode> = {
  extend: 'access-extended',
  shorten: 'access-shortened',
  trim: 'access-trimmed',
}

interface Input {
  readonly grant: string
  readonly shown: ShownTerms
  readonly duration?: string
  readonly until?: string | undefined
}

/** Moves end or scope, and sends the browser to the list, where the row stands first in its new state. */
async function move(
  change: AccountChange,
  input: Input,
  wanted: Wanted,
  language: Language,
): Promise<Answer> {
  const { account } = change
  const moved = await changeTerms(change, input.grant, wanted, input.shown)
  if (moved.ok) return { to: `${list(account.slug)}?just=${input.grant}`, done: done[wanted.act] }
  if (moved.refusal === 'not-found') return 'not-found'
  // An end out of sight is worth a fresh proof of who gives it; what was chosen comes back with the page.
  if (moved.refusal === 'unconfirmed') {
    const chosen = new URLSearchParams({ duration: input.duration ?? '' })
    if (input.until) chosen.set('until', input.until)
    const back = `${list(account.slug)}/grants/${input.grant}/extend?${chosen}`
    return toConfirm(back)
  }
  const sentence = movingSentence(moved.refusal, moved.seen, language)
  const field = fieldOfTerms(moved.refusal, input)
  if (field) return { refused: fieldWords[language].check.unchanged, fields: { [field]: sentence } }
  return { refused: sentence, overtaken: true }
}

/** Gives a partner more time: as it asked, or otherwise. */
export const extend = accountAction(
  { name: 'extend-access', form: extendForm, needs },
  async ({ input, change, language }) => {
    const extra = extraOf(input)
    // The form has told it already, at its field.
    if (!extra) return { refused: fieldWords[language].unusable }
    const asked = input.extension ? { extensionId: input.extension } : {}
    return move(change, input, { act: 'extend', extra, ...asked }, language)
  },
)

/** Says no to more time. */
export const declineMore = accountAction(
  { name: 'decline-extension', form: declineMoreForm, needs },
  async ({ input, change, language }) => {
    const declined = await declineExtension(change, input.extension, input.reason)
    if (declined.ok)
      return {
        to: `${list(change.account.slug)}?just=${declined.value.grantId}`,
        done: 'extension-declined',
      }
    if (declined.refusal === 'not-found') return 'not-found'
    return { refused: movingSentence(declined.refusal, declined.seen, language), overtaken: true }
  },
)

/** Gives a partner less time. */
export const shorten = accountAction(
  { name: 'shorten-access', form: shortenForm, needs },
  async ({ input, change, language }) => {
    const duration = timeOf(input)
    if (!duration) return { refused: fieldWords[language].unusable }
    return move(change, input, { act: 'shorten', duration }, language)
  },
)

/** Leaves a partner less of what it may do. */
export const trim = accountAction(
  { name: 'trim-access', form: trimForm, needs },
  async ({ input, change, language }) =>
    move(change, input, { act: 'trim', scope: scopeOf(input) }, language),
)
