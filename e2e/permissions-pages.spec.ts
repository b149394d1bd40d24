import { get, type Hand, handOf, inAnyOrder, nobody } from './fixtures/by-hand.ts'
import type { Things } from './fixtures/guarded/addresses.ts'
import { accountIn, allowedOn, pageNeeds } from './fixtures/guarded/needs.ts'
import { pagesTable as table } from './fixtures/guarded/pages-table.ts'
import { prepared } from './fixtures/guarded/prepared.ts'
import { routesThere } from './fixtures/routes.ts'
import { everybody } from './fixtures/standing.ts'
import { expect, test } from './fixtures/test.ts'

/** A file that was sent is its sender's alone among those who may. */
const sendersAlone = /import\/\[upload\]$/

/** Whom the matrix lets see a page of an account is whom the one table of who may do what lets, where there is such a thing. */
function agreesWithTable(route: string, needs: (typeof pageNeeds)[string], things: Things): void {
  const rule = table[route]
  const addresses = typeof rule === 'function' ? rule(things) : []
  for (const { path, may } of addresses.filter(one => one.may.length > 0)) {
    const allowed = allowedOn(accountIn(path), needs)
    if (sendersAlone.test(route)) expect(allowed, path).toEqual(expect.arrayContaining([...may]))
    else expect([...may].sort(), path).toEqual([...allowed].sort())
  }
}

test('the table knows every address of the portal, and no other', () => {
  expect(Object.keys(table).sort()).toEqual([...routesThere()].sort())
})

test('every page, as every person and as nobody: seen by those who may, not there for all others', async ({
  portal,
  db,
}, info) => {
  info.setTimeout(900_000)
  const things = await prepared(db)
  for (const [route, needs] of Object.entries(pageNeeds)) agreesWithTable(route, needs, things)
  const hands = new Map<string, Hand>()
  for (const email of everybody) hands.set(email, await handOf(db, email))
  const before = await db.digest()
  const addresses = Object.values(table).flatMap(rule => (typeof rule === 'function' ? rule(things) : []))
  const wrong: string[] = []
  let tries = 0
  for (const { path, may, status = 200 } of addresses) {
    const unsigned = await get(portal, nobody, path)
    tries += 1
    if (
      unsigned.status !== (path === '/' ? status : 303) ||
      (path !== '/' && !unsigned.headers.location?.startsWith('/sign-in'))
    )
      wrong.push(`${path} answers nobody ${unsigned.status}`)
    const answers = await Promise.all(
      [...hands].map(async ([email, hand]) => ({ email, ...(await get(portal, hand, path)) })),
    )
    tries += answers.length
    for (const answer of answers) {
      const expected = may.includes(answer.email) ? status : 404
      if (answer.status !== expected)
        wrong.push(`${path} answers ${answer.email} ${answer.status}, not ${expected}`)
    }
  }
  console.log(
    `permission matrix, pages: ${addresses.length} addresses, ${tries} tries, ${wrong.length} failures`,
  )
  expect(wrong).toEqual([])
  expect(await db.digest(), 'looking changes nothing').toBe(before)
})

test('what is not there and what may not be seen read the same, byte for byte', async ({ portal, db }) => {
  const things = await prepared(db)
  const stranger = await handOf(db, 'admin@cedar.example')
  const same = (body: string) =>
    body
      .replace(/nonce="[^"]*"|nonce\\":\\"[^"\\]*/g, '')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '')
      .replace(/"[A-Za-z0-9+/=]{20,}"/g, '')
  const request = things.requests[0]?.id
  const pairs = [
    ['/accounts/harbour-dental', '/accounts/harbour-mental'],
    ['/accounts/harbour-dental/settings/general', '/accounts/harbour-mental/settings/general'],
    ['/partner/brightline-it/customers', '/partner/brightline-ot/customers'],
    [
      `/accounts/harbour-dental/settings/authorisation/requests/${request}`,
      `/accounts/harbour-mental/settings/authorisation/requests/${request}`,
    ],
  ]
  for (const [there = '', absent = ''] of pairs) {
    const [one, other] = [await get(portal, stranger, there), await get(portal, stranger, absent)]
    expect([one.status, other.status]).toEqual([404, 404])
    const text = (body: string) =>
      same(body)
        .replaceAll('harbour-dental', 'x')
        .replaceAll('harbour-mental', 'x')
        .replaceAll('brightline-it', 'y')
        .replaceAll('brightline-ot', 'y')
    expect(inAnyOrder(text(one.body))).toEqual(inAnyOrder(text(other.body)))
  }
})

test('ids that are none are not there, and never a fault', async ({ portal, db }) => {
  const owner = await handOf(db, 'owner@harbour-dental.example')
  const odd = [
    '00000000-0000-0000-0000-000000000000',
    'F47AC10B-58CC-4372-A567-0E02B2C3D479',
    '1',
    '-1',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    "'; drop table account; --",
    '%00',
    '%F0%9F%94%91',
    '%E2%80%AE',
    '%ff',
    '..%2f..',
    '{}',
    '[]',
    'a'.repeat(3000),
  ]
  const list = '/accounts/harbour-dental/settings'
  const places = [
    (id: string) => `/accounts/${id}`,
    (id: string) => `${list}/authorisation/requests/${id}`,
    (id: string) => `${list}/authorisation/grants/${id}`,
    (id: string) => `${list}/services/${id}`,
    (id: string) => `${list}/services/users/${id}`,
    (id: string) => `/mailbox/${id}`,
    (id: string) => `/provider/delivery/${id}`,
    (id: string) => `/provider/people/${id}`,
    (id: string) => `/provider/relationships/asks/${id}`,
  ]
  let tries = 0
  for (const place of places) {
    for (const id of odd) {
      const answer = await get(portal, owner, place(id.includes('%') ? id : encodeURIComponent(id)))
      tries += 1
      expect([400, 404], `${place(id)} answered ${answer.status}`).toContain(answer.status)
    }
  }
  for (const query of [
    'show=x&show=y',
    'after=%00',
    'after=x',
    'after[]=1',
    `q=${'x'.repeat(5000)}`,
    'before=999999999999999999',
    'kind=__proto__',
    'from=9999-99-99',
    'person=%25',
  ]) {
    for (const page of ['authorisation', 'services', 'activity', 'activity/export']) {
      const answer = await get(portal, owner, `${list}/${page}?${query}`)
      tries += 1
      expect([200, 400], `${page}?${query} answered ${answer.status}`).toContain(answer.status)
    }
  }
  console.log(`odd ids and queries: ${tries} tries, 0 failures`)
})
