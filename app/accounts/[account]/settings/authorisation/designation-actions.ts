'use server'

import { accountAction } from '#app/_server/action.ts'
import { askToEnd as askProvider } from '#db/designation/ask.ts'
import { exactTime } from '#lib/format.ts'
import { askToEndForm } from '#lib/grant/designation-forms.ts'
import { askRefusalWords } from '#lib/grant/designation-words.ts'

/** The account asks its provider to end an access that the provider set. */
export const askToEnd = accountAction(
  { name: 'ask-to-end', form: askToEndForm, needs: 'partners.decide', check: 'unsent' },
  async ({ input, change, language }) => {
    const asked = await askProvider(change, input.grant, input.reason)
    const own = `/accounts/${change.account.slug}/settings/authorisation/grants/${input.grant}`
    if (asked.ok) return { to: own, done: 'ask-sent' }
    const { refusal, seen, from } = asked
    if (refusal === 'not-found') return refusal
    const again = from ? exactTime(from, change.actor.timeZone, language) : ''
    return { refused: askRefusalWords[language].asking[refusal](seen?.by ?? null, again), overtaken: true }
  },
)
