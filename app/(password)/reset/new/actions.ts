'use server'

import { preparedAction } from '#app/_server/action.ts'
import { letterAnew } from '#app/_server/password-letters.ts'
import { currentToken, passwordByLink } from '#app/_server/set-password.ts'
import { pressForm, setPasswordForm } from '#lib/person/forms.ts'

/** A new password, by the letter's link. The second press of the button is answered like the first. */
export const resetPassword = preparedAction(
  { name: 'reset-password', form: setPasswordForm, repeatable: () => true },
  async ({ input, once, language }) =>
    passwordByLink('reset', await currentToken('reset'), { ...input, once, language }),
)

/** Another letter to whoever this one was for. */
export const askAnew = preparedAction({ name: 'reset-anew', form: pressForm }, ({ language }) =>
  letterAnew('reset', language),
)
