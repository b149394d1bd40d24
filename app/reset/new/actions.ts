'use server'

import { openAction, preparedAction } from '#app/_server/action.ts'
import { letterAnew } from '#app/_server/password-letters.ts'
import { currentToken, settingPassword } from '#app/_server/set-password.ts'
import { pressForm, setPasswordForm } from '#lib/person/forms.ts'

/** A new password, by the letter's link. The second press of the button is answered like the first. */
export const resetPassword = preparedAction(
  { name: 'reset-password', form: setPasswordForm, repeatable: () => true },
  async ({ input, once, language }) =>
    settingPassword('reset', await currentToken('reset'), { typed: input.newPassword, once, language }),
)

/** Another letter to whoever this one was for. */
export const askAnew = openAction({ name: 'reset-anew', form: pressForm }, async ({ tx }) =>
  letterAnew(tx, 'reset'),
)
