import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capabilitiesOfScope, isWithin, type Scope, scopeNames, scopePages } from '#lib/access/scopes.ts'
import { type Grant, grantStates, isLive, nextDue, reminderTimes, stateAt } from './grant.ts'
import { choicesBelow, cutScope, endIn, endWith, extendTo, latestEnd, shortenTo, trimTo } from './terms.ts'

const seed = 20_261_126
const hour = 3_600_000
const now = new Date('2026-11-22T12:00:00.000Z')
const at = (hours: number) => new Date(now.getTime() + hours * hour)
const unlimited = { longestHours: null, zone: 'Australia/Sydney' }

const plain: Grant = {
  id: 'g',
  state: 'active',
  designation: 'customer',
  startsAt: at(-5),
  endsAt: at(5),
  suspendedBy: null,
}
const situations = {
  scheduled: { ...plain, state: 'scheduled', startsAt: at(2) },
  'scheduled, begun': { ...plain, state: 'scheduled' },
  active: plain,
  'active, ongoing': { ...plain, endsAt: null },
  'active, over': { ...plain, endsAt: now },
  suspended: { ...plain, state: 'suspended', suspendedBy: 'provider' },
  'suspended, over': { ...plain, state: 'suspended', suspendedBy: 'account', endsAt: at(-1) },
  'set by the provider': { ...plain, designation: 'provider' },
  expired: { ...plain, state: 'expired' },
  revoked: { ...plain, state: 'revoked' },
  relinquished: { ...plain, state: 'relinquished' },
  terminated: { ...plain, state: 'terminated' },
} as const satisfies Record<string, Grant>

const matrix = `
                    | to 29 h         | for good        | to 4 h           | to 1 h
scheduled           | later           | no end          | earlier          | ends-in-the-past
scheduled, begun    | later           | no end          | earlier          | earlier
active              | later           | no end          | earlier          | earlier
active, ongoing     | no-end          | no-end          | earlier          | earlier
active, over        | already-ended   | already-ended   | already-ended    | already-ended
suspended           | later           | no end          | earlier          | earlier
suspended, over     | already-ended   | already-ended   | already-ended    | already-ended
set by the provider | set-by-provider | set-by-provider | set-by-provider  | set-by-provider
expired             | already-ended   | already-ended   | already-ended    | already-ended
revoked             | already-ended   | already-ended   | already-ended    | already-ended
relinquished        | already-ended   | already-ended   | already-ended    | already-ended
terminated          | already-ended   | already-ended   | already-ended    | already-ended
`
const [, ...rows] = matrix
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))

test.each(rows)(
  '%s: extended %s, extended for good %s, shortened to 4 hours %s and to 1 hour %s',
  (situation, later, forGood, four, one) => {
    const grant = situations[situation as keyof typeof situations]
    const extended = (to: Date | null) => {
      const moved = extendTo(grant, to, now, unlimited)
      return moved.ok ? (moved.value ? 'later' : 'no end') : moved.refusal
    }
    const shortened = (to: Date) => {
      const moved = shortenTo(grant, to, now)
      return moved.ok ? 'earlier' : moved.refusal
    }
    expect([extended(at(29)), extended(null), shortened(at(4)), shortened(at(1))]).toEqual([
      later,
      forGood,
      four,
      one,
    ])
  },
)

test('the table names every situation', () => {
  expect(rows.map(([situation]) => situation)).toEqual(Object.keys(situations))
  const states = Object.values(situations).map(grant => grant.state)
  expect(new Set(states)).toEqual(new Set(grantStates))
})

describe('the boundary', () => {
  test('neither the present end nor an earlier one is later', () => {
    expect(extendTo(plain, at(5), now, unlimited)).toMatchObject({ refusal: 'not-later' })
    expect(extendTo(plain, at(4), now, unlimited)).toMatchObject({ refusal: 'not-later' })
  })
  test('neither the present end nor none is earlier', () => {
    expect(shortenTo(plain, at(5), now)).toMatchObject({ refusal: 'not-earlier' })
    expect(shortenTo(plain, null, now)).toMatchObject({ refusal: 'not-earlier' })
  })
  test('an end that is now is over', () => {
    expect(shortenTo(plain, now, now)).toMatchObject({ refusal: 'ends-in-the-past' })
    expect(shortenTo(plain, new Date(now.getTime() + 1), now).ok).toBe(true)
  })
})

describe('the provider’s longest grant', () => {
  test('counts from the decision, and from the start where that is to come', () => {
    expect(latestEnd(plain, now, { longestHours: 24 })).toEqual(at(24))
    expect(latestEnd(situations.scheduled, now, { longestHours: 24 })).toEqual(at(26))
    expect(latestEnd(plain, now, { longestHours: null })).toBeNull()
  })
  test.each([
    [at(24), true],
    [at(24.001), false],
    [null, false],
  ])('of 24 hours, to %s: %s', (to, allowed) => {
    expect(extendTo(plain, to, now, { longestHours: 24 }).ok).toBe(allowed)
  })
  test('"as far as allowed" is just allowed, and nothing where no end later than the present one is', () => {
    const rules = { ...unlimited, longestHours: 24 }
    expect(extendTo(plain, endWith({ kind: 'most' }, plain, now, rules), now, rules)).toEqual({
      ok: true,
      value: at(24),
    })
    const fresh = { ...plain, startsAt: now, endsAt: at(24) }
    expect(extendTo(fresh, endWith({ kind: 'most' }, fresh, now, rules), now, rules)).toMatchObject({
      refusal: 'not-later',
    })
  })
})

