import 'server-only'
import { cookies } from 'next/headers'
import { reading, type Tx } from '#db/client.ts'
import { type Key, setPassword } from '#db/person/set-password.ts'
import { letterOf } from '#db/person/temporary.ts'
import { waitingFor } from '#db/person/waiting.ts'
import { giveBack } from '#db/sign-in/limits.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { seeToken } from '#db/sign-in/token.ts'
import { parseEmail } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { linkState, type PasswordPurpose } from '#lib/person/activation.ts'
import { hashPassword } from '#lib/person/password.ts'
import { linkText, newPasswordWords, setPasswordWords } from '#lib/person/words.ts'
import { linkBuckets, passwordBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'
import { arrive, currentPlace, trierOf } from './arrive.ts'
import { arrival } from './brand.ts'
import { withoutCookie } from './cookies.ts'
import type { Answer, Done, Refusal } from './door.ts'
import { checkedPassword } from './new-password.ts'
import { tokenCookie } from './token-detour.ts'
import { tooManyTries } from './tries.ts'
import { seeArriving } from './ways-in.ts'

/** Where the page stands that a letter's link leads to, once its token has left the address. */
export const passwordPages: Readonly<Record<PasswordPurpose, string>> = {
  activation: '/activate',
  reset: '/reset/new',
}

/** On to the page where a password is set, with this token in the browser's keeping. */
export function toPassword(purpose: PasswordPurpose, token: string): Done {
  return { to: passwordPages[purpose], cookies: [{ name: tokenCookie(purpose), value: token, maxAge: 900 }] }
}

export async function currentToken(purpose: PasswordPurpose): Promise<string> {
  return (await cookies()).get(tokenCookie(purpose))?.value ?? ''
}

/** What a letter's link is worth by now, and whose it is; for the page, and changes nothing. */
export async function seeLink(purpose: PasswordPurpose, token: string, once = '') {
  const place = await currentPlace()
  return reading({ role: 'app', providerId: place.providerId }, async tx => {
    const { state, person } = await seeToken(tx, place, purpose, token, null, once)
    const waiting = await waitingFor(tx, purpose, token)
    return { state: linkState(state, waiting), person, waiting }
  })
}

interface Typed {
  readonly newPassword: string
  readonly once: string
  readonly language: Language
}

type Prepared = Refusal | ((tx: Tx) => Promise<Answer>)

/** The password that somebody with this link wants as their own: what the transaction then does, or why it is refused. */
export async function passwordByLink(
  purpose: PasswordPurpose,
  token: string,
  typed: Typed,
): Promise<Prepared> {
  const buckets = linkBuckets((await arrival()).address)
  const refusal = await tooManyTries(buckets, signInRefusalWords[typed.language]['too-many'], typed.language)
  if (refusal) return refusal
  const { state, person, waiting } = await seeLink(purpose, token, typed.once)
  if (state !== 'ready' || !person || !waiting)
    return { refused: linkText(state === 'ready' ? 'unknown' : state, purpose, typed.language) }
  return settingPassword(purpose, { token }, { ...person, personId: waiting.personId }, typed)
}

/** The same for whoever typed user name and temporary password instead. Counts the try; a right one is given back. */
export async function passwordByLetter(
  { email, temporaryPassword }: { readonly email: string; readonly temporaryPassword: string },
  typed: Typed,
): Promise<Prepared> {
  const wrong = { refused: setPasswordWords[typed.language].wrongLetter }
  const address = parseEmail(email)
  if (!address.ok) return wrong
  const { canonical } = address.value
  const buckets = passwordBuckets(await trierOf(canonical))
  const refusal = await tooManyTries(buckets, signInRefusalWords[typed.language]['too-many'], typed.language)
  if (refusal) return refusal
  const { person, letter } = await seeArriving(canonical, temporaryPassword)
  if (!person || !letter) return wrong
  await giveBack(buckets)
  const holder = { personId: letter.personId, name: person.name, email: address.value.address }
  return settingPassword(letter.purpose, { tokenId: letter.tokenId }, holder, typed)
}

interface Holder {
  readonly personId: string
  readonly name: string
  readonly email: string
}

/** The letter's temporary password is not to be kept as the person's own. */
async function settingPassword(
  purpose: PasswordPurpose,
  key: Key,
  holder: Holder,
  { newPassword: typed, once, language }: Typed,
): Promise<Prepared> {
  const refused = (sentence: string) => ({
    refused: fieldWords[language].check.unchanged,
    fields: { newPassword: sentence },
  })
  const chosen = await checkedPassword(typed, holder)
  if (!chosen.ok) return refused(newPasswordWords[language][chosen.refusal])
  if (await isTemporary(holder.personId, typed)) return refused(setPasswordWords[language].notTemporary)
  const hash = await hashPassword(chosen.value)
  const [place, { address }] = [await currentPlace(), await arrival()]
  return async tx => {
    const personId = await setPassword(tx, place, { purpose, key, once, address, hash })
    const arriving = personId && (await arrivingPerson(tx, place, { id: personId }))
    if (!arriving) return { refused: setPasswordWords[language].state.used }
    const done = await arrive(tx, arriving, '/')
    return { ...done, cookies: [...(done.cookies ?? []), withoutCookie(tokenCookie(purpose))] }
  }
}

async function isTemporary(personId: string, typed: string): Promise<boolean> {
  const { providerId } = await currentPlace()
  const fits = await reading({ role: 'app', providerId }, tx =>
    letterOf(tx, personId, typed, environment().AUTH_SECRET),
  )
  return fits !== null
}
