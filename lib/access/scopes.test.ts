import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Capability, capabilities, isFinancial } from './capabilities.ts'
import {
  capabilitiesOfScope,
  choicesWithin,
  isScopeName,
  isScopePage,
  isWithin,
  type Scope,
  scopeFrom,
  scopeNames,
  scopePages,
} from './scopes.ts'

const seed = 20_261_122

/** What each scope gives, spelled out: a change of it must be meant. */
const given: Record<string, string> = {
  full: `account.read activity.read branding.read branding.update clients.read general.read general.update
    module.admin module.call-log module.fax module.phonebook module.sms people.read people.update portal-users.manage
    portal-users.read services.read services.update subscriptions.read sync.run`,
  services: 'account.read general.read services.read services.update',
  people: 'account.read people.read people.update portal-users.manage portal-users.read',
  'read-only': 'account.read activity.read general.read people.read services.read',
  'chosen general': 'account.read general.read general.update',
  'chosen services': 'account.read services.read services.update',
  'chosen people': 'account.read people.read people.update',
  'chosen activity': 'account.read activity.read',
  'chosen fax': 'account.read module.fax',
  'chosen sms': 'account.read module.sms',
  'chosen call-log': 'account.read module.call-log',
  'chosen phonebook': 'account.read module.phonebook',
}

const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom(...scopeNames.filter(name => name !== 'chosen')).map(name => ({ name, pages: [] })),
  fc.subarray([...scopePages]).map(pages => ({ name: 'chosen' as const, pages })),
)

function scopeOf(name: string): Scope {
  const [first = '', page] = name.split(' ')
  return scopeFrom(first, page ? [page] : [])
}

describe('what a scope gives', () => {
  test.each(Object.entries(given))('%s', (name, wanted) => {
    expect([...capabilitiesOfScope(scopeOf(name))].sort()).toEqual(wanted.split(/\s+/).sort())
  })

  test('the list names every scope and every page', () => {
    const named = [
      ...scopeNames.filter(name => name !== 'chosen'),
      ...scopePages.map(page => `chosen ${page}`),
    ]
    expect(Object.keys(given)).toEqual(named)
  })

  const never: readonly Capability[] = [
    'partners.read',
    'partners.decide',
    'administrators.read',
    'administrators.manage',
    'managers.read',
    'managers.manage',
    'billing.read',
    'trials.read',
    ...capabilities.filter(isFinancial),
  ]
  test('the financial mark stands on what costs money', () => {
    expect(capabilities.filter(isFinancial)).toEqual([
      'subscriptions.update',
      'trials.start',
      'clients.create',
    ])
  })
  test('never money, contracts, administrators, or deciding on partner access: 2,000 scopes', () => {
    fc.assert(
      fc.property(scopes, scope => {
        const held = capabilitiesOfScope(scope)
        expect(never.filter(capability => held.has(capability))).toEqual([])
      }),
      { seed, numRuns: 2000 },
    )
  })

  test('a chosen scope is the union of its pages; without any it gives nothing: 2,000 choices', () => {
    fc.assert(
      fc.property(fc.subarray([...scopePages]), pages => {
        const union = pages.flatMap(page => [...capabilitiesOfScope({ name: 'chosen', pages: [page] })])
        expect(capabilitiesOfScope({ name: 'chosen', pages })).toEqual(new Set(union))
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('within is a partial order on what scopes give', () => {
  test('every scope is within itself', () => {
    fc.assert(
      fc.property(scopes, scope => {
        expect(isWithin(scope, scope)).toBe(true)
      }),
      { seed, numRuns: 1000 },
    )
  })

  test('within what is within is within: 10,000 triples', () => {
    fc.assert(
      fc.property(scopes, scopes, scopes, (a, b, c) => {
        if (isWithin(a, b) && isWithin(b, c)) expect(isWithin(a, c)).toBe(true)
      }),
      { seed, numRuns: 10_000 },
    )
  })

  test('two that are within each other give the same: 10,000 pairs', () => {
    fc.assert(
      fc.property(scopes, scopes, (a, b) => {
        if (isWithin(a, b) && isWithin(b, a)) expect(capabilitiesOfScope(a)).toEqual(capabilitiesOfScope(b))
      }),
      { seed, numRuns: 10_000 },
    )
  })

  test('within means that nothing is given that the other does not give: 10,000 pairs', () => {
    fc.assert(
      fc.property(scopes, scopes, (a, b) => {
        const more = [...capabilitiesOfScope(a)].filter(capability => !capabilitiesOfScope(b).has(capability))
        expect(isWithin(a, b)).toBe(more.length === 0)
      }),
      { seed, numRuns: 10_000 },
    )
  })

  test('fewer pages are less, and every scope is within full', () => {
    fc.assert(
      fc.property(scopes, fc.subarray([...scopePages]), (scope, pages) => {
        expect(isWithin(scope, { name: 'full', pages: [] })).toBe(true)
        const chosen: Scope = { name: 'chosen', pages }
        expect(isWithin({ name: 'chosen', pages: pages.slice(1) }, chosen)).toBe(true)
      }),
      { seed, numRuns: 1000 },
    )
  })
})

describe('what may be given of what was asked', () => {
  test.each<[string, string[], number]>([
    ['full', ['full', 'services', 'people', 'read-only', 'chosen'], scopePages.length],
    ['services', ['services', 'chosen'], 1],
    ['people', ['people', 'chosen'], 1],
    ['read-only', ['read-only', 'chosen'], 1],
    ['chosen fax', ['chosen'], 1],
    ['chosen', [], 0],
  ])('%s', (asked, names, pages) => {
    const choices = choicesWithin(scopeOf(asked))
    expect(choices.names).toEqual(names)
    expect(choices.pages).toHaveLength(pages)
  })

  test('every choice offered is within what was asked, and all pages together too: 2,000 scopes', () => {
    fc.assert(
      fc.property(scopes, asked => {
        const { names, pages } = choicesWithin(asked)
        for (const name of names)
          expect(isWithin({ name, pages: name === 'chosen' ? pages : [] }, asked)).toBe(true)
        expect(names.includes('chosen')).toBe(pages.length > 0)
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('reading what is stored', () => {
  test.each(['', 'Full', 'full ', 'owner', '__proto__', 'constructor', 'toString', 'chosen'])(
    'the name %j gives nothing by itself',
    name => {
      expect([...capabilitiesOfScope(scopeFrom(name, []))]).toEqual([])
      expect([...capabilitiesOfScope(scopeFrom(name, ['admin', '__proto__', 'partners', 'Fax']))]).toEqual([])
    },
  )
  test('pages are read only where they count', () => {
    expect(scopeFrom('services', ['fax'])).toEqual({ name: 'services', pages: [] })
    expect(scopeFrom('chosen', ['fax', 'nothing', 'sms'])).toEqual({ name: 'chosen', pages: ['fax', 'sms'] })
  })
  test('names and pages are told from other text', () => {
    expect(scopeNames.every(isScopeName) && scopePages.every(isScopePage)).toBe(true)
    expect(
      ['hasOwnProperty', 'FULL', ''].some(isScopeName) || ['length', 'admin', ''].some(isScopePage),
    ).toBe(false)
  })
})
