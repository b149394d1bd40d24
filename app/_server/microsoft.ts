import 'server-only'
import { cookies } from 'next/headers'
import { reading, type Tx } from '#db/client.ts'
import { beginFlow, type HeldAccount, heldAccount } from '#db/microsoft/flow.ts'
import { isMicrosoftOn, microsoftCredentials } from '#db/microsoft/setting.ts'
import { environment } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import type { Purpose } from '#lib/microsoft/forms.ts'
import { minutesHeld } from '#lib/microsoft/link.ts'
import { notReady } from '#lib/microsoft/setting.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { type Flow, randomText } from '#lib/sign-in/flow.ts'
import { microsoftBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'
import { currentPlace } from './arrive.ts'
import { arrival } from './brand.ts'
import { cookieName, withoutCookie } from './cookies.ts'
import type { Answer, Refusal } from './door.ts'
import { localPath } from './local-path.ts'
import { log } from './log.ts'
import { wayThere } from './microsoft-protocol.ts'
import { tooManyTries } from './tries.ts'

/** The page that names a Microsoft account that is nobody's here, or says why nothing came of a sign-in. */
export const notKnownPage = '/sign-in/microsoft'
/** The page on which somebody who is signed in links what they have proved. */
export const linkingPage = '/profile/microsoft'
/** Where a browser is on its way to Microsoft. */
const onwardPage = '/sign-in/microsoft/onward'

const flowCookie = () => cookieName('microsoft')

/** The token of the way to Microsoft that this browser has begun; empty where there is none. */
export async function currentWay(): Promise<string> {
  return (await cookies()).get(flowCookie())?.value ?? ''
}

/** The same as a letter's token that is bound to this browser takes it. */
export async function wayAsFlow(): Promise<Flow> {
  return { id: await currentWay(), email: '' }
}

export const withoutWay = () => withoutCookie(flowCookie())

/** Whether this brand's people can sign in with Microsoft. */
export async function offersMicrosoft(): Promise<boolean> {
  const { providerId } = await currentPlace()
  return reading({ role: 'app', providerId }, tx => isMicrosoftOn(tx, providerId))
}

/** The Microsoft account that this browser has proved and that is linked to nobody by it; null = none. */
export async function currentlyHeld(): Promise<HeldAccount | null> {
  const [place, token] = [await currentPlace(), await currentWay()]
  return reading({ role: 'app', providerId: place.providerId }, tx => heldAccount(tx, place, token))
}

interface Beginning {
  readonly purpose: Purpose
  readonly next: string
  /** Who links an account to their own sign-in. */
  readonly personId?: string
  /** Microsoft is to ask which account, whatever it remembers. */
  readonly choose?: boolean
  /** Whom Microsoft is to expect. */
  readonly expect?: string | null
}

/**
 * Begins the way to Microsoft for this browser. Counts as a try of the client's. Refuses in words where it is switched off,
 * or Microsoft is out of reach or does not know the application.
 */
export async function beginMicrosoft(
  { purpose, next, personId, choose = false, expect }: Beginning,
  language: Language,
): Promise<Refusal | ((tx: Tx) => Promise<Answer>)> {
  const { brand, address } = await arrival()
  const tooMany = signInRefusalWords[language]['too-many']
  const refused = await tooManyTries(microsoftBuckets(address), tooMany, language)
  if (refused) return refused
  const place = await currentPlace()
  const { failure: words } = microsoftWords[language]
  const credentials = await reading({ role: 'app', providerId: place.providerId }, tx =>
    microsoftCredentials(tx, place.providerId, environment().AUTH_SECRET),
  )
  const missing = notReady(credentials)
  if (missing) return { refused: words[missing] }
  const asking = { ...(choose && { prompt: 'select_account' }), ...(expect && { login_hint: expect }) }
  const way = await wayThere({ brand, credentials }, asking)
  if ('failure' in way) {
    log.warn({ failure: way.failure, why: way.why, brand: brand.host }, 'nobody gets to Microsoft')
    return { refused: words[way.failure] }
  }
  const token = randomText()
  const begun = { token, state: way.state, purpose, next: localPath(next), leadsTo: way.to }
  const cookie = { name: flowCookie(), value: token, maxAge: minutesHeld * 60 }
  return async tx => {
    await beginFlow(tx, place, { ...begun, personId: personId ?? null })
    return { to: onwardPage, cookies: [...way.cookies, cookie] }
  }
}
