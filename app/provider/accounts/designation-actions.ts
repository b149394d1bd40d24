'use server'

import { providerAction } from '#app/_server/action.ts'
import { toConfirm } from '#app/_server/to-confirm.ts'
import { designatedFor } from '#db/designation/choices.ts'
import { designate as designatePartner } from '#db/designation/designate.ts'
import { chosenQuery, durationOf, fieldsOfGiving, scopeOf } from '#lib/access/giving-form.ts'
import { givingWords } from '#lib/access/giving-words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { designateForm } from '#lib/grant/designation-forms.ts'

/** Sets a firm as support partner of an account. */
export const designate = providerAction(
  { name: 'designate-partner', needs: 'designations.manage', form: designateForm },
  async ({ input, change, language }) => {
    const account = await designatedFor(change.tx, change.actor.providerId, { id: input.account })
    if (!account) return 'not-found'
    const duration = durationOf(input)
    // The form has told it already, at its field.
    if (!duration) return { refused: fieldWords[language].unusable }
    const own = `/provider/accounts/${account.slug}`
    const giving = { scope: scopeOf(input), duration, reachesClients: input.clients }
    const of = { accountId: account.id, partnerId: input.partner }
    const set = await designatePartner(change, of, giving, input.reason)
    if (set.ok) return { to: own, done: 'partner-designated' }
    if (set.refusal === 'not-found') return 'not-found'
    if (set.refusal === 'unconfirmed') {
      // What was chosen comes back with the page.
      const chosen = chosenQuery(input)
      chosen.set('firm', input.partner)
      chosen.set('reason', input.reason)
      return toConfirm(`${own}/designate?${chosen}`)
    }
    const sentence = givingWords[language][set.refusal]()
    return {
      refused: fieldWords[language].check.unchanged,
      fields: { [fieldsOfGiving[set.refusal]]: sentence },
    }
  },
)
