'use server'

import { endVisit as end } from '#db/account/visit.ts'
import { endVisitForm } from '#lib/account/desk-forms.ts'
import { providerAction } from './action.ts'

/** One of the provider's support is done before the hour is over; the bar over every page of the account offers it. */
export const endVisit = providerAction(
  { name: 'end-visit', needs: 'accounts.look-in', form: endVisitForm },
  async ({ input, change }) => {
    const ended = await end(change, input.account)
    return ended.ok ? { to: `/provider/accounts/${ended.value.slug}`, done: 'visit-ended' } : 'not-found'
  },
)
