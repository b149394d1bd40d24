'use server'

import { openAction, personAction, preparedAction } from '#app/_server/action.ts'
import { currentPlace } from '#app/_server/arrive.ts'
import { withoutCookie } from '#app/_server/cookies.ts'
import { letterAnew, typedLetter } from '#app/_server/password-letters.ts'
import { currentToken, settingPassword } from '#app/_server/set-password.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { acceptPlaces } from '#db/person/activation.ts'
import { firstPasswordForm, pressForm, setPasswordForm } from '#lib/person/forms.ts'
import { setPasswordWords } from '#lib/person/words.ts'

/** The first password of one's own, by the letter's link. The second press of the button is answered like the first. */
export const activate = preparedAction(
  { name: 'activate', form: setPasswordForm, repeatable: () => true },
  async ({ input, once, language }) =>
    settingPassword('activation', await currentToken('activation'), {
      typed: input.newPassword,
      once,
      language,
    }),
)

/** The same by what stands in the letter: user name and temporary password. */
export const activateByLetter = preparedAction(
  { name: 'activate-by-letter', form: firstPasswordForm, check: 'plain', repeatable: () => true },
  async ({ input, once, language }) => {
    const link = await typedLetter(input, language)
    if ('refused' in link) return link
    return settingPassword(link.purpose, link.token, { typed: input.newPassword, once, language })
  },
)

/** Another letter to whoever this one was for. */
export const askAnew = openAction({ name: 'activate-anew', form: pressForm }, async ({ tx }) =>
  letterAnew(tx, 'activation'),
)

/** Somebody who has a password takes the places that wait for them. */
export const accept = personAction(
  { name: 'accept-place', form: pressForm },
  async ({ tx, actor, once, language }) => {
    const place = await currentPlace()
    const token = await currentToken('activation')
    const taken = await acceptPlaces(tx, place, actor.personId, { token, once, address: actor.address })
    if (!taken) return { refused: setPasswordWords[language].state.used }
    return { to: '/choose', done: 'place-taken', cookies: [withoutCookie(tokenCookie('activation'))] }
  },
)
