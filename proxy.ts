import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { bareAnswer, type Header, languagesAt, languagesOf } from '#app/_server/bare-answer.ts'
import type { BareFault } from '#app/_server/bare-words.ts'
import { isMachine, lengthFault } from '#app/_server/body-length.ts'
import { clientAddress } from '#app/_server/client-address.ts'
import { demoBrands } from '#app/_server/demo-brands.ts'
import { log } from '#app/_server/log.ts'
import { movedPage } from '#app/_server/moved.ts'
import { hintAtSetup } from '#app/_server/no-provider.ts'
import { fileFieldAt, isOurForm } from '#app/_server/posted-form.ts'
import { securityHeaders } from '#app/_server/security-headers.ts'
import { type Arrival, arrivalHeader, readArrival, signArrival } from '#app/_server/signed-header.ts'
import { tokenDetour } from '#app/_server/token-detour.ts'
import { brandByHost } from '#db/brand.ts'
import { environment, originOf } from '#lib/env.ts'
import { hostNamed } from '#lib/host.ts'
import type { Language } from '#lib/language.ts'

/**
 * Decides which brand a request is for, and refuses what can't be meant well. All of it is convenience: the actions
 * check brand, origin, session and authority themselves.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const header: Header = name => request.headers.get(name)
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) return bare('no-method', header)
  // No address of ours holds one, and the database takes none: better said here than met as a fault further in.
  if (/%00/.test(request.nextUrl.pathname + request.nextUrl.search)) return bare('no-address', header)
  const fault = lengthFault(request.method, request.nextUrl.pathname, header)
  if (fault) return bare(fault, header)
  const host = hostNamed(header('host') ?? '')
  const env = environment()
  if (env.LATCHKEY_DEMO && host === 'localhost' && request.nextUrl.pathname === '/') {
    return demoBrands()
  }
  const moved = movedPage(request.nextUrl, languagesOf(header, null))
  if (moved) return moved
  const carried = readArrival(request.headers.get(arrivalHeader))
  const arrival = await (carried ? again(carried) : arrive(request, host)).catch(error =>
    outOfReach(error, header),
  )
  if (arrival instanceof NextResponse) return arrival
  if (!arrival) {
    await hintAtSetup().catch(error => log.error({ err: error }, 'nobody knows whether there is a provider'))
    return bare('no-portal', header)
  }
  const origin = originOf(arrival.brand.host, env)
  if (request.method === 'POST' && !isFromOurPage(request, origin)) {
    return bare('not-from-here', header)
  }
  if (request.method === 'POST' && !isMachine(request.nextUrl.pathname) && !(await isForm(request)))
    return bare('not-a-form', header)
  return tokenDetour(request, origin) ?? onward(request, arrival, origin)
}

/** The machine routes (cron, webhooks, health) belong to no brand; static files neither. Anything else beside them does. */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|api/cron/(?:grants|mail)$|api/webhooks/(?:resend|carrier)$|api/health$).*)',
  ],
}

/** Without the database nobody knows whose host this is: a moment's pause, and never a guess. */
function outOfReach(error: unknown, header: Header): NextResponse {
  log.error({ err: error }, 'no brand could be looked up')
  const answer = said('out-of-reach', header, languagesOf(header, null))
  answer.headers.set('retry-after', '5')
  return answer
}

async function arrive(request: NextRequest, host: string): Promise<Arrival | NextResponse | null> {
  const found = await brandByHost(host)
  if (!found) return null
  const env = environment()
  if (found.retired) {
    if (!found.successorHost) return null
    const { pathname, search } = request.nextUrl
    return NextResponse.redirect(new URL(pathname + search, originOf(found.successorHost, env)), 308)
  }
  return { brand: found.brand, address: clientAddress(request.headers, env.TRUSTED_PROXIES) }
}

/**
 * The page that a server action leads to, fetched by the server itself: for the same brand, as it is by now, since the
 * action may just have changed it. Where its host has been changed there is nothing to fetch, and the browser goes itself.
 */
async function again({ brand, address }: Arrival): Promise<Arrival | null> {
  const found = await brandByHost(brand.host)
  return found && !found.retired && found.brand.id === brand.id ? { brand: found.brand, address } : null
}

async function isForm(request: NextRequest): Promise<boolean> {
  if (!/^multipart\/form-data;/i.test(request.headers.get('content-type') ?? '')) return false
  const data = await request.formData().catch(() => null)
  const file = fileFieldAt(request.nextUrl.pathname)
  return data !== null && isOurForm(data, request.headers.get('next-action'), file)
}

function isFromOurPage(request: NextRequest, origin: string): boolean {
  const site = request.headers.get('sec-fetch-site')
  return request.headers.get('origin') === origin && (site === null || site === 'same-origin')
}

function onward(request: NextRequest, arrival: Arrival, origin: string): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const { host, protocol } = new URL(origin)
  const headers = new Headers(request.headers)
  headers.set(arrivalHeader, signArrival(arrival))
  headers.set('x-forwarded-host', host)
  headers.set('x-forwarded-proto', protocol.slice(0, -1))
  headers.set('x-nonce', nonce)
  headers.set('x-latchkey-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.delete('forwarded')
  headers.delete('x-middleware-subrequest')
  const security = securityHeaders(nonce)
  headers.set('content-security-policy', security['content-security-policy'])
  const response = NextResponse.next({ request: { headers } })
  // What is set here wins over what the route itself sets.
  if (ownPolicy.test(request.nextUrl.pathname)) return response
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value)
  return response
}

/** Routes that carry a stricter policy of their own: the brand's pictures and an account's, a letter shown in a frame, a phonebook for phones, a fax. */
const ownPolicy =
  /^\/(?:favicon\.ico|brand\/[a-z-]{1,20}|mailbox\/[0-9a-f-]{36}\/html|phonebooks\/[^/]+(?:\/phonebook\.xml)?|accounts\/[^/]+\/(?:fax\/[^/]+\/document|logo\/[^/]+))$/

async function bare(fault: BareFault, header: Header): Promise<NextResponse> {
  return said(fault, header, await languagesAt(header))
}

function said(fault: BareFault, header: Header, languages: readonly Language[]): NextResponse {
  const { body, ...answer } = bareAnswer(fault, languages, {
    byScript: Boolean(header('next-action')),
  })
  return new NextResponse(body, answer)
}
