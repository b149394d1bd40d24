'use server'

import { preparedAction } from '#app/_server/action.ts'
import { arrive, currentFlow, currentPlace, trierOf } from '#app/_server/arrive.ts'
import { currentPath } from '#app/_server/brand.ts'
import type { Answer } from '#app/_server/door.ts'
import { partsOfPath } from '#app/_server/local-path.ts'
import { letterTo } from '#app/_server/ways-in.ts'
import { countTry, giveBack } from '#db/sign-in/limits.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { spendCode } from '#db/sign-in/token.ts'
import { parseEmail } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { askAgainForm, codeForm } from '#lib/sign-in/forms.ts'
import { codeBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'

/** The browser has forgotten which letter was asked for, or has used it up: the page can't be shown again either. */
const waitedTooLong = async (): Promise<Answer> => {
  const { search } = partsOfPath(await currentPath())
  return { to: `/sign-in${search}`, done: 'waited-too-long' }
}

/** Signs in with the six digits of the letter, in the browser that asked for it. Wrong, used and run out read the same. */
export const signInWithCode = preparedAction(
  { name: 'sign-in-code', form: codeForm, check: 'plain', repeatable: () => true },
  async ({ input, once, language }) => {
    const words = signInRefusalWords[language]
    const flow = await currentFlow()
    const email = flow && parseEmail(flow.email)
    if (!flow || !email?.ok) return waitedTooLong
    const place = await currentPlace()
    const buckets = codeBuckets(await trierOf(email.value.canonical), flow.id)
    if ((await countTry(buckets)) > 0) return { refused: words['too-many-codes'] }
    return async tx => {
      const spent = await spendCode(tx, place, { flow, code: input.code, once }, environment().AUTH_SECRET)
      const person = spent && (await arrivingPerson(tx, place, { id: spent.personId }))
      if (!spent || !person) return { refused: words['wrong-code'] }
      await giveBack(buckets, tx.$client)
      return arrive(tx, person, spent.next)
    }
  },
)

/** Another letter to the same address; the one before it can't be used any more. */
export const askAgain = preparedAction(
  { name: 'sign-in-again', form: askAgainForm },
  async ({ input, language }) => {
    const flow = await currentFlow()
    const email = flow && parseEmail(flow.email)
    if (!email?.ok) return waitedTooLong
    return letterTo(email.value, input.next, language)
  },
)
