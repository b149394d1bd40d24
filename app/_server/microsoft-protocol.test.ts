import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MicrosoftCredentials } from '#db/microsoft/setting.ts'
import {
  clientId,
  clientSecret,
  microsoftPeople,
  startFakeMicrosoft,
  tenants,
} from '#e2e/fixtures/microsoft.ts'
import type { CookieChange } from './cookies.ts'

// next-auth's half of the sign-in, held against an OpenID provider that is real but for what it is told to do wrong.

const microsoft = await startFakeMicrosoft()
vi.stubEnv('MICROSOFT_AUTHORITY', microsoft.base)
const { provedBy, wayThere } = await import('./microsoft-protocol.ts')
afterAll(() => microsoft.close())
beforeEach(() => {
  for (const key of Object.keys(microsoft.wrongs))
    delete microsoft.wrongs[key as keyof typeof microsoft.wrongs]
})

const { harriet, owen, mallory } = microsoftPeople
const northwind = { id: '00000000-0000-4000-8000-000000000001', host: 'northwind.localhost' }
const boreal = { id: '00000000-0000-4000-8000-000000000002', host: 'boreal.localhost' }

const one: MicrosoftCredentials = {
  isOn: true,
  whose: 'listed',
  tenants: [tenants.harbour],
  clientId,
  hasSecret: true,
  clientSecret,
}
const two: MicrosoftCredentials = { ...one, tenants: [tenants.harbour, tenants.maple] }

const cookieOf = (cookies: readonly CookieChange[]) =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

async function begun(credentials = one, brand = northwind) {
  const way = await wayThere({ brand, credentials }, {})
  if ('failure' in way) throw new Error(`${way.failure}: ${way.why}`)
  return { ...way, cookie: cookieOf(way.cookies) }
}

/** There and back; `change` may do what it likes to what comes back. */
async function gone(
  who: (typeof microsoftPeople)[keyof typeof microsoftPeople] | 'cancel',
  {
    credentials = one,
    brand = northwind,
    change = (back: URL, cookie: string) => ({ search: back.search, cookie }),
  } = {},
) {
  const way = await begun(credentials)
  const back = await microsoft.signIn(way.to, who)
  return provedBy({ brand, credentials }, change(back, way.cookie))
}

test('the way there carries state, nonce and a challenge, and leads to the one tenant', async () => {
  const { to, state, cookies } = await begun()
  const { pathname, searchParams } = new URL(to)
  expect(pathname).toBe(`/${tenants.harbour}/v2.0/auth`)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: clientId,
    code_challenge_method: 'S256',
    redirect_uri: 'http://northwind.localhost/api/auth/callback/microsoft',
    state,
  })
  expect(searchParams.get('nonce')).toBeTruthy()
  expect(searchParams.get('code_challenge')).toBeTruthy()
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    'latchkey-microsoft-nonce',
    'latchkey-microsoft-pkce',
    'latchkey-microsoft-state',
  ])
  expect(to).not.toContain(clientSecret)
})

test.each([
  ['one tenant', harriet, one],
  ['several, by one', harriet, two],
  ['several, by the other', owen, two],
  ['any organisation', owen, { ...one, whose: 'any' as const, tenants: [] }],
])('an account of %s is proved', async (_, who, credentials) => {
  const { tenant, object, name, address } = who
  expect(await gone(who, { credentials })).toMatchObject({ account: { tenant, object, name, address } })
})

test('when somebody signed in there themselves stands in the token; where it does not, long ago', async () => {
  const came = await gone(harriet)
  if ('failure' in came) throw new Error(came.why)
  expect(Date.now() - came.signedInAt.getTime()).toBeLessThan(60_000)
  microsoft.wrongs.claims = ({ auth_time: _, ...claims }) => claims
  expect(await gone(harriet)).toMatchObject({ signedInAt: new Date(0) })
})

test('who it is, is tenant and object, whatever a tenant of one’s own says of name and address', async () => {
  const came = await gone(mallory, { credentials: { ...one, whose: 'any', tenants: [] } })
  expect(came).toHaveProperty('account', mallory)
  expect(mallory).toMatchObject({ address: harriet.address, name: harriet.name })
  expect(mallory.object).not.toBe(harriet.object)
})

