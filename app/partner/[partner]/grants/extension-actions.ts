'use server'

import { partnerAction } from '#app/_server/action.ts'
import { askForMore, withdrawExtension } from '#db/extension/ask.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { askForMoreForm, extraOf, fieldOfTerms, withdrawMoreForm } from '#lib/grant/terms-forms.ts'
import { movingSentence } from '#lib/grant/terms-words.ts'

/** Whoever works under an access asks for more time. */
export const extend = partnerAction(
  { name: 'ask-to-extend', form: askForMoreForm, check: 'unsent' },
  async ({ input, change, language, tried }) => {
    const extra = extraOf(input)
    // The form has told it already, at its field.
    if (!extra || extra.kind === 'asked') return { refused: fieldWords[language].unusable }
    const asked = await askForMore(change, {
      grantId: input.grant,
      extra,
      reason: input.reason,
      shownEnd: input.shown,
    })
    const own = `/partner/${change.partner.slug}/grants/${input.grant}`
    if (asked.ok) return { to: own, done: 'extension-asked' }
    if (asked.refusal === 'not-found') return 'not-found'
    if (asked.refusal === 'not-assigned') tried()
    const sentence = movingSentence(asked.refusal, asked.seen, language, change.actor.timeZone)
    const field = fieldOfTerms(asked.refusal, input)
    if (field) return { refused: fieldWords[language].check.unsent, fields: { [field]: sentence } }
    return { refused: sentence, overtaken: true }
  },
)

/** Takes it back, in the name of whoever asked or of the firm. */
export const withdraw = partnerAction(
  { name: 'withdraw-extension', form: withdrawMoreForm },
  async ({ input, change, language, tried }) => {
    const withdrawn = await withdrawExtension(change, input.extension)
    if (withdrawn.ok)
      return {
        to: `/partner/${change.partner.slug}/grants/${withdrawn.value.grantId}`,
        done: 'extension-withdrawn',
      }
    if (withdrawn.refusal === 'not-found') return 'not-found'
    if (withdrawn.refusal === 'not-yours') tried()
    return { refused: movingSentence(withdrawn.refusal, withdrawn.seen, language), overtaken: true }
  },
)
