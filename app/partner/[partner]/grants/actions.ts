'use server'

import { partnerAction } from '#app/_server/action.ts'
import { giveUpGrant } from '#db/partner/grants.ts'
import { giveUpForm } from '#lib/grant/forms.ts'
import { grantRefused } from '#lib/grant/words.ts'
import { words } from './words.ts'

/** The firm hands its key back. */
export const giveUp = partnerAction(
  { name: 'give-up-access', form: giveUpForm },
  async ({ input, change, language, tried }) => {
    const given = await giveUpGrant(change, input.grant, input.reason)
    if (given.ok)
      return { to: `/partner/${change.partner.slug}/grants/${input.grant}`, done: 'grant-relinquished' }
    const { refusal, seen } = given
    if (refusal === 'not-found') return 'not-found'
    if (refusal === 'not-yours') tried()
    if (refusal === 'not-yours') return { refused: words[language].notYours, overtaken: true }
    return grantRefused({ refusal, seen }, language)
  },
)
