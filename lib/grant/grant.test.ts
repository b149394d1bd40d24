import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Side } from '#lib/actor.ts'
import {
  endReminders,
  type Grant,
  type GrantMove,
  grantStates,
  isLive,
  move,
  nextDue,
  reminderDue,
  reminderTimes,
  stateAt,
} from './grant.ts'

const seed = 20_261_122
const hour = 3_600_000
const now = new Date('2026-11-22T12:00:00.000Z')
const at = (hours: number) => new Date(now.getTime() + hours * hour)

const plain: Grant = {
  id: 'g',
  state: 'active',
  designation: 'customer',
  startsAt: at(-5),
  endsAt: at(5),
  suspendedBy: null,
}

/** Every state a row can be in, and those in which the clock has gone on without the row. */
const situations = {
  scheduled: { ...plain, state: 'scheduled', startsAt: at(1) },
  'scheduled, begun': { ...plain, state: 'scheduled' },
  'scheduled, over': { ...plain, state: 'scheduled', endsAt: at(-1) },
  active: plain,
  'active, ongoing': { ...plain, endsAt: null },
  'active, over': { ...plain, endsAt: at(-1) },
  'suspended by account': { ...plain, state: 'suspended', suspendedBy: 'account' },
  'suspended by provider': { ...plain, state: 'suspended', suspendedBy: 'provider' },
  'suspended before start': { ...plain, state: 'suspended', suspendedBy: 'account', startsAt: at(1) },
  'suspended, over': { ...plain, state: 'suspended', suspendedBy: 'account', endsAt: at(-1) },
  expired: { ...plain, state: 'expired', endsAt: at(-1) },
  revoked: { ...plain, state: 'revoked' },
  relinquished: { ...plain, state: 'relinquished' },
  terminated: { ...plain, state: 'terminated' },
} as const satisfies Record<string, Grant>

const moves = ['start', 'expire', 'revoke', 'relinquish', 'terminate', 'suspend', 'resume'] as const
const sides = ['account', 'partner', 'provider', 'portal'] as const

/** What the move leads to, or why it can't be made, for a grant that the account chose itself. */
const matrix = `
                       | start   | expire        | revoke        | relinquish    | terminate     | suspend           | resume                  | suspend           | resume
                       | portal  | portal        | account       | partner       | provider      | account           | account                 | provider          | provider
scheduled              | not-due | not-due       | revoked       | relinquished  | terminated    | suspended         | not-suspended           | suspended         | not-suspended
scheduled, begun       | active  | not-due       | revoked       | relinquished  | terminated    | suspended         | not-suspended           | suspended         | not-suspended
scheduled, over        | already-ended | expired | already-ended | already-ended | already-ended | already-ended     | already-ended           | already-ended     | already-ended
active                 | not-due | not-due       | revoked       | relinquished  | terminated    | suspended         | not-suspended           | suspended         | not-suspended
active, ongoing        | not-due | not-due       | revoked       | relinquished  | terminated    | suspended         | not-suspended           | suspended         | not-suspended
active, over           | already-ended | expired | already-ended | already-ended | already-ended | already-ended     | already-ended           | already-ended     | already-ended
suspended by account   | not-due | not-due       | revoked       | relinquished  | terminated    | already-suspended | active                  | already-suspended | suspended-by-other-side
suspended by provider  | not-due | not-due       | revoked       | relinquished  | terminated    | already-suspended | suspended-by-other-side | already-suspended | active
suspended before start | not-due | not-due       | revoked       | relinquished  | terminated    | already-suspended | scheduled               | already-suspended | suspended-by-other-side
suspended, over        | already-ended | expired | already-ended | already-ended | already-ended | already-ended     | already-ended           | already-ended     | already-ended
expired                | already-ended | already-ended | already-ended | already-ended | already-ended | already-ended | already-ended          | already-ended     | already-ended
revoked                | already-ended | already-ended | already-ended | already-ended | already-ended | already-ended | already-ended          | already-ended     | already-ended
relinquished           | already-ended | already-ended | already-ended | already-ended | already-ended | already-ended | already-ended          | already-ended     | already-ended
terminated             | already-ended | already-ended | already-ended | already-ended | already-ended | already-ended | already-ended          | already-ended     | already-ended
`

