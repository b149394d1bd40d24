'use server'

import { preparedAction } from '#app/_server/action.ts'
import { resetLetterTo } from '#app/_server/password-letters.ts'
import { parseEmail } from '#lib/email.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { askForResetForm } from '#lib/person/forms.ts'

/** A letter to set a new password, to whoever has this address; the same answer whether or not there is anybody. */
export const askForReset = preparedAction(
  { name: 'ask-for-reset', form: askForResetForm, check: 'unsent' },
  async ({ input, language }) => {
    const email = parseEmail(input.email)
    if (!email.ok) return { refused: fieldWords[language].check.unsent }
    return resetLetterTo(email.value.canonical, language)
  },
)
