import 'server-only'
import { cookies } from 'next/headers'
import type { Tx } from '#db/client.ts'
import { placesOf } from '#db/person/places.ts'
import { waitingOnAccounts } from '#db/person/waiting.ts'
import type { Arriving } from '#db/sign-in/person.ts'
import type { SessionPlace } from '#db/sign-in/session.ts'
import { makeTicket } from '#db/sign-in/token.ts'
import { environment } from '#lib/env.ts'
import { browserMark, type Flow, isBrowserMark, readFlow, writeFlow } from '#lib/sign-in/flow.ts'
import { letterMinutes, ticketSeconds } from '#lib/sign-in/letter.ts'
import type { Trier } from '#lib/sign-in/limits.ts'
import { arrival } from './brand.ts'
import { type CookieChange, cookieName, withoutCookie } from './cookies.ts'
import type { Done } from './door.ts'
import { carriedHome } from './invitation-link.ts'
import { localPath } from './local-path.ts'
import { addressOf } from './place-address.ts'
import { startSession } from './session.ts'

const flowCookie = () => cookieName('flow')
const markCookie = () => cookieName('browser')
const ticketCookie = () => cookieName('ticket')

/** This branding domain, as sessions and tokens are bound to it. */
export async function currentPlace(): Promise<SessionPlace> {
  const { brand } = await arrival()
  return { providerId: brand.providerId, brandingDomainId: brand.id }
}

/** The letter that this browser waits for, if any. */
export async function currentFlow(): Promise<Flow | null> {
  return readFlow((await cookies()).get(flowCookie())?.value, environment().AUTH_SECRET)
}

/** The browser remembers what it waits for a little longer than the letter can be used, so that it can say so. */
export function rememberFlow(flow: Flow): CookieChange {
  return {
    name: flowCookie(),
    value: writeFlow(flow, environment().AUTH_SECRET),
    maxAge: (letterMinutes + 5) * 60,
  }
}

/** Whose tries are counted when this browser tries this address. */
export async function trierOf(canonicalEmail: string): Promise<Trier> {
  const { brand, address } = await arrival()
  const mark = browserMark(brand.providerId, canonicalEmail, environment().AUTH_SECRET)
  return {
    providerId: brand.providerId,
    email: canonicalEmail,
    client: address,
    known: isBrowserMark((await cookies()).get(markCookie())?.value, mark),
  }
}

/**
 * What follows once somebody has proved who they are. At home they are signed in and go on to `next`; on a sister brand
 * they get a ticket and are told where they belong. `provedAt`: when they proved it, where that was not just now.
 */
export async function arrive(
  tx: Tx,
  person: Arriving,
  next: string,
  provedAt: Date | null = null,
): Promise<Done> {
  const { providerId, brandingDomainId } = await currentPlace()
  const to = localPath(next)
  if (person.homeBrandId === brandingDomainId) {
    const value = browserMark(providerId, person.canonicalEmail, environment().AUTH_SECRET)
    const mark = { name: markCookie(), value, maxAge: 31_536_000 }
    return {
      to: to === '/' ? await startOf(tx, person.personId) : to,
      cookies: [await startSession(tx, person.personId, provedAt), mark, withoutCookie(flowCookie())],
    }
  }
  const home = { providerId, brandingDomainId: person.homeBrandId }
  const ticket = await makeTicket(tx, home, person.personId, await carriedHome(to), provedAt)
  const cookie = { name: ticketCookie(), value: ticket, maxAge: ticketSeconds }
  return { to: '/sign-in/elsewhere', cookies: [cookie, withoutCookie(flowCookie())] }
}

/** Where somebody who asked for nothing in particular begins: their only place, or the choice of them and of what waits. */
async function startOf(tx: Tx, personId: string): Promise<string> {
  const [only, second] = await placesOf(tx, personId, { search: '', last: null, after: null, most: 2 })
  const waits = (await waitingOnAccounts(tx, personId)).length > 0
  return only && !second && !waits ? addressOf(only) : '/choose'
}

/** The ticket that this browser was given on a sister brand, to show where it leads. */
export async function currentTicket(): Promise<string | null> {
  return (await cookies()).get(ticketCookie())?.value ?? null
}
