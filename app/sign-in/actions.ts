'use server'

import { preparedAction } from '#app/_server/action.ts'
import { arrive } from '#app/_server/arrive.ts'
import { letterTo, provenByPassword } from '#app/_server/ways-in.ts'
import { parseEmail } from '#lib/email.ts'
import { signInForm } from '#lib/sign-in/forms.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'

/** Signs in with a password, or asks for a sign-in letter: two buttons of one form. */
export const signIn = preparedAction(
  { name: 'sign-in', form: signInForm, check: 'plain', repeatable: ({ way }) => way === 'password' },
  async ({ input, language }) => {
    const wrong = { refused: signInRefusalWords[language]['not-right'] }
    const email = parseEmail(input.email)
    if (!email.ok) return wrong
    if (input.way === 'letter') return letterTo(email.value, input.next, language)
    const proven = await provenByPassword(email.value.canonical, input.password, language, wrong)
    return 'refused' in proven ? proven : tx => arrive(tx, proven, input.next)
  },
)
