import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  authorityOf,
  grantFor,
  grantsFor,
  type LiveGrant,
  type LiveMembership,
  type LiveStanding,
  may,
  nobody,
} from './authority.ts'
import { type Capability, capabilities, isFinancial } from './capabilities.ts'
import { products } from './products.ts'
import {
  capabilitiesOfModule,
  capabilitiesOfRole,
  isModule,
  isRole,
  modules,
  ownerCapabilities,
  roles,
} from './roles.ts'
import { capabilitiesOfScope, type Scope, scopeNames, scopePages } from './scopes.ts'

const seed = 20_261_122
const runs = 5000

const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom(...scopeNames.filter(name => name !== 'chosen')).map(name => ({ name, pages: [] })),
  fc.subarray([...scopePages]).map(pages => ({ name: 'chosen' as const, pages })),
)
const words = fc.constantFrom<string[]>(
  ...roles,
  ...modules,
  'admin,account-owner',
  '__proto__',
  'Account-Owner',
  '',
)
const memberships: fc.Arbitrary<LiveMembership> = fc.record({
  kind: fc.constantFrom('account-manager', 'end-user', 'administrator', 'portal-user'),
  roles: fc.array(words, { maxLength: 3 }),
  modules: fc.array(words, { maxLength: 3 }),
})
const grants: fc.Arbitrary<LiveGrant> = fc.record({
  grantId: fc.uuid(),
  partnerId: fc.uuid(),
  partnerName: fc.constantFrom('Brightline IT', 'Cedar Consulting'),
  scope: scopes,
  assignedScope: fc.option(scopes, { nil: null }),
  endsAt: fc.option(
    fc.integer({ min: 0, max: 1e6 }).map(ms => new Date(ms)),
    { nil: null },
  ),
  viaParent: fc.boolean(),
  usedLately: fc.boolean(),
})
const standings: fc.Arbitrary<LiveStanding> = fc.record({
  isClientAccount: fc.boolean(),
  parentIsClient: fc.boolean(),
  products: fc.subarray([...products]),
  memberships: fc.array(memberships, { maxLength: 2 }),
  parentMemberships: fc.array(memberships, { maxLength: 2 }),
  grants: fc.array(grants, { maxLength: 3 }),
  platform: fc.constantFrom(null, null, 'administrator', 'support'),
  visitUntil: fc.option(fc.date({ noInvalidDate: true }), { nil: null }),
})

const member = (more: Partial<LiveMembership>): LiveMembership => ({
  kind: 'administrator',
  roles: [],
  modules: [],
  ...more,
})
const held = (standing: Partial<LiveStanding>) =>
  [...(authorityOf({ ...nobody, ...standing })?.capabilities ?? [])].sort()

describe('what each role gives', () => {
  const owner = `account.read activity.read administrators.manage administrators.read branding.read clients.read
    general.read general.update managers.manage managers.read partners.decide partners.read people.read people.update portal-users.manage
    portal-users.read services.read services.update subscriptions.read`
  test.each([
    ['account-owner', owner],
    [
      'subscription-contributor',
      'account.read clients.create clients.read subscriptions.read subscriptions.update',
    ],
    ['subscription-owner', 'account.read billing.read trials.read'],
    ['subscription-viewer', 'account.read clients.read subscriptions.read'],
    ['service-contributor', 'account.read clients.read'],
    ['service-viewer', 'account.read people.read services.read'],
    ['brand-contributor', 'account.read branding.read branding.update'],
    ['sync-contributor', 'account.read sync.run'],
  ])('%s', (role, wanted) => {
    expect(held({ memberships: [member({ roles: [role] })] })).toEqual(wanted.split(/\s+/).sort())
  })

  test('an account manager holds what an owner does; an end user sees the account and no more', () => {
    expect(held({ memberships: [member({ kind: 'account-manager' })] })).toEqual(
      [...ownerCapabilities].sort(),
    )
    expect(held({ memberships: [member({ kind: 'end-user', roles: ['account-owner'] })] })).toEqual([
      'account.read',
    ])
  })

  test('roles count for administrators, modules for portal users, and nothing is read into odd words', () => {
    expect(
      held({ memberships: [member({ kind: 'portal-user', roles: ['account-owner'], modules: ['fax'] })] }),
    ).toEqual(['account.read', 'module.fax'])
    expect(
      held({
        memberships: [member({ roles: ['account-owner,sync-contributor', '__proto__', 'Account-Owner'] })],
      }),
    ).toEqual([])
    expect(['toString', '', 'constructor'].some(word => isRole(word) || isModule(word))).toBe(false)
  })

  test('every module gives itself', () => {
    for (const module of modules) expect(capabilitiesOfModule(module)).toContain(`module.${module}`)
    for (const role of roles) expect(capabilitiesOfRole(role)).toContain('account.read')
  })
})

