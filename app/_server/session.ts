import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { reading, type Tx, type Work } from '#db/client.ts'
import { beginSession, endSession, sessionOf } from '#db/sign-in/session.ts'
import type { Actor } from '#lib/actor.ts'
import { byItselfCookie, isAskedByItself } from '#lib/by-itself.ts'
import { isLanguage, type Language } from '#lib/language.ts'
import { arrival, currentBrand, currentPath } from './brand.ts'
import { type CookieChange, cookieName, withoutCookie } from './cookies.ts'
import { seeOther } from './see-other.ts'

const languageCookie = () => cookieName('language')

/** What this browser reads before anybody is signed in. */
export function rememberLanguage(language: Language): CookieChange {
  return { name: languageCookie(), value: language, maxAge: 31_536_000 }
}

export const sessionCookie = () => cookieName('session')

/** Who asks, or null. Read from the database at every request; any fault there is an error, never an open door. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies()
  const token = jar.get(sessionCookie())?.value
  if (!token || token.length > 100) return null
  const { brand, address } = await arrival()
  const place = { providerId: brand.providerId, brandingDomainId: brand.id }
  const itself = jar.has(byItselfCookie) || isAskedByItself(await currentPath())
  const found = await sessionOf(place, token, address, undefined, itself ? 'itself' : 'somebody')
  if (!found) return null
  const { expiresAt: _, ...actor } = found
  return actor
})

/** Who asks; somebody who is not signed in is sent to do so and comes back. */
export async function signedIn(): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) seeOther(`/sign-in?next=${encodeURIComponent(await currentPath())}`)
  return actor
}

/** The person's language, else what they chose on a public page, else the brand's. */
export async function currentLanguage(): Promise<Language> {
  return languageOf(await currentActor())
}

/** The same where it is known who asks: outside a page nothing is remembered, and asking twice is two round trips. */
export async function languageOf(actor: Actor | null): Promise<Language> {
  if (actor) return actor.language
  const chosen = (await cookies()).get(languageCookie())?.value
  return isLanguage(chosen) ? chosen : (await currentBrand()).defaultLanguage
}

/** Runs a page's reads for this actor in one transaction behind their provider's wall. */
export function readingAs<T>(actor: Pick<Actor, 'providerId'>, work: Work<T>): Promise<T> {
  return reading({ role: 'app', providerId: actor.providerId }, work)
}

/**
 * Signs a person in on the current brand: a new session under a new token, the old one of this browser ended. Gives the
 * cookie that the answer must set. `provedAt`: when they proved who they are; null = just now.
 */
export async function startSession(tx: Tx, personId: string, provedAt: Date | null): Promise<CookieChange> {
  const old = (await cookies()).get(sessionCookie())?.value
  if (old) await endSession(tx, old)
  const { brand, address } = await arrival()
  const userAgent = (await headers()).get('user-agent') ?? ''
  const place = { providerId: brand.providerId, brandingDomainId: brand.id }
  return carrying(await beginSession(tx, place, personId, { address, userAgent, provedAt }))
}

/** Signs out: ends the session of this browser. Gives the cookie that the answer must take away. */
export async function stopSession(tx: Tx): Promise<CookieChange> {
  const token = (await cookies()).get(sessionCookie())?.value
  if (token) await endSession(tx, token)
  return withoutCookie(sessionCookie())
}

/** The cookie that carries a session's new token. */
export function carrying(session: { readonly token: string; readonly expires: Date }): CookieChange {
  return { name: sessionCookie(), value: session.token, expires: session.expires }
}
