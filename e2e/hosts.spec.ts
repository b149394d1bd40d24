import { formOn, get, handOf, has, nobody, send } from './fixtures/by-hand.ts'
import { raw, statusIn } from './fixtures/raw.ts'
import { type Brand, expect, test } from './fixtures/test.ts'

const brands = [
  ['northwind', 'Northwind Telecom', 'en-CA'],
  ['boreal', 'Boréal Voix', 'fr-CA'],
  ['southern', 'Southern Cross Voice', 'en-CA'],
] as const

for (const [brand, name, locale] of brands) {
  test(`${brand}.localhost is ${name}, in its own language and colours, and no other's`, async ({
    portal,
  }) => {
    const page = await portal.ask(brand, { path: '/sign-in' })
    expect(page.status).toBe(200)
    expect(page.body).toContain(name)
    expect(page.body).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
    for (const [other, otherName] of brands) if (other !== brand) expect(page.body).not.toContain(otherName)
  })
}

const strangers = (port: number) => [
  'unknown.localhost',
  `unknown.localhost:${port}`,
  `127.0.0.1:${port}`,
  `[::1]:${port}`,
  'northwind.localhost.',
  'northwind.localhost.evil.example',
  'evil.example',
  'xn--nrthwind-d4a.localhost',
  'northwind',
  '.localhost',
  'northwind.localhost:port',
  '%6eorthwind.localhost',
  '',
]

test('a host that is no branding domain gets a bare page: no brand, no cookie, no action', async ({
  portal,
}) => {
  let tries = 0
  for (const host of strangers(portal.port)) {
    for (const path of ['/', '/sign-in', '/accounts/harbour-dental', '/mailbox', '/nothing-here']) {
      for (const method of ['GET', 'POST']) {
        tries += 1
        const answer = await raw(portal.port, [
          `${method} ${path} HTTP/1.1`,
          `Host: ${host}`,
          'Content-Length: 0',
          'Connection: close',
        ])
        expect([400, 421], `${method} ${path} at "${host}"`).toContain(statusIn(answer))
        expect(answer.toLowerCase()).not.toContain('set-cookie')
        expect(answer).not.toContain('Northwind')
      }
    }
  }
  console.log(`unknown hosts: ${tries} tries, 0 failures`)
})

