import { NextRequest } from 'next/server'
import { afterAll, expect, test } from 'vitest'
import { sessionAdapter } from '#app/_server/session-adapter.ts'
import { arrivalHeader, signArrival } from '#app/_server/signed-header.ts'
import { brandByHost } from '#db/brand.ts'
import { closePool } from '#db/driver/pool.ts'
import { beginSession, endSessions, sessionOf } from '#db/sign-in/session.ts'
import { signInGround } from '#db/sign-in/testing-people.ts'
import { settingsOn } from '#db/testing.ts'

// next-auth and the portal's pages read the same rows; these tests hold the two against each other.

const ground = await signInGround()
Object.assign(process.env, settingsOn(ground.database.url))
const { answerAuth } = await import('./auth.ts')
afterAll(async () => {
  await closePool()
  await ground.database.close()
})

const northwind = ground.place('northwind')
const from = { address: '203.0.113.7', userAgent: 'Firefox' }
const cookie = 'latchkey-session'

async function begin(email: string) {
  const { token } = await ground.behind(northwind, tx =>
    beginSession(tx, northwind, ground.personId(email), from),
  )
  return token
}

interface Asked {
  readonly host?: string
  readonly cookies?: Record<string, string>
  readonly form?: Record<string, string>
  readonly json?: unknown
}

/** A request as the proxy hands it on: the server's own address in the URL, the brand in the signed header. */
async function ask(path: string, { host = 'northwind.localhost', cookies = {}, form, json }: Asked = {}) {
  const found = await brandByHost(host)
  if (!found) throw new Error(`no brand at ${host}`)
  const headers = new Headers({
    [arrivalHeader]: signArrival({ brand: found.brand, address: from.address }),
    'x-forwarded-host': host,
    'x-forwarded-proto': 'http',
    cookie: Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  })
  const body = form ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json)
  if (json !== undefined) headers.set('content-type', 'application/json')
  const url = `http://127.0.0.1:3000/api/auth/${path}`
  return answerAuth(new NextRequest(url, body ? { method: 'POST', headers, body } : { headers }))
}

const seenByNextAuth = async (token: string, host?: string) =>
  (await (await ask('session', { cookies: { [cookie]: token }, ...(host && { host }) })).json()) as {
    user: { name: string; email: string }
    expires: string
  } | null
const seenByPages = (token: string) => sessionOf(northwind, token, from.address)

/** The token and cookie that next-auth wants with every post. */
async function csrf() {
  const answer = await ask('csrf')
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const [pair = ''] = answer.headers.getSetCookie().filter(text => text.includes('csrf-token'))
  const [name = '', value = ''] = pair.split(';')[0]?.split('=') ?? []
  return { csrfToken, cookies: { [name]: value } }
}

async function shift(token: string, column: string, interval: string) {
  const session = await seenByPages(token)
  await ground.database.pool.query(`update session set ${column} = ${column} - $2::interval where id = $1`, [
    session?.sessionId,
    interval,
  ])
}

test('both see the same person and the same end; the token is told to nobody', async () => {
  const token = await begin('owner@maple.example')
  const answer = await ask('session', { cookies: { [cookie]: token } })
  const body = await answer.text()
  const pages = await seenByPages(token)
  expect(JSON.parse(body)).toEqual({
    user: { name: pages?.name, email: pages?.email },
    expires: pages?.expiresAt.toISOString(),
  })
  expect(body).not.toContain(token)
})

test.each([
  ['nobody', ''],
  ['a token that never was', 'x'.repeat(43)],
])('%s is nobody for both', async (_, token) => {
  expect(await seenByNextAuth(token)).toBeNull()
  expect(await seenByPages(token)).toBeNull()
})

test('a token of one brand is worth nothing on a sister brand or at another provider', async () => {
  const token = await begin('owner@maple.example')
  expect(await seenByNextAuth(token, 'boreal.localhost')).toBeNull()
  expect(await seenByNextAuth(token, 'southern.localhost')).toBeNull()
  expect(await seenByNextAuth(token)).not.toBeNull()
})

test.each([
  ['owner@maple.example', 'last_seen_at', '7 hours 50 minutes', '8 hours'],
  ['tech@brightline.example', 'last_seen_at', '50 minutes', '60 minutes'],
  ['owner@maple.example', 'expires_at', '6 days 23 hours', '1 hour 1 minute'],
  ['tech@brightline.example', 'expires_at', '23 hours', '1 hour 1 minute'],
])('%s: %s, moved by %s, holds in both; by %s, in neither', async (email, column, within, beyond) => {
  const token = await begin(email)
  await shift(token, column, within)
  expect(await seenByNextAuth(token)).not.toBeNull()
  expect(await seenByPages(token)).not.toBeNull()
  await shift(token, column, beyond)
  expect(await seenByNextAuth(token)).toBeNull()
  expect(await seenByPages(token)).toBeNull()
})

