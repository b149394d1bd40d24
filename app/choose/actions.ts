'use server'

import { personAction } from '#app/_server/action.ts'
import { acceptOnAccounts } from '#db/person/set-password.ts'
import { pressForm } from '#lib/person/forms.ts'
import { words } from './words.ts'

/** Takes what waits for the person on accounts. */
export const acceptWaiting = personAction(
  { name: 'accept-place', form: pressForm },
  async ({ tx, actor, language }) =>
    (await acceptOnAccounts(tx, actor.providerId, actor.personId, actor.address))
      ? { to: '/choose', done: 'place-taken' }
      : { refused: words[language].nothingWaits, overtaken: true },
)
