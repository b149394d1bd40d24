'use server'

import { after } from 'next/server'
import { accountAction } from '#app/_server/action.ts'
import { backOffice, backOfficeSoon } from '#app/_server/back-office.ts'
import { startTrial } from '#db/trial/start.ts'
import { startTrialForm } from '#lib/trial/forms.ts'
import { words } from './words.ts'

/** Lets the account try something out from today. */
export const start = accountAction(
  { name: 'start-trial', form: startTrialForm, needs: 'trials.start' },
  async ({ input: { offer }, change, language }) => {
    const started = await startTrial(change, offer, backOffice() !== null)
    if (started.ok) {
      after(backOfficeSoon)
      return { to: `/accounts/${change.account.slug}/settings/trials`, done: 'trial-started' }
    }
    if (started.refusal === 'not-theirs') return 'not-found'
    const { notStarted, refusal } = words[language]
    return { refused: notStarted, fields: { offer: refusal[started.refusal] } }
  },
)