describe('what is not proved', () => {
  const later = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
  test.each<[string, () => void]>([
    ['a token that nobody signed', () => Object.assign(microsoft.wrongs, { signature: 'none' })],
    ['a token that another key signed', () => Object.assign(microsoft.wrongs, { signature: 'another-key' })],
    [
      'another issuer in the token',
      () => wrong(claims => ({ ...claims, iss: `${microsoft.base}/${tenants.foreign}/v2.0` })),
    ],
    [
      'the pattern as the issuer',
      () => wrong(claims => ({ ...claims, iss: `${microsoft.base}/{tenantid}/v2.0` })),
    ],
    ['a tenant that the issuer is not of', () => wrong(claims => ({ ...claims, tid: tenants.foreign }))],
    ['no tenant', () => wrong(({ tid: _, ...claims }) => claims)],
    ['a tenant that is a path', () => wrong(claims => ({ ...claims, tid: '../evil' }))],
    ['no object', () => wrong(({ oid: _, ...claims }) => claims)],
    ['an object that is no id', () => wrong(claims => ({ ...claims, oid: 'owner' }))],
    ['a token for another application', () => wrong(claims => ({ ...claims, aud: tenants.foreign }))],
    ['a token that is over', () => wrong(claims => ({ ...claims, iat: later(-7200), exp: later(-3600) }))],
    ['a token that is not yet good', () => wrong(claims => ({ ...claims, nbf: later(3600) }))],
    ['another nonce', () => wrong(claims => ({ ...claims, nonce: 'another' }))],
    ['no nonce', () => wrong(({ nonce: _, ...claims }) => claims)],
  ])('%s', async (_, doWrong) => {
    doWrong()
    for (const credentials of [one, two])
      expect(await gone(harriet, { credentials })).toMatchObject({ failure: 'untrusted' })
  })

  function wrong(claims: NonNullable<typeof microsoft.wrongs.claims>) {
    microsoft.wrongs.claims = claims
  }

  test.each([
    [
      'another state',
      (back: URL, cookie: string) => ({ search: back.search.replace(/state=[^&]+/, 'state=x'), cookie }),
    ],
    ['no state', (back: URL, cookie: string) => ({ search: back.search.replace(/state=[^&]+/, ''), cookie })],
    [
      'another code',
      (back: URL, cookie: string) => ({ search: back.search.replace(/code=[^&]+/, 'code=x'), cookie }),
    ],
    ['no cookies', (back: URL) => ({ search: back.search, cookie: '' })],
    [
      'no cookie with the nonce',
      (back: URL, cookie: string) => ({ search: back.search, cookie: without('nonce', cookie) }),
    ],
    [
      'no cookie with the verifier',
      (back: URL, cookie: string) => ({ search: back.search, cookie: without('pkce', cookie) }),
    ],
    [
      'the answer of another issuer',
      (back: URL, cookie: string) => ({
        search: back.search.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'),
        cookie,
      }),
    ],
  ])('%s', async (_, change) => {
    expect(await gone(harriet, { change })).toHaveProperty('failure')
  })

  const without = (name: string, cookie: string) =>
    cookie
      .split('; ')
      .filter(one => !one.startsWith(`latchkey-microsoft-${name}`))
      .join('; ')

  test('an answer to another browser', async () => {
    const mine = await begun()
    const theirs = await begun()
    const back = await microsoft.signIn(theirs.to, mallory)
    const came = await provedBy(
      { brand: northwind, credentials: one },
      { search: back.search, cookie: mine.cookie },
    )
    expect(came).toHaveProperty('failure')
  })

  test('what was begun on a sister brand, with all its cookies', async () => {
    expect(await gone(harriet, { brand: boreal })).toMatchObject({
      failure: 'stale',
      why: expect.stringContaining('InvalidCheck'),
    })
  })

  test('a code that was used already', async () => {
    const way = await begun()
    const back = await microsoft.signIn(way.to, harriet)
    const answer = { search: back.search, cookie: way.cookie }
    const side = { brand: northwind, credentials: one }
    expect(await provedBy(side, answer)).toHaveProperty('account')
    expect(await provedBy(side, answer)).toMatchObject({ failure: 'stale' })
  })
})

describe('what is told apart', () => {
  test('somebody left', async () => {
    expect(await gone('cancel')).toMatchObject({ failure: 'cancelled' })
  })

  test('a secret that is not the application’s', async () => {
    const way = await begun()
    const back = await microsoft.signIn(way.to, harriet)
    const side = { brand: northwind, credentials: { ...one, clientSecret: 'another' } }
    const came = await provedBy(side, { search: back.search, cookie: way.cookie })
    expect(came).toMatchObject({ failure: 'setup' })
  })

  test('a tenant that Microsoft does not know', async () => {
    const credentials = { ...one, tenants: ['44444444-4444-4444-8444-444444444444'] }
    expect(await wayThere({ brand: northwind, credentials }, {})).toMatchObject({ failure: 'setup' })
  })

  test('a document of another issuer', async () => {
    microsoft.wrongs.issuer = 'https://evil.example/v2.0'
    expect(await wayThere({ brand: northwind, credentials: one }, {})).toMatchObject({ failure: 'untrusted' })
    expect(await wayThere({ brand: northwind, credentials: two }, {})).toMatchObject({ failure: 'untrusted' })
  })

  test('Microsoft that does not answer, after ten seconds', async () => {
    microsoft.wrongs.silent = true
    const since = Date.now()
    expect(await wayThere({ brand: northwind, credentials: one }, {})).toMatchObject({
      failure: 'unreachable',
    })
    expect(Date.now() - since).toBeGreaterThan(9_000)
    expect(Date.now() - since).toBeLessThan(13_000)
  })
})
