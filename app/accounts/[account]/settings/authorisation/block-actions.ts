'use server'

import { accountAction } from '#app/_server/action.ts'
import { authorisationOf } from '#app/_server/inviting.ts'
import { blockPartner, unblockPartner } from '#db/partner/block.ts'
import { blockForm, unblockForm } from '#lib/partner/forms.ts'
import { blockRefusals } from '#lib/partner/words.ts'

const needs = 'partners.decide'

/** The account takes no requests from a firm any more; what the firm holds ends too where that was ticked. */
export const block = accountAction(
  { name: 'block-partner', form: blockForm, needs },
  async ({ input, change, language }) => {
    const { firm, reason, revoke } = input
    const blocked = await blockPartner(change, firm, { reason, revoke })
    if (blocked.ok) return { to: authorisationOf(change.account.slug), done: 'partner-blocked' }
    if (blocked.refusal === 'not-found') return 'not-found'
    const sentence = blockRefusals[language][blocked.refusal](blocked.seen?.by ?? null)
    return { refused: sentence, overtaken: true }
  },
)

/** The account takes its requests again. */
export const unblock = accountAction(
  { name: 'unblock-partner', form: unblockForm, needs },
  async ({ input, change, language }) => {
    const unblocked = await unblockPartner(change, input.firm)
    if (unblocked.ok) return { to: authorisationOf(change.account.slug), done: 'partner-unblocked' }
    if (unblocked.refusal === 'not-found') return 'not-found'
    return { refused: blockRefusals[language][unblocked.refusal](null), overtaken: true }
  },
)