describe('client accounts', () => {
  const contributor = member({ roles: ['account-owner', 'subscription-contributor'] })
  test('on one, its own people make no change that costs money, whatever their roles', () => {
    const all = member({ roles })
    const own = held({ isClientAccount: true, memberships: [all, member({ kind: 'account-manager' })] })
    expect(own.filter(isFinancial)).toEqual([])
    expect(own).toContain('subscriptions.read')
  })
  test('elsewhere the role gives it', () => {
    expect(held({ memberships: [contributor] }).filter(isFinancial)).toEqual([
      'clients.create',
      'subscriptions.update',
    ])
  })
  test('the parent’s Service Contributor acts as an owner there; its other people are nobody', () => {
    const parent = (one: LiveMembership) => held({ isClientAccount: true, parentMemberships: [one] })
    expect(parent(member({ roles: ['service-contributor'] }))).toEqual([...ownerCapabilities].sort())
    expect(parent(member({ roles: ['account-owner', 'subscription-owner', 'subscription-viewer'] }))).toEqual(
      [],
    )
    expect(parent(member({ kind: 'account-manager' }))).toEqual([])
    expect(parent(member({ kind: 'portal-user', roles: ['service-contributor'] }))).toEqual([])
  })
  test('the parent’s Subscription Contributor decides there on what costs money, and on nothing else', () => {
    const parentMemberships = [member({ roles: ['subscription-contributor'] })]
    const paid = [
      'account.read',
      'clients.create',
      'clients.read',
      'subscriptions.read',
      'subscriptions.update',
    ]
    expect(held({ isClientAccount: true, parentMemberships })).toEqual(paid)
    expect(authorityOf({ ...nobody, isClientAccount: true, parentMemberships })?.way).toBe('parent')
    const below = held({ isClientAccount: true, parentIsClient: true, parentMemberships })
    expect(below).toEqual(paid.filter(one => !['clients.create', 'subscriptions.update'].includes(one)))
    expect(held({ parentMemberships })).toEqual([])
  })
  test('being a parent’s Service Contributor gives nothing on the parent itself but its own role', () => {
    expect(held({ memberships: [member({ roles: ['service-contributor'] })] })).toEqual([
      'account.read',
      'clients.read',
    ])
  })
})

test(`a grant alone never decides, invites, or spends: ${runs} standings`, () => {
  const never: readonly Capability[] = [
    'partners.decide',
    'administrators.manage',
    'administrators.read',
    'managers.manage',
    'managers.read',
    'billing.read',
  ]
  fc.assert(
    fc.property(standings, standing => {
      const partner = authorityOf({ ...standing, memberships: [], parentMemberships: [], platform: null })
      if (!partner) return
      expect(partner.way).toBe('partner')
      const asked = capabilities.filter(capability => isFinancial(capability) || never.includes(capability))
      expect(asked.filter(capability => may(partner, capability))).toEqual([])
    }),
    { seed, numRuns: runs },
  )
})