const lines = matrix
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
const [acts = [], actors = [], ...rows] = lines
const columns = acts.slice(-9).map((act, i) => [act as GrantMove, actors.slice(-9)[i] as Side] as const)
const cells = rows.flatMap(([situation = '', ...answers]) =>
  columns.map(
    ([act, side], i) => [situation as keyof typeof situations, act, side, answers[i] ?? ''] as const,
  ),
)

function answerOf(grant: Grant, act: GrantMove, side: Side): string {
  const moved = move(grant, act, side, now)
  return moved.ok ? moved.value.state : moved.refusal
}

describe('every state and every move', () => {
  test('the matrix names every situation once', () => {
    expect(rows.map(([situation]) => situation)).toEqual(Object.keys(situations))
    expect(new Set(Object.values(situations).map(grant => grant.state))).toEqual(new Set(grantStates))
    expect(cells).toHaveLength(14 * 9)
  })

  test.each(cells)('%s: %s by %s is %s', (situation, act, side, answer) => {
    expect(answerOf(situations[situation], act, side)).toBe(answer)
  })

  const allowed = new Set(columns.map(([act, side]) => `${act} ${side}`)).add('terminate portal')
  const strange = moves
    .flatMap(act => sides.map(side => [act, side] as const))
    .filter(pair => !allowed.has(pair.join(' ')))
  test.each(strange)('%s is never for the %s', (act, side) => {
    for (const grant of Object.values(situations)) expect(answerOf(grant, act, side)).toBe('not-allowed')
  })

  test.each(['revoke', 'suspend', 'resume'] as const)('what the provider set, the account can’t %s', act => {
    for (const grant of Object.values(situations)) {
      const set: Grant = { ...grant, designation: 'provider' }
      const over = answerOf(grant, act, 'account') === 'already-ended'
      expect(answerOf(set, act, 'account')).toBe(over ? 'already-ended' : 'set-by-provider')
    }
  })

  test('only a suspension says who suspended', () => {
    for (const [situation, act, side] of cells) {
      const moved = move(situations[situation], act, side, now)
      if (!moved.ok) continue
      expect(moved.value.suspendedBy).toBe(act === 'suspend' ? side : null)
    }
  })
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

test('ended states never reopen, whoever tries whenever: 20,000 tries', () => {
  const ended = grants.filter(grant => !isLive(grant.state))
  fc.assert(
    fc.property(
      ended,
      fc.constantFrom(...moves),
      fc.constantFrom(...sides),
      moments,
      (grant, act, side, when) => {
        expect(stateAt(grant, when)).toBe(grant.state)
        expect(move(grant, act, side, when).ok).toBe(false)
      },
    ),
    { seed, numRuns: 20_000 },
  )
})

test('after its end a grant opens nothing and can only expire: 20,000 tries', () => {
  fc.assert(
    fc.property(
      grants,
      fc.constantFrom(...moves),
      fc.constantFrom(...sides),
      moments,
      (grant, act, side, when) => {
        if (!grant.endsAt || grant.endsAt > when) return
        expect(isLive(stateAt(grant, when))).toBe(false)
        const moved = move(grant, act, side, when)
        if (moved.ok) expect(moved.value.state).toBe('expired')
      },
    ),
    { seed, numRuns: 20_000 },
  )
})

describe('the boundary', () => {
  const justBefore = new Date(now.getTime() - 1)
  test('the end is exclusive', () => {
    const grant = { ...plain, endsAt: now }
    expect([stateAt(grant, justBefore), stateAt(grant, now)]).toEqual(['active', 'expired'])
  })
  test('the start is inclusive', () => {
    const grant: Grant = { ...plain, state: 'scheduled', startsAt: now }
    expect([stateAt(grant, justBefore), stateAt(grant, now)]).toEqual(['scheduled', 'active'])
  })
})

describe('reminders', () => {
  test('the table', () => {
    expect(endReminders.map(({ name, before, over }) => [name, before, over])).toEqual([
      ['30d', 30 * 24, 60 * 24],
      ['7d', 7 * 24, 14 * 24],
      ['1d', 24, 2 * 24],
      ['2h', 2, 6],
    ])
  })

  test.each([
    [1, []],
    [6, []],
    [6.001, ['2h']],
    [24, ['2h']],
    [48, ['2h']],
    [48.001, ['1d', '2h']],
    [336, ['1d', '2h']],
    [336.001, ['7d', '1d', '2h']],
    [1440, ['7d', '1d', '2h']],
    [1440.001, ['30d', '7d', '1d', '2h']],
    [8760, ['30d', '7d', '1d', '2h']],
  ])('a grant of %s hours is announced %j before its end', (length, names) => {
    const times = reminderTimes({ startsAt: now, endsAt: at(length) })
    expect(times.map(reminder => reminder.name)).toEqual(names)
    for (const reminder of times) expect(reminder.at > now).toBe(true)
    expect([...times].sort((a, b) => a.at.getTime() - b.at.getTime())).toEqual(times)
  })

  test('ongoing access is never announced to end', () => {
    expect(reminderTimes({ startsAt: now, endsAt: null })).toEqual([])
    expect(reminderDue({ startsAt: now, endsAt: null }, at(10_000))).toBeNull()
    expect(nextDue({ ...plain, endsAt: null }, now)).toBeNull()
  })

  const long = { startsAt: at(-1500), endsAt: at(0) }
  test.each([
    [-720.001, null],
    [-720, '30d'],
    [-168.001, '30d'],
    [-168, '7d'],
    [-24.001, '7d'],
    [-24, '1d'],
    [-2.001, '1d'],
    [-2, '2h'],
    [-0.001, '2h'],
    [0, null],
    [1, null],
  ])('%s hours from the end of a long grant the latest that is due is %s', (hours, due) => {
    expect(reminderDue(long, at(hours))).toBe(due)
  })
})

describe('what is due next', () => {
  test.each<[string, Pick<Grant, 'state' | 'startsAt' | 'endsAt'>, Date | null]>([
    ['scheduled: its start', { state: 'scheduled', startsAt: at(1), endsAt: at(2) }, at(1)],
    ['scheduled and ongoing: its start', { state: 'scheduled', startsAt: at(1), endsAt: null }, at(1)],
    ['short: its end', { state: 'active', startsAt: at(-1), endsAt: at(5) }, at(5)],
    ['a day: two hours before', { state: 'active', startsAt: at(-1), endsAt: at(23) }, at(21)],
    ['its last hours: the end', { state: 'active', startsAt: at(-22), endsAt: at(2) }, at(2)],
    [
      'suspended before its start: not the start',
      { state: 'suspended', startsAt: at(1), endsAt: at(4) },
      at(4),
    ],
    ['over: nothing', { state: 'active', startsAt: at(-5), endsAt: at(0) }, null],
  ])('%s', (_, grant, due) => {
    expect(nextDue(grant, now)).toEqual(due)
  })

  test('following it meets every reminder and the end: 2,000 grants', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), length => {
        const grant = { state: 'active' as const, startsAt: now, endsAt: at(length) }
        const met: string[] = []
        let when: Date | null = now
        for (when = nextDue(grant, now); when; when = nextDue(grant, when)) met.push(when.toISOString())
        const times = reminderTimes(grant).map(reminder => reminder.at.toISOString())
        expect(met).toEqual([...times, at(length).toISOString()])
      }),
      { seed, numRuns: 2000 },
    )
  })
})
