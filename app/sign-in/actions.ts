'use server'

import { preparedAction } from '#app/_server/action.ts'
import { arrive, currentPlace } from '#app/_server/arrive.ts'
import { toPassword } from '#app/_server/set-password.ts'
import { letterTo, provenAtSignIn } from '#app/_server/ways-in.ts'
import { linkBeside } from '#db/person/temporary.ts'
import { isStillTheirs } from '#db/sign-in/person.ts'
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
    const proven = await provenAtSignIn(email.value.canonical, input.password, language, wrong)
    if ('refused' in proven) return proven
    if ('tokenId' in proven) {
      const place = await currentPlace()
      return async tx => {
        const link = await linkBeside(tx, place, proven)
        return link ? toPassword(proven.purpose, link) : wrong
      }
    }
    return async tx => ((await isStillTheirs(tx, proven)) ? arrive(tx, proven, input.next) : wrong)
  },
)
