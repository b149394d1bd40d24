'use server'

import { openAction, personAction, preparedAction } from '#app/_server/action.ts'
import { currentPlace } from '#app/_server/arrive.ts'
import { withoutCookie } from '#app/_server/cookies.ts'
import { letterAnew } from '#app/_server/password-letters.ts'
import { stopSession } from '#app/_server/session.ts'
import { currentToken, passwordByLetter, passwordByLink, toPassword } from '#app/_server/set-password.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { acceptPlaces } from '#db/person/set-password.ts'
import { firstPasswordForm, pressForm, setPasswordForm } from '#lib/person/forms.ts'
import { setPasswordWords } from '#lib/person/words.ts'

/** The first password of one's own, by the letter's link. The second press of the button is answered like the first. */
export const activate = preparedAction(
  { name: 'activate', form: setPasswordForm, repeatable: () => true },
  async ({ input, once, language }) =>
    passwordByLink('activation', await currentToken('activation'), { ...input, once, language }),
)

/** The same by what stands in the letter: user name and temporary password. */
export const activateByLetter = preparedAction(
  { name: 'activate-by-letter', form: firstPasswordForm, check: 'plain', repeatable: () => true },
  async ({ input, once, language }) => passwordByLetter(input, { ...input, once, language }),
)

/** Another letter to whoever this one was for. */
export const askAnew = preparedAction({ name: 'activate-anew', form: pressForm }, ({ language }) =>
  letterAnew('activation', language),
)

/**
 * Somebody else is signed in here: out, and back to this page; whoever was signed out meanwhile wanted just that. The
 * link stays in the browser's keeping, and lasts there as if it had just been opened; it never stands in an address.
 */
export const signOutAndBack = openAction({ name: 'sign-out-and-back', form: pressForm }, async ({ tx }) => {
  const back = toPassword('activation', await currentToken('activation'))
  return { ...back, cookies: [...(back.cookies ?? []), await stopSession(tx)] }
})

/** Somebody who has a password takes the places that wait for them. */
export const accept = personAction(
  { name: 'accept-place', form: pressForm },
  async ({ tx, actor, once, language }) => {
    const place = await currentPlace()
    const token = await currentToken('activation')
    const taken = await acceptPlaces(tx, place, actor.personId, { token, once, address: actor.address })
    if (!taken) return { refused: setPasswordWords[language].notTaken }
    return { to: '/choose', done: 'place-taken', cookies: [withoutCookie(tokenCookie('activation'))] }
  },
)
