import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authorityOf, givenTogether, type LiveGrant, type LiveStanding } from './authority.ts'
import { capabilities, isFinancial } from './capabilities.ts'
import { type Role, roles } from './roles.ts'
import { scopeFrom } from './scopes.ts'
import { heldBy, money, type OracleWorld } from './testing-oracle.ts'
import { worlds } from './testing-worlds.ts'
import { whoMay } from './who-may.ts'

// Laws of what roles add up to and of accounts that hang under others, over whatever trees chance makes.

const seed = 20_261_130
const runs = 3000

/** What the access check reads of a world for one person and one account. */
function standingIn(world: OracleWorld, person: number, account: number): LiveStanding {
  const parent = world.accounts[account]?.parent ?? null
  const on = (at: number | null) => world.places.filter(one => one.person === person && one.account === at)
  const firms = world.staff.filter(one => one.person === person).map(({ firm }) => firm)
  const coming = world.grants.filter(
    one =>
      firms.includes(one.firm) &&
      (one.account === account ||
        (one.account === parent &&
          one.reaches &&
          !world.exclusions.some(out => out.account === account && out.firm === one.firm))),
  )
  const role = world.platform.find(one => one.person === person)?.role
  return {
    isClientAccount: parent !== null,
    parentIsClient: parent !== null && world.accounts[parent]?.parent !== null,
    products: world.accounts[account]?.branding ? ['cloud-pbx', 'branding'] : ['cloud-pbx'],
    memberships: on(account),
    parentMemberships: parent === null ? [] : on(parent),
    grants: coming.map(
      (one, i): LiveGrant => ({
        grantId: String(i),
        partnerId: String(one.firm),
        partnerName: String(one.firm),
        scope: scopeFrom(one.scope, []),
        assignedScope: null,
        endsAt: null,
        viaParent: one.account !== account,
        usedLately: true,
      }),
    ),
    platform: role === 'administrator' || role === 'support' ? role : null,
    visitUntil: null,
  }
}

const held = (world: OracleWorld, person: number, account: number) =>
  [...(authorityOf(standingIn(world, person, account))?.capabilities ?? [])].sort()

function everyPair({ accounts, ...world }: OracleWorld) {
  const people = [...new Set([...world.places, ...world.staff, ...world.platform].map(one => one.person))]
  return people.flatMap(person => accounts.map((_, account) => ({ person, account })))
}

test('over random trees everybody holds on every account what was written down by hand', () => {
  let [tries, open] = [0, 0]
  fc.assert(
    fc.property(worlds, world => {
      for (const { person, account } of everyPair(world)) {
        const expected = heldBy(world, person, account)
        expect(held(world, person, account)).toEqual(expected)
        tries += 1
        if (expected.length > 0) open += 1
      }
    }),
    { seed, numRuns: runs },
  )
  console.log(
    `rights over random trees: ${tries} pairs of person and account, ${open} of them open, 0 failures`,
  )
  expect(open).toBeGreaterThan(runs)
})

test('on a client account money is the parent’s and the provider’s alone', () => {
  let [tries, spent] = [0, 0]
  fc.assert(
    fc.property(worlds, world => {
      for (const { person, account } of everyPair(world)) {
        const parent = world.accounts[account]?.parent ?? null
        if (parent === null) continue
        tries += 1
        if (!held(world, person, account).some(one => money.includes(one))) continue
        spent += 1
        const fromParent =
          world.accounts[parent]?.parent === null &&
          world.places.some(
            one =>
              one.person === person &&
              one.account === parent &&
              one.kind === 'administrator' &&
              one.roles.includes('subscription-contributor'),
          )
        const ofProvider = world.platform.some(one => one.person === person && one.role === 'administrator')
        expect(fromParent || ofProvider).toBe(true)
      }
    }),
    { seed, numRuns: runs },
  )
  console.log(
    `money on client accounts: ${tries} pairs, ${spent} may spend, all by parent or provider, 0 failures`,
  )
  expect(spent).toBeGreaterThan(50)
})

