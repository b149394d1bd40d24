'use server'

import { cookies } from 'next/headers'
import { openAction } from '#app/_server/action.ts'
import { arrive, currentPlace } from '#app/_server/arrive.ts'
import { withoutCookie } from '#app/_server/cookies.ts'
import { currentlyHeld, currentWay, wayAsFlow, withoutWay } from '#app/_server/microsoft.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { linkHeld, wasLinkedJustNow } from '#db/microsoft/link.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { seeToken, spendToken } from '#db/sign-in/token.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { spendForm } from '#lib/sign-in/forms.ts'
import { linkStateWords } from './state.ts'

/**
 * Links the account that this browser has proved to the sign-in whose mailbox the letter has proved, and signs in: only this
 * click spends the letter, once, in the browser that asked for it.
 */
export const linkByLetter = openAction(
  { name: 'link-microsoft-by-letter', form: spendForm, repeatable: () => true },
  async ({ tx, once, language }) => {
    const token = (await cookies()).get(tokenCookie('microsoft'))?.value ?? ''
    const [place, flow, way] = [await currentPlace(), await wayAsFlow(), await currentWay()]
    const held = await currentlyHeld()
    const spent = await spendToken(tx, place, 'microsoft-link', { token, flow, once })
    const person = spent && (await arrivingPerson(tx, place, { id: spent.personId }))
    if (!spent || !person) {
      const { state } = await seeToken(tx, place, 'microsoft-link', token, flow)
      return { refused: linkStateWords(state === 'ready' ? 'unknown' : state, language) }
    }
    const linked = await linkHeld(tx, place, way, person.personId)
    // A second press of the button finds the work done, and is answered like the first.
    if (!linked.ok && !(await wasLinkedJustNow(tx, place, way, person.personId))) {
      const { refusal } = linked
      if (refusal === 'nothing-held') return { refused: linkStateWords('gone', language) }
      return { refused: microsoftWords[language].link[refusal] }
    }
    const arrived = await arrive(tx, person, held?.next ?? '/')
    return {
      ...arrived,
      // A hand-over to another brand is a page that tells its own story.
      ...(arrived.to.startsWith('/sign-in/') ? {} : { done: 'microsoft-linked' as const }),
      cookies: [...(arrived.cookies ?? []), withoutCookie(tokenCookie('microsoft')), withoutWay()],
    }
  },
)
