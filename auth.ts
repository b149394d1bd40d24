import 'server-only'
import { headers } from 'next/headers'
import { NextRequest } from 'next/server'
import NextAuth, { type NextAuthConfig } from 'next-auth'
import { cookieOptions } from '#app/_server/cookies.ts'
import { faultName } from '#app/_server/fault-name.ts'
import { log } from '#app/_server/log.ts'
import { returnPath } from '#app/_server/microsoft-protocol.ts'
import { answerMicrosoft } from '#app/_server/microsoft-return.ts'
import { sessionCookie } from '#app/_server/session.ts'
import { sessionAdapter } from '#app/_server/session-adapter.ts'
import { type Arrival, arrivalHeader, readArrival } from '#app/_server/signed-header.ts'
import { environment, originOf } from '#lib/env.ts'
import { randomText } from '#lib/sign-in/flow.ts'

const longestSession = 7 * 24 * 3600

/**
 * next-auth, as far as sessions go: no e-mails, no passwords, no creation of people. Its protocol with Microsoft stands in
 * app/_server/microsoft-protocol.ts. Its rows are those that pages read through db/sign-in/session.ts, bound to the branding domain on
 * which the request arrived, so both always agree. See docs/decisions/0007.
 */
const { handlers, auth } = NextAuth(async request => {
  const sent = request?.headers ?? (await headers())
  return configOf(arrivedWith(sent), sent.get('user-agent') ?? '')
})

export { auth }

/** What of next-auth answers: the session as its owner may see it, and signing out. */
const actions = new Set(['session', 'csrf', 'signout'])

/** The routes under /api/auth. Everything else of next-auth is not there. */
export async function answerAuth(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl
  if (pathname === returnPath && request.method === 'GET') return answerMicrosoft(request)
  if (!actions.has(pathname.replace(/^\/api\/auth\//, ''))) return new Response(null, { status: 404 })
  // A server's own idea of its address is where it listens; addresses are made from the brand's host alone.
  const origin = originOf(arrivedWith(request.headers).brand.host)
  const handle = request.method === 'POST' ? handlers.POST : handlers.GET
  return handle(new NextRequest(origin + pathname + search, request))
}

function arrivedWith(sent: Headers): Arrival {
  const arrived = readArrival(sent.get(arrivalHeader))
  if (!arrived) throw new Error('a request without a branding domain reached the sign-in routes')
  return arrived
}

function configOf(arrived: Arrival, userAgent: string): NextAuthConfig {
  const env = environment()
  return {
    adapter: sessionAdapter(
      { providerId: arrived.brand.providerId, brandingDomainId: arrived.brand.id },
      { address: arrived.address, userAgent },
    ),
    // The limits are the row's own. Equal ages: next-auth never thinks that a session is due to be lengthened.
    session: {
      strategy: 'database',
      maxAge: longestSession,
      updateAge: longestSession,
      generateSessionToken: randomText,
    },
    providers: [],
    // The proxy has put the brand's own host into the forwarded headers, whatever the client sent.
    trustHost: true,
    basePath: '/api/auth',
    secret: env.AUTH_SECRET,
    useSecureCookies: env.PUBLIC_SCHEME === 'https',
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions({}) } },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    callbacks: {
      // Only what the person may see of themselves; never the token, and nothing that a client sent along.
      session: ({ session, user }) => ({
        user: { name: user.name ?? '', email: user.email },
        expires: new Date(session.expires).toISOString(),
      }),
    },
    logger: {
      error: error => log.error({ fault: faultName(error) }, 'next-auth'),
      warn: code => log.warn({ code }, 'next-auth'),
      debug: () => {},
    },
  }
}