test('use through next-auth keeps a session from lying idle, and never lengthens it', async () => {
  const token = await begin('owner@maple.example')
  const before = await seenByPages(token)
  await shift(token, 'last_seen_at', '5 hours')
  expect((await seenByNextAuth(token))?.expires).toBe(before?.expiresAt.toISOString())
  await shift(token, 'last_seen_at', '5 hours')
  expect(await seenByPages(token)).toMatchObject({ expiresAt: before?.expiresAt })
})

test('a session that the person ended, or whose person was disabled, is over in both', async () => {
  const [ended, kept, disabled] = [
    await begin('owner@maple.example'),
    await begin('owner@maple.example'),
    await begin('lena@maple.example'),
  ]
  const actor = await seenByPages(kept)
  if (!actor) throw new Error('not signed in')
  await ground.behind(northwind, tx => endSessions(tx, actor, 'others'))
  await ground.database.pool.query(`update person set disabled_at = now() where email = 'lena@maple.example'`)
  expect(await seenByNextAuth(ended)).toBeNull()
  expect(await seenByNextAuth(disabled)).toBeNull()
  expect(await seenByNextAuth(kept)).not.toBeNull()
})

test('an update that a client sends changes nothing', async () => {
  const token = await begin('owner@maple.example')
  const before = await ground.database.pool.query('select * from person order by id')
  const session = await seenByPages(token)
  const { csrfToken, cookies } = await csrf()
  const data = { user: { name: 'Somebody else', email: 'platform@northwind.example' }, expires: '2099-01-01' }
  const answer = await ask('session', {
    cookies: { ...cookies, [cookie]: token },
    json: { csrfToken, data },
  })
  expect(await answer.json()).toEqual(await seenByNextAuth(token))
  expect(await seenByPages(token)).toEqual(session)
  expect((await ground.database.pool.query('select * from person order by id')).rows).toEqual(before.rows)
})

test('signing out ends the row, and leads back to the brand’s own host', async () => {
  const token = await begin('owner@maple.example')
  const { csrfToken, cookies } = await csrf()
  const answer = await ask('signout', { cookies: { ...cookies, [cookie]: token }, form: { csrfToken } })
  expect(answer.headers.get('location')).toBe('http://northwind.localhost')
  expect(await seenByPages(token)).toBeNull()
})

test('signing out without next-auth’s own token does nothing', async () => {
  const token = await begin('owner@maple.example')
  await ask('signout', { cookies: { [cookie]: token }, form: { csrfToken: 'x' } })
  expect(await seenByPages(token)).not.toBeNull()
})

test('signing out leads nowhere else, whatever was asked', async () => {
  const { csrfToken, cookies } = await csrf()
  for (const callbackUrl of ['https://evil.example/', '//evil.example', 'https://southern.localhost/']) {
    const answer = await ask('signout', { cookies, form: { csrfToken, callbackUrl } })
    expect(new URL(answer.headers.get('location') ?? '', 'http://northwind.localhost').hostname).toBe(
      'northwind.localhost',
    )
  }
})

test.each(['signin', 'signin/email', 'callback/email', 'callback/credentials', 'providers', 'error', 'x'])(
  'nothing answers at %s',
  async path => {
    expect((await ask(path)).status).toBe(404)
    expect((await ask(path, { form: { csrfToken: 'x' } })).status).toBe(404)
  },
)

test('a request that came round the proxy is refused', async () => {
  const request = new NextRequest('http://northwind.localhost/api/auth/session')
  await expect(answerAuth(request)).rejects.toThrow('without a branding domain')
})

test('a session that next-auth begins has our limits, whatever it asks for', async () => {
  const adapter = sessionAdapter(northwind, from)
  const asked = { sessionToken: 't'.repeat(43), userId: ground.personId('tech@brightline.example') }
  const made = await adapter.createSession?.({ ...asked, expires: new Date('2099-01-01') })
  expect(made?.expires.getTime()).toBeLessThan(Date.now() + 24 * 3_600_000 + 60_000)
  const updated = await adapter.updateSession?.({ ...asked, expires: new Date('2099-01-01') })
  expect(updated).toBeNull()
  expect((await seenByPages(asked.sessionToken))?.expiresAt).toEqual(made?.expires)
})