test('hours are added to the end there is; a day ends where the account is', () => {
  expect(endWith({ kind: 'hours', hours: 24 }, plain, now, unlimited)).toEqual(at(29))
  expect(endWith({ kind: 'until', date: '2026-11-24' }, plain, now, unlimited)).toEqual(
    new Date('2026-11-24T13:00:00Z'),
  )
  expect(endWith({ kind: 'ongoing' }, plain, now, unlimited)).toBeNull()
  expect(endIn({ kind: 'hours', hours: 1 }, plain, now, unlimited)).toEqual(at(1))
  expect(endIn({ kind: 'hours', hours: 1 }, situations.scheduled, now, unlimited)).toEqual(at(3))
})

const moments = fc.integer({ min: -2000, max: 2000 }).map(at)
const grants: fc.Arbitrary<Grant> = fc.record({
  id: fc.constant('g'),
  state: fc.constantFrom(...grantStates),
  designation: fc.constantFrom('customer' as const, 'provider' as const),
  startsAt: moments,
  endsAt: fc.option(moments, { nil: null }),
  suspendedBy: fc.constantFrom(null, 'account' as const, 'provider' as const),
})

test('nothing that is over comes back, whenever it is extended and to whenever: 20,000 tries', () => {
  fc.assert(
    fc.property(grants, fc.option(moments, { nil: null }), moments, (grant, to, when) => {
      const extended = extendTo(grant, to, when, unlimited)
      if (isLive(stateAt(grant, when))) return
      expect(extended.ok).toBe(false)
    }),
    { seed, numRuns: 20_000 },
  )
})

test('a moved end moves what is due: every reminder of the new end that is still to come, and the end: 2,000 grants', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (length, more) => {
      const grant: Grant = { ...plain, startsAt: at(-1), endsAt: at(length) }
      const extended = extendTo(grant, at(length + more), now, unlimited)
      if (!extended.ok) throw new Error(extended.refusal)
      const next = { ...grant, endsAt: extended.value }
      const met: Date[] = []
      for (let when = nextDue(next, now); when; when = nextDue(next, when)) met.push(when)
      const reminders = reminderTimes(next).map(reminder => reminder.at)
      expect(met).toEqual([...reminders.filter(reminder => reminder > now), next.endsAt])
    }),
    { seed, numRuns: 2000 },
  )
})

const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom(...scopeNames.filter(name => name !== 'chosen')).map(name => ({ name, pages: [] })),
  fc.subarray([...scopePages], { minLength: 1 }).map(pages => ({ name: 'chosen' as const, pages })),
)

describe('trimming', () => {
  test('only less, and never all of it: 5,000 pairs', () => {
    let [kept, refused] = [0, 0]
    fc.assert(
      fc.property(scopes, scopes, (held, wanted) => {
        const less = trimTo(plain, held, wanted, now)
        const [before, after] = [capabilitiesOfScope(held), capabilitiesOfScope(wanted)]
        const isLess = after.size < before.size && [...after].every(one => before.has(one))
        expect(less.ok).toBe(isLess)
        if (less.ok) kept++
        else refused++
      }),
      { seed, numRuns: 5000 },
    )
    expect(kept).toBeGreaterThan(500)
    expect(refused).toBeGreaterThan(500)
  })

  test('nothing chosen is nothing given', () => {
    expect(trimTo(plain, { name: 'full', pages: [] }, { name: 'chosen', pages: [] }, now)).toMatchObject({
      refusal: 'nothing-chosen',
    })
  })

  test('what is offered is less: 500 scopes', () => {
    fc.assert(
      fc.property(scopes, held => {
        const { names, pages } = choicesBelow(held)
        for (const name of names.filter(one => one !== 'chosen'))
          expect(trimTo(plain, held, { name, pages: [] }, now).ok).toBe(true)
        if (names.includes('chosen'))
          expect(pages.some(page => trimTo(plain, held, { name: 'chosen', pages: [page] }, now).ok)).toBe(
            true,
          )
      }),
      { seed, numRuns: 500 },
    )
  })

  test('an assignment is cut to what both allow, left where no scope names that, and over where it is nothing: 5,000 pairs', () => {
    const both = (one: Scope, other: Scope) =>
      [...capabilitiesOfScope(one)].filter(capability => capabilitiesOfScope(other).has(capability)).sort()
    let cut = 0
    let over = 0
    fc.assert(
      fc.property(scopes, scopes, (assigned, given) => {
        const left = cutScope(assigned, given)
        if (left === 'nothing') {
          over++
          expect(both(assigned, given).filter(one => one !== 'account.read')).toEqual([])
          return
        }
        if (left && left !== assigned) cut++
        expect(both(left ?? given, given)).toEqual(both(assigned, given))
        if (left === null) expect(isWithin(given, assigned)).toBe(true)
      }),
      { seed, numRuns: 5000 },
    )
    expect(cut).toBeGreaterThan(100)
    expect(over).toBeGreaterThan(100)
  })
})
