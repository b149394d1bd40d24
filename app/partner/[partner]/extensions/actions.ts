'use server'

import { preparedPersonAction } from '#app/_server/action.ts'
import { beginRound } from '#db/extension/round.ts'
import type { Actor } from '#lib/actor.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { askManyForm, extraOf, extraText, finishManyForm, grantsMeant } from '#lib/grant/terms-forms.ts'
import { asFirm, askRest } from './one-by-one.ts'

const notFound = async () => 'not-found' as const

/** Asks whoever is left of a round, and leads to what became of all of them. */
async function rest(actor: Actor, firmId: string, round: string) {
  const to = await askRest(actor, firmId, round)
  return to === null ? notFound : async () => ({ to })
}

/**
 * Asks several accounts for more time, each by an ask of its own. What is to be asked is noted first, under the form's
 * key, so that a second press goes on where the first one is.
 */
export const askMany = preparedPersonAction(
  { name: 'ask-to-extend-many', form: askManyForm, check: 'unsent' },
  async ({ input, once, actor, language }) => {
    const { unusable } = fieldWords[language]
    const extra = extraOf(input)
    // The form has told it already, at its field.
    if (!extra || extra.kind === 'asked') return { refused: unusable }
    const grants = new Map(grantsMeant(input).map(id => [id, input.shown.get(id) ?? null]))
    const round = { id: once, extra: extraText(extra), reason: input.reason, grants }
    const begun = await asFirm(actor, input.partner, change => beginRound(change, round))
    if (begun === 'not-found') return notFound
    if (!begun.ok) return begun.refusal === 'other' ? { refused: unusable } : notFound
    return rest(actor, input.partner, once)
  },
)

/** Goes on with what did not come to its end. */
export const finish = preparedPersonAction(
  { name: 'ask-to-extend-many', form: finishManyForm },
  ({ input, actor }) => rest(actor, input.partner, input.round),
)
