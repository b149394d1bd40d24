'use server'

import { beginForm } from '#lib/microsoft/forms.ts'
import { preparedAction } from './action.ts'
import { beginMicrosoft } from './microsoft.ts'

/** On to Microsoft, to sign in here: from the sign-in page, and from the page of an account that is not known. */
export const signInWithMicrosoft = preparedAction(
  { name: 'sign-in-microsoft', form: beginForm, check: 'plain', repeatable: () => true },
  ({ input, language }) =>
    beginMicrosoft({ purpose: 'sign-in', next: input.next, choose: input.switch }, language),
)
