'use server'

import { cookies } from 'next/headers'
import { openAction } from '#app/_server/action.ts'
import { arrive, currentPlace } from '#app/_server/arrive.ts'
import { withoutCookie } from '#app/_server/cookies.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { seeToken, spendToken } from '#db/sign-in/token.ts'
import { spendForm } from '#lib/sign-in/forms.ts'
import { handOverWords } from './words.ts'

/** Signs in at home with the ticket of a sister brand: only this click spends it, once. */
export const continueHere = openAction(
  { name: 'sign-in-hand-over', form: spendForm, repeatable: () => true },
  async ({ tx, once, language }) => {
    const ticket = (await cookies()).get(tokenCookie('hand-over'))?.value ?? ''
    const place = await currentPlace()
    const spent = await spendToken(tx, place, 'hand-over', { token: ticket, flow: null, once })
    const person = spent && (await arrivingPerson(tx, place, { id: spent.personId }))
    if (!spent || person?.homeBrandId !== place.brandingDomainId) {
      const { state } = await seeToken(tx, place, 'hand-over', ticket, null)
      return { refused: handOverWords[language][state === 'used' ? 'used' : 'over'] }
    }
    const arrived = await arrive(tx, person, spent.next, spent.provedAt)
    return { ...arrived, cookies: [...(arrived.cookies ?? []), withoutCookie(tokenCookie('hand-over'))] }
  },
)
