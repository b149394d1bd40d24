import 'server-only'
import type { Tx } from '#db/client.ts'
import { comesInSomewhere } from '#db/person/has-place.ts'
import { passwordLetter } from '#db/person/password-letter.ts'
import { waitingFor } from '#db/person/waiting.ts'
import { arrivingPerson, nobody } from '#db/sign-in/person.ts'
import { together } from '#db/write.ts'
import { environment } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import type { PasswordPurpose } from '#lib/person/activation.ts'
import { letterBuckets, linkBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'
import { currentPlace, trierOf } from './arrive.ts'
import { arrival } from './brand.ts'
import type { Answer, Refusal } from './door.ts'
import { currentToken } from './set-password.ts'
import { tooManyTries } from './tries.ts'

// Letters that people ask for themselves, without being signed in. They replace none, or a stranger could keep anybody's
// letters from working; the answer is the same for everybody.

const onItsWay = { to: '/sign-in', done: 'letter-on-its-way' } as const

/** Another letter to whoever this browser's link was for. */
export async function letterAnew(
  purpose: PasswordPurpose,
  language: Language,
): Promise<Refusal | ((tx: Tx) => Promise<Answer>)> {
  const buckets = linkBuckets((await arrival()).address)
  const refusal = await tooManyTries(buckets, signInRefusalWords[language]['too-many'], language)
  if (refusal) return refusal
  const token = await currentToken(purpose)
  return async tx => {
    const waiting = await waitingFor(tx, purpose, token)
    if (waiting) await write(tx, purpose, waiting)
    return onItsWay
  }
}

/** A letter to set a new password, for an address; the same statements run whether or not it is known. */
export async function resetLetterTo(
  canonicalEmail: string,
  language: Language,
): Promise<Refusal | ((tx: Tx) => Promise<Answer>)> {
  const buckets = letterBuckets(await trierOf(canonicalEmail))
  const refusal = await tooManyTries(buckets, signInRefusalWords[language]['too-many-letters'], language)
  if (refusal) return refusal
  const place = await currentPlace()
  return async tx => {
    const person = await arrivingPerson(tx, place, { canonicalEmail })
    const hasPassword = person === null || person.passwordHash !== null
    const to = { personId: person?.personId ?? nobody, hasPassword }
    await write(tx, hasPassword ? 'reset' : 'activation', to)
    return onItsWay
  }
}

async function write(
  tx: Tx,
  purpose: PasswordPurpose,
  { personId, hasPassword }: { readonly personId: string; readonly hasPassword: boolean },
): Promise<void> {
  // Nobody is written to who has nothing left to come in to. The same statements run, and find nobody.
  const to = (await comesInSomewhere(tx, personId)) ? personId : nobody
  const letter = { purpose, personId: to, accountId: null, hasPassword, replaces: false, facts: {} }
  const writes = await passwordLetter(tx, letter, environment().AUTH_SECRET)
  if (writes.ok) await together(tx, writes.value)
}
