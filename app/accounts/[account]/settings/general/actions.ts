'use server'

import { accountAction } from '#app/_server/action.ts'
import { updateDetails } from '#db/account/details.ts'
import { detailFields } from '#lib/account/details.ts'
import { detailsForm } from '#lib/account/forms.ts'
import { overtakenAnswer } from '#lib/account/overtaken.ts'
import { accountWords } from '#lib/account/words.ts'

/** Saves what the account says about itself; whoever was overtaken is told by whom, and keeps what they typed. */
export const saveDetails = accountAction(
  { name: 'update-account', form: detailsForm, needs: 'general.update' },
  async ({ input: { account: _, shown, ...typed }, change, language }) => {
    const edited = await updateDetails(change, typed, shown)
    if (edited.outcome === 'alike') {
      const { notSaved, details } = accountWords[language]
      return { refused: notSaved, fields: { name: details.alike } }
    }
    if (edited.outcome === 'meanwhile')
      return overtakenAnswer(detailFields, edited, change.actor.timeZone, language)
    const to = `/accounts/${change.account.slug}/settings/general`
    return { to, done: edited.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)
