import 'server-only'
import { Auth, type AuthConfig, customFetch, raw, skipCSRFCheck } from '@auth/core'
import type { MicrosoftCredentials } from '#db/microsoft/setting.ts'
import { environment, originOf } from '#lib/env.ts'
import { keyedMark } from '#lib/keyed-mark.ts'
import { accountIn, type Failure, type MicrosoftAccount, signedInAt } from '#lib/microsoft/identity.ts'
import { entranceOf } from '#lib/microsoft/setting.ts'
import { type CookieChange, cookieName, cookieOptions } from './cookies.ts'
import { guardedFetch, MicrosoftFault, patience } from './microsoft-fetch.ts'

// next-auth's half of a sign-in with Microsoft: state, nonce and PKCE, each in a cookie of this host that only this brand
// can open, and the exchange of the code. Whom the account belongs to, and sessions, are not its business.

const basePath = '/api/auth'
export const returnPath = `${basePath}/callback/microsoft`

/** On which brand, and by which application. */
export interface Side {
  readonly brand: { readonly id: string; readonly host: string }
  readonly credentials: MicrosoftCredentials
}

export type Came<Value> = Value | { readonly failure: Failure; readonly why: string }

const checks = { state: 'state', nonce: 'nonce', pkceCodeVerifier: 'pkce' } as const
const checkNames = () => Object.values(checks).map(name => cookieName(`microsoft-${name}`))

/** Longer than anybody needs; the flow's own row ends before. */
const minutes = 15

/** A Microsoft account that was proved, and when its person last signed in there themselves. */
export interface Proved {
  readonly account: MicrosoftAccount
  readonly signedInAt: Date
}

interface Heard {
  proved?: Proved
  errors: unknown[]
}

function configOf({ brand, credentials }: Side, heard: Heard): AuthConfig {
  const { MICROSOFT_AUTHORITY: base, AUTH_SECRET, PUBLIC_SCHEME } = environment()
  const options = cookieOptions({ maxAge: minutes * 60 })
  const cookies = Object.fromEntries(
    Object.entries(checks).map(([key, name]) => [key, { name: cookieName(`microsoft-${name}`), options }]),
  )
  return {
    basePath,
    trustHost: true,
    // What was begun on one brand can't be read on another, even where somebody carries the cookies over.
    secret: keyedMark('microsoft', brand.id, AUTH_SECRET),
    useSecureCookies: PUBLIC_SCHEME === 'https',
    cookies,
    session: { strategy: 'jwt' },
    providers: [
      {
        id: 'microsoft',
        name: 'Microsoft',
        type: 'oidc',
        issuer: entranceOf(base, credentials),
        clientId: credentials.clientId,
        clientSecret: credentials.clientSecret,
        client: { token_endpoint_auth_method: 'client_secret_post', id_token_signed_response_alg: 'RS256' },
        authorization: { params: { scope: 'openid profile email' } },
        checks: ['pkce', 'state', 'nonce'],
        profile: claims => ({ id: String(claims.oid) }),
        [customFetch]: guardedFetch({ ...credentials, base, signal: AbortSignal.timeout(patience) }),
      },
    ],
    callbacks: {
      // It never gets further than here: nobody is made, linked or signed in by it.
      signIn: ({ profile }) => {
        const claims = profile ?? {}
        const account = accountIn(claims)
        if (account) heard.proved = { account, signedInAt: signedInAt(claims) }
        return '/'
      },
    },
    logger: { error: error => heard.errors.push(error), warn: () => {}, debug: () => {} },
  }
}

interface WayThere {
  readonly to: string
  readonly state: string
  readonly cookies: readonly CookieChange[]
}

/**
 * Where at Microsoft somebody is to sign in, with the state that must come back and the cookies that it is checked by.
 * `asking`: what Microsoft is told beside, such as whom to expect.
 */
export async function wayThere(
  side: Side,
  asking: Readonly<Record<string, string>>,
): Promise<Came<WayThere>> {
  const heard: Heard = { errors: [] }
  const address = `${originOf(side.brand.host)}${basePath}/signin/microsoft?${new URLSearchParams(asking)}`
  const answer = await spoken(new Request(address, { method: 'POST' }), side, heard)
  const to = answer?.redirect ?? ''
  const state = URL.canParse(to) ? new URL(to).searchParams.get('state') : null
  if (!answer || !state) return failed(heard)
  return { to, state, cookies: answer.cookies }
}

/**
 * The Microsoft account that an answer proves, by the cookies of the browser that it comes in. They are good for one answer:
 * `spent` takes them away, whatever came of it.
 */
export async function provedBy(
  side: Side,
  { search, cookie }: { readonly search: string; readonly cookie: string },
): Promise<Came<Proved>> {
  const heard: Heard = { errors: [] }
  const address = `${originOf(side.brand.host)}${returnPath}${search}`
  await spoken(new Request(address, { headers: { cookie } }), side, heard)
  return heard.proved ?? failed(heard, new URLSearchParams(search).get('error'))
}

/** Takes the cookies of a way away that has been gone. */
export function spentChecks(): readonly CookieChange[] {
  return checkNames().map(name => ({ name, value: '', maxAge: 0 }))
}

async function spoken(request: Request, side: Side, heard: Heard) {
  try {
    const answer = await Auth(request, { ...configOf(side, heard), raw, skipCSRFCheck })
    // What is not one of its own errors comes back as a page of its own: the error itself has been heard.
    if (answer instanceof Response) return null
    const cookies = (answer.cookies ?? []).filter(({ name }) => checkNames().includes(name))
    return {
      redirect: answer.redirect,
      cookies: cookies.map(({ name, value }) => ({ name, value, maxAge: minutes * 60 })),
    }
  } catch (error) {
    heard.errors.push(error)
    return null
  }
}

function failed(
  { errors }: Heard,
  answered: string | null = null,
): { readonly failure: Failure; readonly why: string } {
  const chain = errors.flatMap(chainOf)
  const fault = chain.find(error => error instanceof MicrosoftFault)
  if (fault) return { failure: fault.failure, why: fault.message }
  const told = chain.map(error => toldBy(error, answered)).find(failure => failure !== null)
  return { failure: told ?? 'untrusted', why: chain.map(nameOf).join(' < ') || 'nothing was proved' }
}

/** An error with what it was made of; next-auth puts the first one beside its own facts. */
function chainOf(error: unknown, depth = 0): readonly unknown[] {
  if (!(error instanceof Error) || depth > 5) return []
  const { cause } = error
  const within = cause instanceof Error ? cause : (cause as { err?: unknown } | undefined)?.err
  return [error, ...chainOf(within, depth + 1)]
}

const whyByAnswer: Readonly<Record<string, Failure>> = {
  access_denied: 'cancelled',
  login_required: 'cancelled',
  interaction_required: 'cancelled',
  consent_required: 'cancelled',
  account_selection_required: 'cancelled',
  server_error: 'unreachable',
  temporarily_unavailable: 'unreachable',
  invalid_request: 'setup',
  invalid_client: 'setup',
  unauthorized_client: 'setup',
  invalid_scope: 'setup',
}

/** What one of next-auth's own errors tells: a cookie that is missing or another's, or what Microsoft answered instead of a code. */
function toldBy(error: unknown, answered: string | null): Failure | null {
  if (!(error instanceof Error && 'type' in error)) return null
  if (error.type === 'InvalidCheck') return 'stale'
  return error.type === 'OAuthCallbackError' && answered ? (whyByAnswer[answered] ?? null) : null
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'type' in error && typeof error.type === 'string' ? error.type : error.message || error.name
}
