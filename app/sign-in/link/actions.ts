'use server'

import { cookies } from 'next/headers'
import { openAction } from '#app/_server/action.ts'
import { arrive, currentFlow, currentPlace } from '#app/_server/arrive.ts'
import { withoutCookie } from '#app/_server/cookies.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { seeToken, spendToken } from '#db/sign-in/token.ts'
import { spendForm } from '#lib/sign-in/forms.ts'
import { tokenWords } from '#lib/sign-in/words.ts'

/** Signs in with the letter's link: only this click spends it, once, in the browser that asked. */
export const signInWithLink = openAction(
  { name: 'sign-in-link', form: spendForm, repeatable: () => true },
  async ({ tx, once, language }) => {
    const token = (await cookies()).get(tokenCookie('link'))?.value ?? ''
    const [place, flow] = [await currentPlace(), await currentFlow()]
    const spent = await spendToken(tx, place, 'sign-in', { token, flow, once })
    const person = spent && (await arrivingPerson(tx, place, { id: spent.personId }))
    if (!spent || !person) {
      const { state } = await seeToken(tx, place, 'sign-in', token, flow)
      return { refused: tokenWords[language][state === 'ready' ? 'unknown' : state] }
    }
    const arrived = await arrive(tx, person, spent.next)
    return { ...arrived, cookies: [...(arrived.cookies ?? []), withoutCookie(tokenCookie('link'))] }
  },
)
