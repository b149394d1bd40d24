import 'server-only'
import { type NextRequest, NextResponse } from 'next/server'
import { reading, type Tx, writing } from '#db/client.ts'
import { answerFlow, awaitedNext, spendFlow } from '#db/microsoft/flow.ts'
import { linkedPerson, noteSignIn } from '#db/microsoft/link.ts'
import { type MicrosoftCredentials, microsoftCredentials } from '#db/microsoft/setting.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { environment, originOf } from '#lib/env.ts'
import { type Failure, tenantRefused } from '#lib/microsoft/identity.ts'
import { notReady } from '#lib/microsoft/setting.ts'
import { arrive, currentPlace } from './arrive.ts'
import { currentBrand } from './brand.ts'
import { type CookieChange, cookieOptions } from './cookies.ts'
import { invitationPage } from './invitation-link.ts'
import { log } from './log.ts'
import { currentWay, linkingPage, notKnownPage, withoutWay } from './microsoft.ts'
import { type Proved, provedBy, spentChecks } from './microsoft-protocol.ts'

interface Led {
  readonly to: string
  readonly cookies?: readonly CookieChange[]
}

/**
 * Where Microsoft sends somebody back to. It signs in whoever the proved account is linked to, and changes nothing else:
 * linking, and accepting an invitation, are clicks on the pages that it leads to. An answer that this browser does not wait
 * for is asked about nowhere.
 */
export async function answerMicrosoft(request: NextRequest): Promise<Response> {
  const { search, searchParams } = request.nextUrl
  const [brand, place, token] = [await currentBrand(), await currentPlace(), await currentWay()]
  const wall = { role: 'app', providerId: place.providerId } as const
  const state = searchParams.get('state') ?? ''
  const { next, credentials } = await reading(wall, async tx => ({
    next: await awaitedNext(tx, place, token, state),
    credentials: await microsoftCredentials(tx, place.providerId, environment().AUTH_SECRET),
  }))
  // The checks of a newer way, begun in another tab, stay.
  if (next === null) return led(brand.host, failure('stale'), [])
  const missing = notReady(credentials)
  if (missing) return led(brand.host, failure(missing, next))
  const cookie = request.headers.get('cookie') ?? ''
  const came = await provedBy({ brand, credentials }, { search, cookie })
  if ('failure' in came) {
    log.warn({ failure: came.failure, why: came.why, brand: brand.host }, 'nobody came back from Microsoft')
    return led(brand.host, failure(came.failure, next))
  }
  const to = await writing(wall, tx => settled(tx, { token, state, credentials }, came))
  return led(brand.host, to)
}

/** The page says why, and begins again on the way to where somebody was going. */
const failure = (why: Failure, next = '/'): Led => ({
  to: `${notKnownPage}?why=${why}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`,
})

interface Coming {
  readonly token: string
  readonly state: string
  readonly credentials: MicrosoftCredentials
}

/**
 * What follows once a Microsoft account is proved: whoever it is linked to is signed in, or it is held for a page to ask. The
 * session is as fresh a proof as their own sign-in at Microsoft was: at a desk left open Microsoft lets anybody through.
 */
async function settled(
  tx: Tx,
  { token, state, credentials }: Coming,
  { account, signedInAt }: Proved,
): Promise<Led> {
  const place = await currentPlace()
  const answered = await answerFlow(tx, place, { token, state }, account)
  if (!answered) return failure('stale')
  const { purpose, next } = answered
  if (purpose === 'link') return { to: linkingPage }
  if (tenantRefused(account.tenant, credentials)) return { to: notKnownPage }
  const linked = await linkedPerson(tx, place.providerId, account)
  if (!linked) return { to: next === invitationPage ? invitationPage : notKnownPage }
  const person = await arrivingPerson(tx, place, { id: linked.personId })
  if (!person) return { to: notKnownPage }
  if (!(await noteSignIn(tx, linked, account))) return { to: notKnownPage }
  await spendFlow(tx, place, token)
  const arrived = await arrive(tx, person, next, signedInAt)
  return { to: arrived.to, cookies: [...(arrived.cookies ?? []), withoutWay()] }
}

function led(host: string, { to, cookies = [] }: Led, spent = spentChecks()): Response {
  const response = NextResponse.redirect(new URL(to, originOf(host)), 303)
  // The address held a code: nothing that follows is to hear of it.
  response.headers.set('referrer-policy', 'no-referrer')
  for (const { name, value, ...life } of [...spent, ...cookies])
    response.cookies.set(name, value, cookieOptions(life))
  return response
}