test('in the demo bare localhost lists the brands, and is nothing else', async ({ portal }) => {
  const at = (path: string) =>
    portal.ask('northwind', { path, headers: { host: `localhost:${portal.port}` } })
  const list = await at('/')
  expect(list.status).toBe(200)
  for (const [brand] of brands) expect(list.body).toContain(portal.url(brand, '/'))
  expect(list.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
  expect(list.body).toContain('lang="fr"')
  for (const path of ['/sign-in', '/mailbox', '/accounts/harbour-dental'])
    expect((await at(path)).status).toBe(421)
})

test('a host name has no case', async ({ portal }) => {
  const answer = await portal.ask('northwind', {
    path: '/sign-in',
    headers: { host: `NorthWind.LocalHost:${portal.port}` },
  })
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('Northwind Telecom')
  expect(answer.body).not.toContain('NorthWind.LocalHost')
})

const forgeries: readonly Record<string, string>[] = [
  { 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-host': 'southern.localhost' },
  { 'x-forwarded-host': 'southern.localhost', 'x-forwarded-proto': 'https', 'x-forwarded-port': '443' },
  { forwarded: 'host=southern.localhost;proto=https' },
  { 'x-host': 'southern.localhost', 'x-original-host': 'southern.localhost', 'x-rewrite-url': '/mailbox' },
  { 'x-latchkey-arrival': 'e30.AAAA' },
  {
    'x-latchkey-arrival': `${Buffer.from('{"brand":{"host":"southern.localhost"}}').toString('base64url')}.AAAA`,
  },
  { 'x-latchkey-path': '/accounts/southern-bakery' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-nonce': 'abc' },
]

test('nothing but the Host decides the brand, whatever else a request says about itself', async ({
  portal,
}) => {
  for (const headers of forgeries) {
    const page = await portal.ask('northwind', { path: '/sign-in', headers })
    expect(page.status, JSON.stringify(headers)).toBe(200)
    expect(page.body).toContain('Northwind Telecom')
    expect(page.body).not.toMatch(/evil\.example|Southern Cross/)
    expect(page.headers['content-security-policy']).not.toContain("'nonce-abc'")
    expect(Object.keys(page.headers).join()).not.toMatch(/latchkey-(arrival|peer)|x-nonce/)
  }
  for (const headers of forgeries) {
    const page = await portal.ask('northwind', {
      path: '/sign-in',
      headers: { host: 'unknown.localhost', ...headers },
    })
    expect(page.status, JSON.stringify(headers)).toBe(421)
  }
})

test('odd request lines and two Hosts change nothing', async ({ portal }) => {
  const host = `northwind.localhost:${portal.port}`
  const asked = [
    ['GET http://evil.example/sign-in HTTP/1.1', `Host: ${host}`],
    ['GET //evil.example/sign-in HTTP/1.1', `Host: ${host}`],
    ['GET /sign-in HTTP/1.1', `Host: ${host}`, 'Host: evil.example'],
    ['GET /sign-in HTTP/1.1', 'Host: evil.example', `Host: ${host}`],
    ['GET /sign-in HTTP/1.1', `Host: ${host}, evil.example`],
  ]
  for (const lines of asked) {
    const answer = await raw(portal.port, [...lines, 'Connection: close'])
    expect(statusIn(answer), lines.join(' | ')).toBeLessThan(500)
    expect(answer.toLowerCase(), lines.join(' | ')).not.toMatch(/(location: *|href="|url=)(https?:)?\/\/evil/)
  }
})

test('methods that no page has are refused, and no connection is upgraded', async ({ portal }) => {
  const host = `northwind.localhost:${portal.port}`
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    for (const path of ['/sign-in', '/accounts/harbour-dental', '/']) {
      const answer = await raw(portal.port, [
        `${method} ${path} HTTP/1.1`,
        `Host: ${host}`,
        'Connection: close',
      ])
      expect(statusIn(answer), `${method} ${path}`).toBe(405)
    }
  }
  const upgraded = await raw(portal.port, [
    'GET /sign-in HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ])
  expect(statusIn(upgraded)).not.toBe(101)
})

test('going round the proxy changes no answer', async ({ portal, db }) => {
  const stranger = await handOf(db, 'admin@cedar.example')
  const ways: readonly [string, Record<string, string>][] = [
    [
      '/accounts/harbour-dental',
      { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    ],
    ['/accounts/harbour-dental', { 'x-middleware-subrequest': 'src/middleware' }],
    ['/accounts/harbour-dental', { rsc: '1' }],
    ['/accounts/harbour-dental?_rsc=1abcd', { rsc: '1', 'next-router-prefetch': '1' }],
    ['/accounts/harbour-dental', { rsc: '1', 'next-router-segment-prefetch': '/_tree' }],
    ['/accounts/harbour-dental.rsc', {}],
    ['/accounts/harbour-dental.segments/_tree.segment.rsc', {}],
    ['/accounts/harbour-dental', { 'next-resume': '1' }],
    ['/accounts/%68arbour-dental', {}],
    ['/accounts/harbour-dental/', {}],
    ['/accounts//harbour-dental', {}],
    ['/accounts/harbour-dental%2fsettings%2fauthorisation', {}],
    ['/accounts/..%2faccounts/harbour-dental', {}],
    ['/_next/data/x/accounts/harbour-dental.json', {}],
  ]
  for (const hand of [nobody, stranger]) {
    for (const [path, headers] of ways) {
      const answer = await get(portal, hand, path, headers)
      expect(answer.status, path).toBeLessThan(500)
      expect(answer.body, path).not.toContain('Harbour Dental')
    }
  }
})

test('every page carries the headers that hold it together', async ({ portal, db }) => {
  const owner = await handOf(db, 'owner@harbour-dental.example')
  const nonces = new Set<string>()
  const pages: readonly [typeof owner, string, number][] = [
    [nobody, '/sign-in', 200],
    [owner, '/accounts/harbour-dental', 200],
    [owner, '/accounts/harbour-dental/settings/authorisation', 200],
    [owner, '/profile', 200],
    [owner, '/accounts/maple-logistics', 404],
  ]
  for (const [hand, path, status] of pages) {
    const { headers, ...answer } = await get(portal, hand, path)
    expect(answer.status, path).toBe(status)
    const policy = String(headers['content-security-policy'])
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce.length, path).toBeGreaterThan(20)
    nonces.add(nonce)
    expect(policy).not.toMatch(/unsafe-(inline|eval)/)
    for (const rule of [
      "default-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(rule)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    // What is not there is filled in on its way, so nothing may compress it before: see app/_server/not-there-page.ts.
    expect(headers['cache-control']).toMatch(/^private, no-store(?:, no-transform)?$/)
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
    for (const script of answer.body.match(/<script\b[^>]*>/g) ?? [])
      expect(script, path).toContain(`nonce="${nonce}"`)
    expect(answer.body, path).not.toMatch(/<[a-z][^>]*\s(style|on[a-z]+)=/i)
  }
  expect(nonces.size).toBe(pages.length)
})

test('a retired host leads to its successor and nowhere else', async ({ portal, db }) => {
  await db.rows(
    `update branding_domain set retired_at = now(),
        successor_id = (select id from branding_domain where host = 'northwind.localhost') where host = 'boreal.localhost'`,
  )
  const answer = await portal.ask('boreal', { path: '/accounts/erable-sante?show=ended' })
  expect(answer.status).toBe(308)
  expect(answer.headers.location).toBe(portal.url('northwind', '/accounts/erable-sante?show=ended'))
  await db.rows(`update branding_domain set successor_id = null where host = 'boreal.localhost'`)
  expect((await portal.ask('boreal', { path: '/' })).status).toBe(421)
})

test('a session is worth nothing on another host', async ({ portal, db }) => {
  const owner = await handOf(db, 'owner@harbour-dental.example')
  expect((await get(portal, owner, '/accounts/harbour-dental')).status).toBe(200)
  for (const brand of ['boreal', 'southern'] satisfies Brand[]) {
    const carried = await get(portal, { ...owner, brand }, '/accounts/harbour-dental')
    expect(carried.status).toBe(303)
    expect(carried.headers.location).toContain('/sign-in')
  }
})

test('after signing in nobody is sent to another site', async ({ portal }) => {
  const away = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%09/evil.example',
    '\t//evil.example',
    'javascript:alert(1)',
    '///evil.example/x',
  ]
  for (const next of away) {
    const path = `/sign-in?next=${encodeURIComponent(next)}`
    const form = await formOn(portal, nobody, path, one => has(one, 'next'))
    const values = { email: 'owner@harbour-dental.example', password: 'latchkey-demo', way: 'password' }
    for (const forged of [{}, { next }]) {
      const answer = await send(portal, nobody, path, form, { ...values, ...forged })
      expect(answer.status, next).toBe(303)
      const to = new URL(String(answer.headers.location), portal.url('northwind'))
      expect(to.origin, next).toBe(portal.url('northwind', ''))
    }
  }
})