test('what somebody holds on a client account changes nothing on its parent or beside it', () => {
  let tries = 0
  fc.assert(
    fc.property(worlds, world => {
      for (const [child, { parent }] of world.accounts.entries()) {
        if (parent === null) continue
        const without = {
          ...world,
          places: world.places.filter(one => one.account !== child),
          grants: world.grants.filter(one => one.account !== child),
        }
        for (const { person, account } of everyPair(world)) {
          const isBelow = account === child || world.accounts[account]?.parent === child
          if (isBelow) continue
          tries += 1
          expect(held(without, person, account)).toEqual(held(world, person, account))
        }
      }
    }),
    { seed, numRuns: 600 },
  )
  console.log(`upward and sideways: ${tries} pairs, 0 failures`)
  expect(tries).toBeGreaterThan(1000)
})

const someRoles = fc.subarray([...roles] as Role[])

test.each([false, true])(
  'roles add up, whatever their order and however often, client account: %s',
  client => {
    fc.assert(
      fc.property(someRoles, fc.array(fc.nat()), (some, order) => {
        const union = new Set(some.flatMap(role => [...givenTogether([role], client)]))
        expect([...givenTogether(some, client)].sort()).toEqual([...union].sort())
        const shuffled = [...some, ...some].map((role, i) => [order[i] ?? 0, role] as const)
        const mixed = shuffled.sort(([a], [b]) => a - b).map(([, role]) => role)
        expect([...givenTogether(mixed, client)].sort()).toEqual([...union].sort())
      }),
      { seed, numRuns: 1000 },
    )
  },
)

test('who loses a role gains nothing by it, on any account', () => {
  let tries = 0
  fc.assert(
    fc.property(worlds, fc.nat(), (world, n) => {
      const gone = n % Math.max(1, world.places.length)
      const places = world.places.map((place, i) =>
        i === gone ? { ...place, roles: place.roles.slice(1) } : place,
      )
      for (const { person, account } of everyPair(world)) {
        const before = held(world, person, account)
        expect(before).toEqual(expect.arrayContaining(held({ ...world, places }, person, account)))
        tries += 1
      }
    }),
    { seed, numRuns: 1000 },
  )
  console.log(`roles taken away: ${tries} pairs, 0 failures`)
})

test('the table of who may do what says of every kind of person what was written down by hand', () => {
  const world = (more: Partial<OracleWorld>): OracleWorld => ({
    accounts: [
      { parent: null, branding: true },
      { parent: 0, branding: true },
    ],
    places: [],
    grants: [],
    staff: [],
    exclusions: [],
    platform: [],
    ...more,
  })
  let tries = 0
  for (const { key, elsewhere, onClient } of whoMay) {
    const [noun = '', name = ''] = key.split(':')
    // A page that is picked alone is told by its scope's own tests.
    if (noun === 'page') continue
    for (const account of [0, 1]) {
      const there = { person: 0, account, roles: [], modules: [] }
      const expected =
        noun === 'role'
          ? world({ places: [{ ...there, kind: 'administrator', roles: [name] }] })
          : noun === 'module'
            ? world({ places: [{ ...there, kind: 'portal-user', modules: [name] }] })
            : noun === 'parent'
              ? world({ places: [{ ...there, account: 0, kind: 'administrator', roles: [name] }] })
              : noun === 'scope'
                ? world({
                    grants: [{ account, firm: 0, scope: name, reaches: false }],
                    staff: [{ person: 0, firm: 0 }],
                  })
                : noun === 'platform'
                  ? world({ platform: [{ person: 0, role: name }] })
                  : world({ places: [{ ...there, kind: noun as 'account-manager' }] })
      const told = account === 0 ? elsewhere : onClient
      if (noun === 'parent' && account === 0) expect(told.size, key).toBe(0)
      else expect([...told].sort(), key).toEqual(heldBy(expected, 0, account))
      tries += 1
    }
  }
  expect(capabilities.filter(isFinancial).sort()).toEqual([...money].sort())
  expect(tries).toBeGreaterThan(40)
})
