import 'server-only'
import { cookies } from 'next/headers'
import { reading, type Tx } from '#db/client.ts'
import { setPassword, waitingFor } from '#db/person/activation.ts'
import { letterOf } from '#db/person/temporary.ts'
import { countTry } from '#db/sign-in/limits.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { seeToken } from '#db/sign-in/token.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { PasswordPurpose } from '#lib/person/activation.ts'
import { newPassword } from '#lib/person/new-password.ts'
import { hashPassword } from '#lib/person/password.ts'
import { newPasswordWords, setPasswordWords } from '#lib/person/words.ts'
import { linkBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords, waitText } from '#lib/sign-in/words.ts'
import { arrive, currentPlace } from './arrive.ts'
import { arrival } from './brand.ts'
import { withoutCookie } from './cookies.ts'
import type { Answer, Done, Refusal } from './door.ts'
import { tokenCookie } from './token-detour.ts'

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
export async function seeLink(purpose: PasswordPurpose, token: string) {
  const place = await currentPlace()
  return reading({ role: 'app', providerId: place.providerId }, async tx => ({
    ...(await seeToken(tx, place, purpose, token, null)),
    waiting: await waitingFor(tx, token),
  }))
}

/**
 * The password that somebody with this link wants as their own: what the transaction then does, or why it is refused. The
 * letter's temporary password is not to be kept.
 */
export async function settingPassword(
  purpose: PasswordPurpose,
  token: string,
  { typed, once, language }: { readonly typed: string; readonly once: string; readonly language: Language },
): Promise<Refusal | ((tx: Tx) => Promise<Answer>)> {
  const { address } = await arrival()
  const wait = await countTry(linkBuckets(address))
  if (wait > 0) return { refused: signInRefusalWords[language]['too-many'](waitText(wait, language)) }
  const { state, person, waiting } = await seeLink(purpose, token)
  if (state !== 'ready' || !person)
    return { refused: setPasswordWords[language].state[state === 'ready' ? 'unknown' : state] }
  const chosen = newPassword(typed, person)
  const refused = (sentence: string) => ({
    refused: fieldWords[language].check.unchanged,
    fields: { newPassword: sentence },
  })
  if (!chosen.ok) return refused(newPasswordWords[language][chosen.refusal])
  if (await isTemporary(waiting?.personId ?? '', typed))
    return refused(setPasswordWords[language].notTemporary)
  const hash = await hashPassword(chosen.value)
  const place = await currentPlace()
  return async tx => {
    const personId = await setPassword(tx, place, { purpose, token, once, address, hash })
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
