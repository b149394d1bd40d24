import 'server-only'
import { createRemoteJWKSet, decodeJwt, customFetch as fetchKeys, jwtVerify } from 'jose'
import type { Failure } from '#lib/microsoft/identity.ts'
import { entranceOf, isGuid, issuerOf, type MicrosoftSetting } from '#lib/microsoft/setting.ts'

// All that the server asks of Microsoft goes through here: to one origin, within ten seconds in all, and nothing is believed
// but what the tenant's own key has signed for this application.

/** How long Microsoft may take, everything together. */
export const patience = 10_000

/** Why a question to Microsoft came to nothing. */
export class MicrosoftFault extends Error {
  readonly failure: Failure
  constructor(failure: Failure, why: string) {
    super(why)
    this.failure = failure
  }
}

/** Which Microsoft, and for which application of whose people. */
export interface Authority extends Pick<MicrosoftSetting, 'whose' | 'tenants' | 'clientId'> {
  /** MICROSOFT_AUTHORITY. */
  readonly base: string
  /** Ends what goes on when nobody waits for it any more. */
  readonly signal: AbortSignal
}

/** A `fetch` for whatever speaks OpenID Connect; throws MicrosoftFault and nothing else. */
export function guardedFetch(authority: Authority): typeof fetch {
  let known: Known | null = null
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const response = await asked(url, init, authority)
    if (url.pathname.endsWith('/.well-known/openid-configuration')) {
      known = await documentIn(response, authority)
      return readAs(known)
    }
    if ((init?.method ?? 'GET') === 'POST') await checkToken(response.clone(), known, authority)
    return response
  }
}

async function asked(
  url: URL,
  init: RequestInit | undefined,
  { base, signal }: Authority,
): Promise<Response> {
  if (url.origin !== base) throw new MicrosoftFault('untrusted', `an address outside of ${base}`)
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal })
    // The whole of it, within the time.
    const body = await response.arrayBuffer()
    if (response.status >= 500) throw new MicrosoftFault('unreachable', `answered ${response.status}`)
    return new Response(body, { status: response.status, headers: response.headers })
  } catch (error) {
    if (error instanceof MicrosoftFault) throw error
    throw new MicrosoftFault('unreachable', error instanceof Error ? error.name : 'no answer')
  }
}

const endpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const

/** The discovery document as the library reads it. */
type Known = Record<string, unknown> & { issuer: string; readonly jwks_uri: string }

/**
 * Checks the discovery document. Microsoft names no issuer in the one for several organisations but a pattern: until a token
 * has proved of which tenant it is, the authority's own address stands for it.
 */
async function documentIn(response: Response, authority: Authority): Promise<Known> {
  const { base } = authority
  const own = entranceOf(base, authority)
  const several = own === issuerOf(base, 'organizations')
  const found = await objectIn(response)
  if (response.status !== 200) throw new MicrosoftFault('setup', `no discovery document: ${response.status}`)
  if (found.issuer !== (several ? issuerOf(base, '{tenantid}') : own))
    throw new MicrosoftFault('untrusted', 'another issuer than the authority')
  for (const name of endpoints) {
    const address = found[name]
    if (typeof address !== 'string' || !URL.canParse(address) || new URL(address).origin !== base)
      throw new MicrosoftFault('untrusted', `${name} lies outside of ${base}`)
  }
  const algorithms = { id_token_signing_alg_values_supported: ['RS256'] }
  return { ...found, ...algorithms, issuer: own, jwks_uri: String(found.jwks_uri) }
}

/** The library takes the very object, so that it reads in it what a token has proved by then. */
function readAs(known: Known): Response {
  const answer = Response.json(known)
  answer.json = async () => known
  return answer
}

const whyByError: Readonly<Record<string, Failure>> = {
  invalid_grant: 'stale',
  invalid_client: 'setup',
  unauthorized_client: 'setup',
  invalid_request: 'setup',
  invalid_scope: 'setup',
  temporarily_unavailable: 'unreachable',
}

/** Refuses a token that this very tenant's key has not signed for this application, or that is over. */
async function checkToken(response: Response, known: Known | null, authority: Authority): Promise<void> {
  const { base, clientId } = authority
  const answer = await objectIn(response)
  if (response.status !== 200) {
    const error = String(answer.error)
    throw new MicrosoftFault(whyByError[error] ?? 'untrusted', `the token was refused: ${error}`)
  }
  const { id_token: token } = answer
  try {
    if (!known || typeof token !== 'string') throw new Error('no token, or nothing to check it by')
    const { tid } = decodeJwt(token)
    if (!isGuid(tid)) throw new Error('a token of no tenant')
    const keys = createRemoteJWKSet(new URL(known.jwks_uri), {
      [fetchKeys]: (url, init) =>
        asked(new URL(url), { headers: init.headers, method: init.method }, authority),
    })
    await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: issuerOf(base, tid),
      audience: clientId,
      requiredClaims: ['exp', 'iat', 'nonce', 'oid'],
      clockTolerance: 60,
    })
    known.issuer = issuerOf(base, tid)
  } catch (error) {
    if (error instanceof MicrosoftFault) throw error
    throw new MicrosoftFault('untrusted', error instanceof Error ? error.message : 'not a token')
  }
}

async function objectIn(response: Response): Promise<Record<string, unknown>> {
  const read: unknown = await response.json().catch(() => null)
  return typeof read === 'object' && read !== null ? { ...read } : {}
}