test(`grants add up and none takes from another: ${runs} standings`, () => {
  fc.assert(
    fc.property(standings, standing => {
      const whole = new Set(authorityOf(standing)?.capabilities)
      const without = { ...standing, grants: standing.grants.slice(1) }
      expect([...(authorityOf(without)?.capabilities ?? [])].filter(one => !whole.has(one))).toEqual([])
      const parts = standing.grants.map(grant => ({
        ...standing,
        memberships: [],
        parentMemberships: [],
        grants: [grant],
      }))
      const own = { ...standing, grants: [] }
      const sum = new Set([own, ...parts].flatMap(part => [...(authorityOf(part)?.capabilities ?? [])]))
      expect(whole).toEqual(sum)
    }),
    { seed, numRuns: runs },
  )
})

test(`an assignment is never more than its grant, nor than itself: ${runs} grants`, () => {
  fc.assert(
    fc.property(grants, grant => {
      const given = authorityOf({ ...nobody, grants: [grant] })?.capabilities ?? new Set()
      const limits = [grant.scope, grant.assignedScope ?? grant.scope].map(capabilitiesOfScope)
      expect([...given].filter(one => !limits.every(limit => limit.has(one)))).toEqual([])
    }),
    { seed, numRuns: runs },
  )
})

test(`who holds nothing is nobody, and who acts for a firm is known to: ${runs} standings`, () => {
  fc.assert(
    fc.property(standings, standing => {
      const authority = authorityOf(standing)
      if (!authority) return
      expect(authority.capabilities.size).toBeGreaterThan(0)
      // Whatever only a grant gives is done in the firm's name, under the bar, and noted as its use.
      const own = authorityOf({ ...standing, grants: [] })?.capabilities ?? new Set()
      const throughGrant = [...authority.capabilities].filter(capability => !own.has(capability))
      expect([...authority.byGrant].sort()).toEqual(throughGrant.sort())
      expect(authority.way === 'partner').toBe(throughGrant.length > 0)
      expect(authority.grants.length > 0).toBe(throughGrant.length > 0)
      const ends = authority.grants.map(grant => grant.endsAt?.getTime() ?? Number.POSITIVE_INFINITY)
      expect(ends).toEqual([...ends].sort((a, b) => (a === b ? 0 : b - a)))
    }),
    { seed, numRuns: runs },
  )
})

test(`what a person has from the parent account alone is known to be that: ${runs} standings`, () => {
  fc.assert(
    fc.property(standings, standing => {
      const authority = authorityOf(standing)
      if (!authority) return
      const people = { ...standing, grants: [], platform: null }
      const without = authorityOf({ ...people, parentMemberships: [] })?.capabilities ?? new Set()
      const mine = authorityOf(people)?.capabilities ?? new Set()
      const fromParent = [...mine].filter(capability => !without.has(capability))
      expect([...authority.byParent].sort()).toEqual(fromParent.sort())
    }),
    { seed, numRuns: runs },
  )
})

describe('the provider’s staff', () => {
  test(`what a person has from the provider alone is known to be that: ${runs} standings`, () => {
    fc.assert(
      fc.property(standings, standing => {
        const authority = authorityOf(standing)
        if (!authority) return
        const people = authorityOf({ ...standing, grants: [], platform: null })?.capabilities ?? new Set()
        const staff = authorityOf({ ...standing, grants: [] })?.capabilities ?? new Set()
        expect([...authority.byProvider].sort()).toEqual([...staff].filter(one => !people.has(one)).sort())
      }),
      { seed, numRuns: runs },
    )
  })
  test.each(['administrator', 'support'] as const)(
    '%s never decides on partner access, nor reads messages',
    role => {
      const has = held({ platform: role })
      expect(has).not.toContain('partners.decide')
      expect(has.filter(capability => capability.startsWith('module.'))).toEqual([])
      expect(authorityOf({ ...nobody, platform: role })?.way).toBe('provider')
    },
  )
  test('support reads, and helps people in; money is the administrators’', () => {
    const writes = held({ platform: 'support' }).filter(capability => !capability.endsWith('.read'))
    expect(writes).toEqual(['managers.manage', 'people.update'])
    expect(held({ platform: 'administrator', isClientAccount: true })).toEqual(
      expect.arrayContaining(['subscriptions.update', 'clients.create']),
    )
  })
})

