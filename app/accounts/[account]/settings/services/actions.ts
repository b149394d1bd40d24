'use server'

import { after } from 'next/server'
import { accountAction } from '#app/_server/action.ts'
import { backOffice, backOfficeSoon } from '#app/_server/back-office.ts'
import { newEndUser } from '#db/account/end-user-add.ts'
import { updateEndUser } from '#db/account/end-users.ts'
import { updateService } from '#db/account/services.ts'
import { endUserFields, serviceFields } from '#lib/account/details.ts'
import { endUserForm, serviceForm } from '#lib/account/forms.ts'
import { overtakenAnswer } from '#lib/account/overtaken.ts'
import { accountWords, endUserRefusalSentence } from '#lib/account/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { actOnMembershipForm, addEndUserForm } from '#lib/membership/forms.ts'
import { acted, added, tooMany } from '../member-answers.ts'

/** Saves a service's label, forwarding and use. */
export const saveService = accountAction(
  { name: 'update-service', form: serviceForm, needs: 'services.update' },
  async ({ input, change, language }) => {
    const { service, shown, label, forwardTo, enabled } = input
    const typed = { label, forwardTo, enabled: enabled ? 'on' : 'off' }
    const connected = backOffice() !== null
    const edited = await updateService(change, service, typed, shown, connected)
    if (!edited.ok) {
      if (edited.refusal === 'not-found') return 'not-found'
      const words = accountWords[language]
      return { refused: words.notSaved, fields: { forwardTo: words.service[edited.refusal] } }
    }
    if (edited.value.outcome === 'meanwhile')
      return overtakenAnswer(serviceFields, edited.value, change.actor.timeZone, language)
    const to = `/accounts/${change.account.slug}/settings/services/${service}`
    if (connected) after(backOfficeSoon)
    return { to, done: edited.value.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

const fieldOf = {
  'not-an-extension': 'extension',
  'emergency-extension': 'extension',
  'extension-taken': 'extension',
  'extension-in-use': 'extension',
  'too-many-extensions': 'extension',
  'no-pbx': 'extension',
  'not-a-level': 'level',
  'level-not-theirs-to-give': 'level',
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

/** Adds an end user, who gets an activation letter. */
export const addEndUser = accountAction(
  {
    name: 'add-end-user',
    form: addEndUserForm,
    needs: 'people.update',
    limit: ({ actor, language }) => tooMany(actor, language),
  },
  async ({ input, change, language }) => {
    const place = await newEndUser(change, input)
    if (place.ok) return added(change, input, place.value, { language, list: usersOf(change.account) })
    const words = accountWords[language]
    if (place.refusal === 'no-such-product')
      return { refused: words.notSaved, fields: { product: fieldWords[language]['not-a-choice'] } }
    const sentence = endUserRefusalSentence(place.refusal, place.seen, language)
    return { refused: words.notSaved, fields: { [fieldOf[place.refusal]]: sentence } }
  },
)

/** Resends the activation, resets the password, disables, enables or removes. */
export const changeEndUser = accountAction(
  { name: 'change-end-user', form: actOnMembershipForm, needs: 'people.update' },
  ({ input, change, language }) =>
    acted(change, input, 'end-user', {
      language,
      list: usersOf(change.account),
      after: `/accounts/${change.account.slug}/settings/services?show=users`,
    }),
)

function usersOf({ slug }: { readonly slug: string }): string {
  return `/accounts/${slug}/settings/services/users`
}
