import { get, type Hand, handOf, inAnyOrder, nobody } from './fixtures/by-hand.ts'
import {
  type Address,
  dealtWith,
  hasDealt,
  managers,
  ofAccounts,
  ofDesks,
  ofDomains,
  ofFirms,
  ofPartners,
  ofPortalUsers,
  ofRelationships,
  ofTerms,
  ofThings,
  owners,
  providerOf,
  roundOf,
  services,
  type Things,
} from './fixtures/guarded/addresses.ts'
import { customerPages } from './fixtures/guarded/customer-pages.ts'
import { modulePages } from './fixtures/guarded/module-pages.ts'
import { prepared } from './fixtures/guarded/prepared.ts'
import { routesThere } from './fixtures/routes.ts'
import {
  accountSlugs,
  administratorsOf,
  everybody,
  of,
  othersOf,
  partnerSlugs,
  platformOf,
  staffOf,
} from './fixtures/standing.ts'
import { expect, test } from './fixtures/test.ts'

/** Every address of the portal. `open` ones look the same to everybody, signed in or not. */
const table: Readonly<Record<string, ((things: Things) => readonly Address[]) | 'open' | 'machine'>> = {
  '/': () => [{ path: '/', may: everybody, status: 303 }],
  '/accounts/[account]': () =>
    accountSlugs.map(slug => ({
      path: `/accounts/${slug}`,
      may: [...services(slug), ...of(othersOf, slug)],
    })),
  '/accounts/[account]/settings/authorisation': () => ofAccounts('authorisation', managers),
  '/accounts/[account]/settings/authorisation/requests/[request]': things =>
    ofThings(things.requests, id => `authorisation/requests/${id}`, managers),
  '/accounts/[account]/settings/authorisation/grants/[grant]': things =>
    ofThings(things.grants, id => `authorisation/grants/${id}`, managers),
  '/accounts/[account]/settings/authorisation/grants/[grant]/extend': things => ofTerms(things, 'extend'),
  '/accounts/[account]/settings/authorisation/grants/[grant]/shorten': things => ofTerms(things, 'shorten'),
  '/accounts/[account]/settings/authorisation/grants/[grant]/trim': things => ofTerms(things, 'trim'),
  '/accounts/[account]/settings/authorisation/revoke-all': () =>
    ofAccounts('authorisation/revoke-all', owners),
  '/accounts/[account]/settings/authorisation/invitations/new': () =>
    ofAccounts('authorisation/invitations/new', owners),
  '/accounts/[account]/settings/authorisation/invitations/[invitation]': things =>
    ofThings(things.invitations, id => `authorisation/invitations/${id}`, managers),
  // Of firms with which an account has nothing to do it learns nothing by trying their names.
  '/accounts/[account]/settings/authorisation/firms/[firm]/block': things =>
    accountSlugs.flatMap(slug =>
      partnerSlugs.map(firm => ({
        path: `/accounts/${slug}/settings/authorisation/firms/${firm}/block`,
        may: hasDealt(things, slug, firm) ? owners(slug) : [],
      })),
    ),
  '/accounts/[account]/settings/authorisation/via-parent/[partner]': () => {
    const page = 'authorisation/via-parent/brightline-it'
    return ofAccounts(page, slug => (slug === 'maple-depot-west' ? managers(slug) : []))
  },
  '/accounts/[account]/settings/user-access': () => ofAccounts('user-access', managers),
  '/accounts/[account]/settings/user-access/new': () => ofAccounts('user-access/new', managers),
  '/accounts/[account]/settings/user-access/[member]': things =>
    ofThings(things.managers, id => `user-access/${id}`, managers),
  '/accounts/[account]/settings/administrators': () => ofAccounts('administrators', managers),
  '/accounts/[account]/settings/administrators/new': () => ofAccounts('administrators/new', managers),
  '/accounts/[account]/settings/administrators/[member]': things =>
    ofThings(things.viewers, id => `administrators/${id}`, managers),
  '/accounts/[account]/settings/administrators/invitations/[invitation]': things =>
    ofThings(things.links, id => `administrators/invitations/${id}`, managers),
  '/accounts/[account]/settings/portal-users': () => ofAccounts('portal-users', ofPortalUsers),
  '/accounts/[account]/settings/portal-users/new': () => ofAccounts('portal-users/new', ofPortalUsers),
  '/accounts/[account]/settings/portal-users/several': () =>
    ofAccounts('portal-users/several', ofPortalUsers),
  '/accounts/[account]/settings/portal-users/[member]': things =>
    ofThings(things.portalUsers, id => `portal-users/${id}`, ofPortalUsers),
  '/accounts/[account]/settings/general': () => ofAccounts('general', services),
  '/accounts/[account]/settings/general/edit': () => ofAccounts('general/edit', managers),
  '/accounts/[account]/settings/services': () => ofAccounts('services', services),
  '/accounts/[account]/settings/services/[service]': things =>
    ofThings(things.services, id => `services/${id}`, services),
  '/accounts/[account]/settings/services/users/new': () =>
    // Érable Santé has no product that has users.
    ofAccounts('services/users/new', slug => (slug === 'erable-sante' ? [] : managers(slug))),
  '/accounts/[account]/settings/services/users/[user]': things =>
    ofThings(things.users, id => `services/users/${id}`, managers),
  '/accounts/[account]/settings/activity': () => ofAccounts('activity', managers),
  '/accounts/[account]/settings/activity/export': () => ofAccounts('activity/export', managers),
  '/partner/[partner]/customers': () => ofPartners('customers'),
  '/partner/[partner]/customers/[account]': () =>
    partnerSlugs.flatMap(firm =>
      accountSlugs.map(slug => ({
        path: `/partner/${firm}/customers/${slug}`,
        may: dealtWith(firm).includes(slug) ? of(staffOf, firm) : [],
      })),
    ),
  '/partner/[partner]/requests': () => ofPartners('requests'),
  '/partner/[partner]/requests/new': () => ofPartners('requests/new'),
  '/partner/[partner]/requests/[request]': things => ofFirms(things.requests, 'requests'),
  '/partner/[partner]/extensions': () => ofPartners('extensions'),
  '/partner/[partner]/extensions/[round]': things => things.rounds.flatMap(roundOf),
  '/partner/[partner]/templates': () => ofPartners('templates'),
  '/partner/[partner]/templates/new': () => ofPartners('templates/new', administratorsOf),
  '/partner/[partner]/templates/[template]': things =>
    ofFirms(things.templates, 'templates', '', administratorsOf),
  '/partner/[partner]/grants/[grant]': things => ofFirms(things.grants, 'grants'),
  '/partner/[partner]/invitations': () => ofPartners('invitations'),
  '/partner/[partner]/invitations/[invitation]': things => ofFirms(things.invitations, 'invitations'),
  '/partner/[partner]/staff': () => ofPartners('staff'),
  '/partner/[partner]/staff/new': () => ofPartners('staff/new', administratorsOf),
  '/partner/[partner]/staff/[staff]': things => ofFirms(things.staff, 'staff'),
  '/partner/[partner]/profile': () => ofPartners('profile'),
  '/partner/[partner]/grants/[grant]/extend': things => ofFirms(things.grants, 'grants', '/extend'),
  '/partner/[partner]/grants/[grant]/assign': things =>
    ofFirms(things.grants, 'grants', '/assign', administratorsOf),
  '/partner/[partner]/staff/[staff]/assign': things =>
    ofFirms(things.staff, 'staff', '/assign', administratorsOf),
  '/partner/[partner]/activity': () => ofPartners('activity'),
  ...customerPages,
  ...modulePages,
  '/provider/relationships': () => [
    { path: '/provider/relationships', may: [...platformOf.northwind, ...platformOf.southern] },
  ],
  '/provider/relationships/[relationship]': things => ofRelationships(things, ''),
  '/provider/relationships/[relationship]/end': things => ofRelationships(things, '/end'),
  '/provider/relationships/asks': () => ofDesks('relationships/asks'),
  '/provider/relationships/asks/[ask]': ({ ask }) => [
    { path: `/provider/relationships/asks/${ask}`, may: platformOf.northwind },
  ],
  '/provider/domains': () => ofDesks('domains'),
  '/provider/domains/new': () => ofDesks('domains/new'),
  '/provider/domains/[domain]': things => ofDomains(things, ''),
  '/provider/domains/[domain]/edit': things => ofDomains(things, '/edit'),
  '/provider/domains/[domain]/colours': things => ofDomains(things, '/colours'),
  '/provider/domains/[domain]/pictures': things => ofDomains(things, '/pictures'),
  '/provider/domains/[domain]/pictures/[picture]': things => ofDomains(things, '/pictures/logo'),
  '/provider/domains/[domain]/setup': things => ofDomains(things, '/setup'),
  '/provider/domains/[domain]/retire': things => ofDomains(things, '/retire'),
  '/provider/people': () => ofDesks('people'),
  '/provider/people/new': () => ofDesks('people/new'),
  '/provider/people/[user]': ({ platformUsers }) =>
    platformUsers.map(({ id, provider }) => ({ path: `/provider/people/${id}`, may: platformOf[provider] })),
  '/provider/delivery': () => ofDesks('delivery'),
  '/provider/delivery/[letter]': ({ letters }) =>
    letters.map(({ id, provider }) => ({ path: `/provider/delivery/${id}`, may: platformOf[provider] })),
  '/provider/limits': () => ofDesks('limits'),
  '/provider/sign-in': () => ofDesks('sign-in'),
  '/provider/sign-in/off': () => ofDesks('sign-in/off'),
  '/provider/activity': () => ofDesks('activity'),
  '/provider/activity/export': () => ofDesks('activity/export'),
  // Whoever has no say on any account is told who has; another provider's people get the answer of a dead link.
  '/partners/[code]': () =>
    (['northwind', 'southern'] as const).map(provider => ({
      path: `/partners/${provider === 'northwind' ? 'share-cedar' : 'share-outback'}`,
      may: everybody.filter(email => providerOf(email) === provider),
    })),
  '/choose': () => [{ path: '/choose?q=x', may: everybody }],
  '/profile': () => [{ path: '/profile', may: everybody }],
  '/profile/microsoft': () => [{ path: '/profile/microsoft', may: everybody }],
  '/confirm': () => [{ path: '/confirm', may: everybody }],
  // Leads on to a place that decides for itself; says nothing about whether it exists.
  '/choose/[kind]/[place]': 'open',
  '/activate': 'open',
  '/invitations': 'open',
  '/reset': 'open',
  '/reset/new': 'open',
  '/sign-in': 'open',
  '/sign-in/code': 'open',
  '/sign-in/elsewhere': 'open',
  '/sign-in/hand-over': 'open',
  '/sign-in/link': 'open',
  '/sign-in/microsoft': 'open',
  '/sign-in/microsoft/link': 'open',
  '/sign-in/microsoft/onward': 'open',
  '/brand/[picture]': 'open',
  '/brand/colours': 'open',
  // By the secret in its address, whoever asks.
  '/calendar/[file]': 'open',
  '/phonebooks/[file]': 'open',
  '/phonebooks/[file]/phonebook.xml': 'open',
  '/demo/empty': 'open',
  '/mailbox': 'open',
  '/mailbox/[id]': 'open',
  '/mailbox/[id]/html': 'open',
  '/api/auth/[...nextauth]': 'machine',
  '/api/cron/grants': 'machine',
  '/api/cron/mail': 'machine',
  '/api/health': 'machine',
  '/api/webhooks/carrier': 'machine',
  '/api/webhooks/resend': 'machine',
}

test('the table knows every address of the portal, and no other', () => {
  expect(Object.keys(table).sort()).toEqual([...routesThere()].sort())
})

test('every page, as every person and as nobody: seen by those who may, not there for all others', async ({
  portal,
  db,
}, info) => {
  info.setTimeout(600_000)
  const things = await prepared(db)
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
