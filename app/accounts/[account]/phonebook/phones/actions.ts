'use server'

import { accountAction } from '#app/_server/action.ts'
import { endAddress, makeAddress } from '#db/phonebook/address.ts'
import { environment } from '#lib/env.ts'
import { addressForm } from '#lib/phonebook/forms.ts'
import { phoneWords } from './words.ts'

const needs = 'module.phonebook'
const page = (slug: string) => `/accounts/${slug}/phonebook/phones`

/** Makes the address at which phones read the phonebook, or another one in its place. */
export const make = accountAction(
  { name: 'make-phonebook-address', form: addressForm, needs },
  async ({ input, change, language }) => {
    const made = await makeAddress(change, input.shown, environment().AUTH_SECRET)
    if (!made.ok) return { refused: phoneWords[language].moved(made.seen?.by ?? null), overtaken: true }
    const done = input.shown ? 'phonebook-address-replaced' : 'phonebook-address-made'
    return { to: page(change.account.slug), done }
  },
)

/** Switches the address off. */
export const end = accountAction(
  { name: 'end-phonebook-address', form: addressForm, needs },
  async ({ input, change, language }) => {
    const ended = await endAddress(change, input.shown)
    if (!ended.ok) return { refused: phoneWords[language].moved(ended.seen?.by ?? null), overtaken: true }
    return { to: page(change.account.slug), done: 'phonebook-address-ended' }
  },
)
