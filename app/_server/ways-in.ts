import 'server-only'
import { reading, type Tx } from '#db/client.ts'
import { type FittingLetter, letterOf } from '#db/person/temporary.ts'
import { giveBack } from '#db/sign-in/limits.ts'
import { type Arriving, arrivingPerson, nobody } from '#db/sign-in/person.ts'
import { askForLetter } from '#db/sign-in/token.ts'
import type { EmailAddress } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { verifyPassword } from '#lib/person/password.ts'
import { letterBuckets, passwordBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'
import { currentFlow, currentPlace, rememberFlow, trierOf } from './arrive.ts'
import type { Answer, Refusal } from './door.ts'
import { localPath } from './local-path.ts'
import { tooManyTries } from './tries.ts'

// The two ways to prove who one is. Both count their tries first, and do the same work for an address that is known,
// unknown, or of somebody who was disabled.

/**
 * The person whose password this is, or why they are not let in: `wrong` says it where the password does not fit.
 * Counts the try; a right one is given back.
 */
export async function provenByPassword(
  canonicalEmail: string,
  password: string,
  language: Language,
  wrong: Refusal,
): Promise<Arriving | Refusal> {
  const proven = await provenAtSignIn(canonicalEmail, password, language, wrong, 'too-many')
  return 'tokenId' in proven ? wrong : proven
}

/** The same where a letter's temporary password does as well: it gives the letter, which leads to a password and nowhere else. */
export async function provenAtSignIn(
  canonicalEmail: string,
  password: string,
  language: Language,
  wrong: Refusal,
  tooMany: 'too-many' | 'too-many-passwords' = 'too-many-passwords',
): Promise<Arriving | FittingLetter | Refusal> {
  if (password === '') {
    const { check, required } = fieldWords[language]
    return { refused: check.plain, fields: { password: required } }
  }
  const buckets = passwordBuckets(await trierOf(canonicalEmail))
  const refusal = await tooManyTries(buckets, signInRefusalWords[language][tooMany], language)
  if (refusal) return refusal
  const { person, letter } = await seeArriving(canonicalEmail, password)
  const right = await verifyPassword(password, person?.passwordHash ?? null)
  const proven = right ? person : letter
  if (!proven) return wrong
  await giveBack(buckets)
  return proven
}

/** Whom an address belongs to, and the letter whose temporary password this is; the same statements for everybody. */
export async function seeArriving(canonicalEmail: string, temporaryPassword: string) {
  const place = await currentPlace()
  return reading({ role: 'app', providerId: place.providerId }, async tx => {
    const person = await arrivingPerson(tx, place, { canonicalEmail })
    const personId = person?.personId ?? nobody
    return { person, letter: await letterOf(tx, personId, temporaryPassword, environment().AUTH_SECRET) }
  })
}

/** Asks for a letter with a link and a code; the browser goes on to the page that takes the code. */
export async function letterTo(
  email: EmailAddress,
  next: string,
  language: Language,
): Promise<Refusal | ((tx: Tx) => Promise<Answer>)> {
  const buckets = letterBuckets(await trierOf(email.canonical))
  const refusal = await tooManyTries(buckets, signInRefusalWords[language]['too-many-letters'], language)
  if (refusal) return refusal
  const place = await currentPlace()
  const asked = { email, next: localPath(next), before: await currentFlow() }
  return async tx => {
    const flow = await askForLetter(tx, place, asked, environment().AUTH_SECRET)
    return { to: `/sign-in/code?next=${encodeURIComponent(asked.next)}`, cookies: [rememberFlow(flow)] }
  }
}