describe('whose grant gives what', () => {
  const by = (
    partnerId: string,
    name: 'services' | 'people' | 'read-only',
    endsAt: Date | null,
  ): LiveGrant => ({
    grantId: `${partnerId}-${name}`,
    partnerId,
    partnerName: partnerId,
    scope: { name, pages: [] },
    assignedScope: null,
    endsAt,
    viaParent: false,
    usedLately: false,
  })
  const soon = new Date(3_600_000)
  const later = new Date(7_200_000)

  test('somebody of two firms acts in the name of the one whose scope holds the right', () => {
    const authority = authorityOf({
      ...nobody,
      grants: [by('brightline', 'services', null), by('cedar', 'people', soon)],
    })
    if (!authority) throw new Error('nobody')
    expect(grantFor(authority, 'services.update')?.partnerId).toBe('brightline')
    expect(grantFor(authority, 'people.update')?.partnerId).toBe('cedar')
    expect(grantsFor(authority, 'account.read').map(grant => grant.partnerId)).toEqual([
      'brightline',
      'cedar',
    ])
    expect(grantFor(authority, 'activity.read')).toBeUndefined()
  })

  test('of one firm’s two grants the one that lasts longer counts, where both give it', () => {
    const grants = [by('brightline', 'services', soon), by('brightline', 'read-only', later)]
    const authority = authorityOf({ ...nobody, grants })
    if (!authority) throw new Error('nobody')
    expect(grantFor(authority, 'services.read')?.endsAt).toEqual(later)
    expect(grantFor(authority, 'services.update')?.endsAt).toEqual(soon)
  })

  test('what one holds oneself is no firm’s, and a grant that gives nothing more is none to act on', () => {
    const viewer = member({ roles: ['service-viewer'] })
    const grants = [by('cedar', 'services', null)]
    const authority = authorityOf({ ...nobody, memberships: [viewer], grants })
    if (!authority) throw new Error('nobody')
    expect(grantFor(authority, 'services.read')).toBeUndefined()
    expect(grantFor(authority, 'services.update')?.partnerId).toBe('cedar')
    const owner = member({ roles: ['account-owner'] })
    expect(authorityOf({ ...nobody, memberships: [owner], grants })?.grants).toEqual([])
  })

  test(`every right that only grants give has one, and no other right has: ${runs} standings`, () => {
    fc.assert(
      fc.property(standings, standing => {
        const authority = authorityOf(standing)
        if (!authority) return
        const given = capabilities.filter(capability => grantFor(authority, capability))
        expect(given).toEqual(capabilities.filter(capability => authority.byGrant.has(capability)))
      }),
      { seed, numRuns: runs },
    )
  })
})

describe('what comes with a product', () => {
  const branding = (standing: Partial<LiveStanding>, bought: readonly string[]) =>
    held({ ...standing, products: bought }).filter(one => one.startsWith('branding.'))
  const full = { name: 'full' as const, pages: [] }
  const grant: LiveGrant = {
    grantId: 'g',
    partnerId: 'p',
    partnerName: 'Firm',
    scope: full,
    assignedScope: null,
    endsAt: null,
    viaParent: false,
    usedLately: true,
  }

  test.each<[string, Partial<LiveStanding>]>([
    ['an owner', { memberships: [member({ roles: ['account-owner'] })] }],
    ['an account manager', { memberships: [member({ kind: 'account-manager' })] }],
    ['a Brand Contributor', { memberships: [member({ roles: ['brand-contributor'] })] }],
    [
      'a parent’s Service Contributor',
      { isClientAccount: true, parentMemberships: [member({ roles: ['service-contributor'] })] },
    ],
    ['a firm', { grants: [grant] }],
    ['the provider’s administrator', { platform: 'administrator' }],
    ['the provider’s support', { platform: 'support' }],
  ])('is nobody’s where it was not bought: %s', (_, standing) => {
    expect(branding(standing, ['cloud-pbx', 'branding'])).not.toEqual([])
    expect(branding(standing, ['cloud-pbx'])).toEqual([])
    expect(held({ ...standing, products: [] })).toContain('account.read')
  })
})
