'use server'

import { accountAction } from '#app/_server/action.ts'
import { updateEndUser } from '#db/account/end-users.ts'
import { updateService } from '#db/account/services.ts'
import { endUserFields, serviceFields } from '#lib/account/details.ts'
import { endUserForm, serviceForm } from '#lib/account/forms.ts'
import { overtakenAnswer } from '#lib/account/overtaken.ts'
import { accountWords, endUserRefusalSentence } from '#lib/account/words.ts'

/** Saves a service's label, forwarding and use. */
export const saveService = accountAction(
  { name: 'update-service', form: serviceForm, needs: 'services.update' },
  async ({ input, change, language }) => {
    const { service, shown, label, forwardTo, enabled } = input
    const typed = { label, forwardTo, enabled: enabled ? 'on' : 'off' }
    const edited = await updateService(change, service, typed, shown)
    if (!edited.ok) {
      if (edited.refusal === 'not-found') return 'not-found'
      const words = accountWords[language]
      return { refused: words.notSaved, fields: { forwardTo: words.service[edited.refusal] } }
    }
    if (edited.value.outcome === 'meanwhile')
      return overtakenAnswer(serviceFields, edited.value, change.actor.timeZone, language)
    const to = `/accounts/${change.account.slug}/settings/services/${service}`
    return { to, done: edited.value.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

const fieldOf = {
  'not-an-extension': 'extension',
  'extension-taken': 'extension',
  'not-a-level': 'level',
  'name-is-their-own': 'name',
} as const

/** Saves an end user's extension and level, and the name where it is the account's to change. */
export const saveEndUser = accountAction(
  { name: 'update-end-user', form: endUserForm, needs: 'people.update' },
  async ({ input, change, language }) => {
    const { endUser, shown, name, extension, level } = input
    const edited = await updateEndUser(change, endUser, { name, extension, level }, shown)
    if (!edited.ok) {
      if (edited.refusal === 'not-found') return 'not-found'
      const sentence = endUserRefusalSentence(edited.refusal, edited.seen, language)
      return { refused: accountWords[language].notSaved, fields: { [fieldOf[edited.refusal]]: sentence } }
    }
    if (edited.value.outcome === 'meanwhile')
      return overtakenAnswer(endUserFields, edited.value, change.actor.timeZone, language)
    const to = `/accounts/${change.account.slug}/settings/services/users/${endUser}`
    return { to, done: edited.value.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)
