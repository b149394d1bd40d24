'use server'

import { after } from 'next/server'
import { accountAction } from '#app/_server/action.ts'
import { backOffice, backOfficeSoon } from '#app/_server/back-office.ts'
import { beginRun } from '#db/back-office/run.ts'
import { syncForm } from '#lib/back-office/forms.ts'
import { words as catalogue } from './words.ts'

/** Begins a pull of the account’s things; whoever presses while one runs is shown that one. */
export const startSync = accountAction(
  { name: 'start-sync', form: syncForm, needs: 'sync.run' },
  async ({ change, language }) => {
    if (!backOffice()) return { refused: catalogue[language].notConnected }
    const pressed = await beginRun(change)
    after(backOfficeSoon)
    return {
      to: `/accounts/${change.account.slug}/settings/sync`,
      done: pressed.outcome === 'begun' ? 'sync-begun' : 'sync-runs-already',
    }
  },
)
