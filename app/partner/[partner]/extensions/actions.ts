'use server'

import { preparedPersonAction } from '#app/_server/action.ts'
import { beginRound } from '#db/extension/round.ts'
import { isBusy } from '#db/faults.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { askManyForm, extraOf, extraText, finishManyForm, grantsMeant } from '#lib/grant/terms-forms.ts'
import { asFirm, askRest } from './one-by-one.ts'

const own = (firm: string, round: string) => `/partner/${firm}/extensions/${round}`
const notFound = async () => 'not-found' as const

/**
 * Asks several accounts for more time, each by an ask of its own. What is to be asked is noted first, under the form's
 * key, so that a second press goes on where the first one is.
 */
export const askMany = preparedPersonAction(
  { name: 'ask-to-extend-many', form: askManyForm, check: 'unsent' },
  async ({ input, once, actor, language }) => {
    const { unusable, busy } = fieldWords[language]
    const extra = extraOf(input)
    // The form has told it already, at its field.
    if (!extra || extra.kind === 'asked') return { refused: unusable }
    const round = { id: once, extra: extraText(extra), reason: input.reason, grantIds: grantsMeant(input) }
    try {
      const begun = await asFirm(actor, input.partner, async change => ({
        slug: change.partner.slug,
        result: await beginRound(change, round),
      }))
      if (begun === 'not-found') return notFound
      if (!begun.result.ok) return begun.result.refusal === 'other' ? { refused: unusable } : notFound
      await askRest(actor, input.partner, once)
      return async () => ({ to: own(begun.slug, once) })
    } catch (error) {
      if (isBusy(error)) return { refused: busy }
      throw error
    }
  },
)

/** Goes on with what did not come to its end. */
export const finish = preparedPersonAction(
  { name: 'ask-to-extend-many', form: finishManyForm },
  async ({ input, actor, language }) => {
    try {
      const slug = await asFirm(actor, input.partner, async ({ partner }) => partner.slug)
      if (slug === 'not-found' || !(await askRest(actor, input.partner, input.round))) return notFound
      return async () => ({ to: own(slug, input.round) })
    } catch (error) {
      if (isBusy(error)) return { refused: fieldWords[language].busy }
      throw error
    }
  },
)
