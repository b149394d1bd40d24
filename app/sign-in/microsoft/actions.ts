'use server'

import { preparedAction } from '#app/_server/action.ts'
import { currentPlace, trierOf } from '#app/_server/arrive.ts'
import { currentWay, notKnownPage } from '#app/_server/microsoft.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { askForProof as askedForProof } from '#db/microsoft/proof-letter.ts'
import { addressOf } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { proveForm } from '#lib/microsoft/forms.ts'
import { letterBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'

/** A letter to the mailbox that somebody names; the answer is the same whether anybody is known by it. */
export const askForProof = preparedAction(
  { name: 'prove-mailbox', form: proveForm, check: 'unsent' },
  async ({ input, language }) => {
    const email = addressOf(input.email)
    const buckets = letterBuckets(await trierOf(email.canonical))
    const refused = await tooManyTries(buckets, signInRefusalWords[language]['too-many-letters'], language)
    if (refused) return refused
    const [place, flowToken] = [await currentPlace(), await currentWay()]
    const asked = { flowToken, canonicalEmail: email.canonical }
    return async tx =>
      (await askedForProof(tx, place, asked, environment().AUTH_SECRET))
        ? { to: notKnownPage, done: 'microsoft-proof-sent' }
        : { to: `${notKnownPage}?why=stale` }
  },
)
