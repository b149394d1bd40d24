import fc from 'fast-check'
import { modules, roles } from './roles.ts'
import type { OracleWorld } from './testing-oracle.ts'

// Random trees of accounts with people, firms and the provider's staff on them, for the tests of who may do what.

const scopes = ['full', 'services', 'people', 'read-only'] as const
/** Persons 0 to 3 are customers, 4 and 5 work for a firm, 6 and 7 for the provider. */
const customers = 4

const place = fc.record({
  person: fc.nat({ max: customers - 1 }),
  account: fc.nat(),
  kind: fc.constantFrom('administrator' as const, 'administrator' as const, 'portal-user' as const),
  roles: fc.subarray([...roles] as string[], { maxLength: 4 }),
  modules: fc.subarray([...modules] as string[], { maxLength: 2 }),
})

const drawn = fc.record({
  /** Account i > 0 hangs under one of a smaller number, or under none. */
  parents: fc.array(fc.option(fc.nat(), { nil: null, freq: 4 }), { minLength: 1, maxLength: 6 }),
  /** Which of the accounts have bought Branding, bit by bit. */
  branding: fc.nat({ max: 63 }),
  places: fc.array(place, { maxLength: 8 }),
  grants: fc.array(
    fc.record({
      account: fc.nat(),
      firm: fc.nat({ max: 1 }),
      scope: fc.constantFrom(...scopes),
      reaches: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  exclusions: fc.array(fc.record({ account: fc.nat(), firm: fc.nat({ max: 1 }) }), { maxLength: 3 }),
  managers: fc.array(fc.record({ person: fc.nat({ max: customers - 1 }), account: fc.nat() }), {
    maxLength: 1,
  }),
  /** An administrator of a firm is a customer's administrator, too. */
  both: fc.boolean(),
  platform: fc.boolean(),
})

export const worlds: fc.Arbitrary<OracleWorld> = drawn.map(one => {
  const count = one.parents.length
  const at = <T extends { readonly account: number }>(row: T) => ({ ...row, account: row.account % count })
  const places = one.places.map(at)
  // One place of a kind on an account.
  const unique = places.filter(
    (p, i) =>
      places.findIndex(q => q.person === p.person && q.account === p.account && q.kind === p.kind) === i,
  )
  return {
    accounts: one.parents.map((parent, i) => ({
      parent: parent === null || i === 0 ? null : parent % i,
      branding: ((one.branding >> i) & 1) === 1,
    })),
    places: [
      ...unique,
      ...one.managers
        .map(at)
        .map(row => ({ ...row, kind: 'account-manager' as const, roles: [], modules: [] })),
    ],
    grants: one.grants.map(at),
    staff: [{ person: 4, firm: 0 }, { person: 5, firm: 1 }, ...(one.both ? [{ person: 0, firm: 0 }] : [])],
    exclusions: one.exclusions.map(at),
    platform: one.platform ? [{ person: 6, role: 'administrator' }] : [],
  }
})
