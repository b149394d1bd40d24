import 'server-only'
import { randomUUID } from 'node:crypto'
import { reading, type Tx, writing } from '#db/client.ts'
import { hadEnoughLetters, passwordLetter, waitingFor } from '#db/person/activation.ts'
import { type FittingLetter, letterOf, linkBeside } from '#db/person/temporary.ts'
import { countTry } from '#db/sign-in/limits.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { together } from '#db/write.ts'
import { parseEmail } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import type { PasswordPurpose } from '#lib/person/activation.ts'
import { setPasswordWords } from '#lib/person/words.ts'
import { letterBuckets, passwordBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords, waitText } from '#lib/sign-in/words.ts'
import { currentPlace, trierOf } from './arrive.ts'
import type { Answer, Refusal } from './door.ts'
import { currentToken } from './set-password.ts'

/** The link of the letter whose user name and temporary password were typed. Counts the try; a right one is not undone. */
export async function typedLetter(
  { email, temporaryPassword }: { readonly email: string; readonly temporaryPassword: string },
  language: Language,
): Promise<Refusal | { readonly purpose: PasswordPurpose; readonly token: string }> {
  const wrong = { refused: setPasswordWords[language].wrongLetter }
  const address = parseEmail(email)
  if (!address.ok) return wrong
  const { canonical } = address.value
  const wait = await countTry(passwordBuckets(await trierOf(canonical)))
  if (wait > 0) return { refused: signInRefusalWords[language]['too-many'](waitText(wait, language)) }
  const place = await currentPlace()
  const wall = { role: 'app', providerId: place.providerId } as const
  const letter = await reading(wall, async (tx): Promise<FittingLetter | null> => {
    const person = await arrivingPerson(tx, place, { canonicalEmail: canonical })
    return letterOf(tx, person?.personId ?? randomUUID(), temporaryPassword, environment().AUTH_SECRET)
  })
  if (!letter) return wrong
  const token = await writing(wall, tx => linkBeside(tx, place, letter))
  return { purpose: letter.purpose, token }
}

/** Another letter to whoever this browser's link was for. The answer tells nothing about them. */
export async function letterAnew(tx: Tx, purpose: PasswordPurpose): Promise<Answer> {
  const waiting = await waitingFor(tx, await currentToken(purpose))
  if (waiting && !(await hadEnoughLetters(tx, waiting.personId)))
    await together(tx, [...anew(purpose, waiting.personId, waiting.hasPassword)])
  return { to: '/sign-in', done: 'letter-on-its-way' }
}

/** A letter to set a new password, for an address; the same statements run whether or not it is known. */
export async function resetLetterTo(
  canonicalEmail: string,
  language: Language,
): Promise<Refusal | ((tx: Tx) => Promise<Answer>)> {
  const wait = await countTry(letterBuckets(await trierOf(canonicalEmail)))
  if (wait > 0) return { refused: signInRefusalWords[language]['too-many-letters'](waitText(wait, language)) }
  const place = await currentPlace()
  return async tx => {
    const person = await arrivingPerson(tx, place, { canonicalEmail })
    const hasPassword = person === null || person.passwordHash !== null
    const letters = anew(hasPassword ? 'reset' : 'activation', person?.personId ?? randomUUID(), hasPassword)
    await together(tx, [...letters])
    return { to: '/sign-in', done: 'letter-on-its-way' }
  }
}

function anew(purpose: PasswordPurpose, personId: string, hasPassword: boolean) {
  const letter = { purpose, personId, accountId: null, hasPassword, facts: {} }
  return passwordLetter(letter, environment().AUTH_SECRET)
}
