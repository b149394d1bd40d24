'use server'

import { accountAction } from '#app/_server/action.ts'
import { toConfirm } from '#app/_server/to-confirm.ts'
import { approveRequest, askQuestion, declineRequest } from '#db/access-request/decide.ts'
import { changeGrant, revokeAll } from '#db/grant/change.ts'
import { keepAccess as keepGrants } from '#db/restore/keep.ts'
import { chosenQuery, durationOf, scopeOf } from '#lib/access/giving-form.ts'
import { fieldOfRefusal } from '#lib/access-request/asking-form.ts'
import { approveForm, declineForm, questionForm } from '#lib/access-request/review-form.ts'
import { isOver, type Refusal, refusalSentence } from '#lib/access-request/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { changeAccessForm, keepAccessForm, revokeAllForm } from '#lib/grant/forms.ts'
import { grantRefused } from '#lib/grant/words.ts'
import type { Language } from '#lib/language.ts'
import { recheckWords } from './recheck-words.ts'
import { reviewWords } from './review-words.ts'

const needs = 'partners.decide'
const list = (slug: string) => `/accounts/${slug}/settings/authorisation`

/** Where somebody who came too late sees what has become of the request; nothing while it can still be decided on. */
function wayOn(refusal: Refusal, slug: string, request: string, language: Language) {
  if (!isOver(refusal)) return { overtaken: true }
  return {
    overtaken: true,
    further: { href: `${list(slug)}/requests/${request}`, label: reviewWords[language].seeDecided },
  }
}

/** Gives a partner access: as much as it asked for or less, for as long as the approver says. */
export const approve = accountAction(
  { name: 'approve-request', form: approveForm, needs },
  async ({ input, change, language }) => {
    const duration = durationOf(input)
    // The form has told it already, at its field.
    if (!duration) return { refused: fieldWords[language].unusable }
    const giving = { scope: scopeOf(input), duration, reachesClients: input.clients }
    const approved = await approveRequest(change, input.request, giving)
    if (approved.ok) {
      const done = approved.value.granted === 'scheduled' ? 'request-approved-for-later' : 'request-approved'
      return { to: list(change.account.slug), done }
    }
    if (approved.refusal === 'not-found') return 'not-found'
    // What was chosen comes back with the page.
    if (approved.refusal === 'unconfirmed')
      return toConfirm(`${list(change.account.slug)}/requests/${input.request}?${chosenQuery(input)}`)
    const sentence = refusalSentence(approved.refusal, approved.seen, language)
    const field = fieldOfRefusal(approved.refusal)
    if (field) return { refused: fieldWords[language].check.unchanged, fields: { [field]: sentence } }
    return { refused: sentence, ...wayOn(approved.refusal, change.account.slug, input.request, language) }
  },
)

export const decline = accountAction(
  { name: 'decline-request', form: declineForm, needs },
  async ({ input, change, language }) => {
    const declined = await declineRequest(change, input.request, input.reason)
    if (declined.ok) return { to: list(change.account.slug), done: 'request-declined' }
    if (declined.refusal === 'not-found') return 'not-found'
    const refused = refusalSentence(declined.refusal, declined.seen, language)
    return { refused, ...wayOn(declined.refusal, change.account.slug, input.request, language) }
  },
)

export const ask = accountAction(
  { name: 'ask-question', form: questionForm, needs, check: 'unsent' },
  async ({ input, change, language }) => {
    const asked = await askQuestion(change, input.request, input.question)
    if (asked.ok) return { to: list(change.account.slug), done: 'question-sent' }
    if (asked.refusal === 'not-found') return 'not-found'
    const refused = refusalSentence(asked.refusal, asked.seen, language)
    return { refused, ...wayOn(asked.refusal, change.account.slug, input.request, language) }
  },
)

const acts = { revoke: 'grant-revoked', suspend: 'grant-suspended', resume: 'grant-resumed' } as const
/** Takes the key back, or holds it for a while. */
export const changeAccess = accountAction(
  { name: 'change-grant', form: changeAccessForm, needs },
  async ({ input, change, language }) => {
    const of = { grantId: input.grant, accountId: change.account.id }
    const changed = await changeGrant(change, of, input.act, 'account', input.reason ?? '')
    // The result stands in the row: the list shows it first, whatever it shows else.
    const to = `${list(change.account.slug)}?just=${input.grant}`
    if (changed.ok) return { to, done: acts[input.act] }
    const { refusal, seen } = changed
    return refusal === 'not-found' ? refusal : grantRefused({ refusal, seen }, language)
  },
)

/** Ends all of one firm's access, or all partners'. */
export const revokeEverything = accountAction(
  { name: 'revoke-all', form: revokeAllForm, needs },
  async ({ input, change, language }) => {
    const of = { accountId: change.account.id, ...(input.partner ? { partnerSlug: input.partner } : {}) }
    const ended = await revokeAll(change, of, input.reason)
    if (ended === 0) return { refused: reviewWords[language].nothingToRevoke, overtaken: true }
    return { to: `${list(change.account.slug)}?show=ended`, done: 'all-revoked' }
  },
)

/** After a restore: looked at, and still right. */
export const keepAccess = accountAction(
  { name: 'keep-access', form: keepAccessForm, needs },
  async ({ input, change, language }) => {
    // All means what stood on the page, never what came to the list since.
    const grantIds = input.keep === 'all' ? input.shown : [input.keep]
    const kept = await keepGrants(change, { accountId: change.account.id, grantIds })
    if (kept === 0) return { refused: recheckWords[language].nothingLeft }
    return { to: list(change.account.slug), done: 'access-kept' }
  },
)
