import { describe, expect, test } from 'vitest'
import {
  askExtension,
  type ExtensionMove,
  type ExtensionStanding,
  extensionStateAt,
  extensionStates,
  moveExtension,
} from './extension.ts'
import type { Grant } from './grant.ts'

const hour = 3_600_000
const now = new Date('2026-11-22T12:00:00.000Z')
const at = (hours: number) => new Date(now.getTime() + hours * hour)

const plain: Grant = {
  id: 'g',
  state: 'active',
  designation: 'customer',
  startsAt: at(-20),
  endsAt: at(4),
  suspendedBy: null,
}
const grants = {
  lives: plain,
  suspended: { ...plain, state: 'suspended', suspendedBy: 'account' },
  scheduled: { ...plain, state: 'scheduled', startsAt: at(1) },
  'over by the clock': { ...plain, endsAt: now },
  revoked: { ...plain, state: 'revoked' },
} as const satisfies Record<string, Grant>

/** Every state and every move, under a grant that lives and under one that is over. */
const matrix = `
                            | grant           | decline         | withdraw        | lapse
pending, lives              | granted         | declined        | withdrawn       | not-due
pending, suspended          | granted         | declined        | withdrawn       | not-due
pending, scheduled          | granted         | declined        | withdrawn       | not-due
pending, over by the clock  | grant-ended     | grant-ended     | grant-ended     | lapsed
pending, revoked            | grant-ended     | grant-ended     | grant-ended     | lapsed
granted, lives              | already-decided | already-decided | already-decided | already-decided
granted, over by the clock  | already-decided | already-decided | already-decided | already-decided
declined, lives             | already-decided | already-decided | already-decided | already-decided
declined, revoked           | already-decided | already-decided | already-decided | already-decided
withdrawn, lives            | already-decided | already-decided | already-decided | already-decided
withdrawn, revoked          | already-decided | already-decided | already-decided | already-decided
lapsed, over by the clock   | grant-ended     | grant-ended     | grant-ended     | grant-ended
lapsed, revoked             | grant-ended     | grant-ended     | grant-ended     | grant-ended
`
const [head = [], ...rows] = matrix
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
const moves = head.slice(-4) as ExtensionMove[]
const cells = rows.flatMap(([situation = '', ...answers]) =>
  moves.map((move, i) => [situation, move, answers[i] ?? ''] as const),
)

describe('every state and every move', () => {
  test('the table has every state', () => {
    expect(new Set(rows.map(([situation = '']) => situation.split(',')[0]))).toEqual(new Set(extensionStates))
    expect(cells).toHaveLength(13 * 4)
  })

  test.each(cells)('%s: %s is %s', (situation, by, answer) => {
    const [state, grant] = situation.split(', ') as [(typeof extensionStates)[number], keyof typeof grants]
    const moved = moveExtension(state, by, grants[grant], now)
    expect(moved.ok ? moved.value : moved.refusal).toBe(answer)
  })

  test('what is pending has lapsed with its grant, whatever the row says', () => {
    expect(extensionStateAt('pending', grants['over by the clock'], now)).toBe('lapsed')
    expect(extensionStateAt('pending', grants.revoked, now)).toBe('lapsed')
    expect(extensionStateAt('pending', grants.suspended, now)).toBe('pending')
    expect(extensionStateAt('granted', grants.revoked, now)).toBe('granted')
  })
})

describe('asking', () => {
  const fresh: ExtensionStanding = { isBlocked: false, hasOpen: false, lastDeclinedAt: null, lastSentAt: [] }
  const rules = { longestHours: null, zone: 'Australia/Sydney' }
  const day = { kind: 'hours', hours: 24 } as const
  const ask = (grant: Grant, standing = fresh, longestHours: number | null = null, extra = day) => {
    const asked = askExtension(grant, extra, standing, now, { ...rules, longestHours })
    return asked.ok ? asked.value : asked.refusal
  }

  test('the hours are added to the end that the access has', () => {
    expect(ask(plain)).toEqual(at(28))
  })

  test.each([
    ['over by the clock', 'already-ended'],
    ['revoked', 'already-ended'],
    ['suspended', at(28)],
    ['scheduled', at(28)],
  ] as const)('under one that is %s', (grant, answer) => {
    expect(ask(grants[grant])).toEqual(answer)
  })

  test('what the provider set, and what has no end, is not asked for', () => {
    expect(ask({ ...plain, designation: 'provider' })).toBe('set-by-provider')
    expect(ask({ ...plain, endsAt: null })).toBe('no-end')
  })

  test.each([
    ['the firm is blocked', { ...fresh, isBlocked: true, hasOpen: true }, 'blocked'],
    ['one is open', { ...fresh, hasOpen: true }, 'already-open'],
    ['declined 23 hours ago', { ...fresh, lastDeclinedAt: at(-23) }, 'declined-recently'],
    ['declined 24 hours ago', { ...fresh, lastDeclinedAt: at(-24) }, at(28)],
    ['asked five times today', { ...fresh, lastSentAt: [-1, -2, -3, -4, -5].map(at) }, 'asked-too-often'],
    ['asked five times, long ago', { ...fresh, lastSentAt: [-1, -2, -3, -4, -24].map(at) }, at(28)],
  ] as const)('%s', (_, standing, answer) => {
    expect(ask(plain, standing)).toEqual(answer)
  })

  test('that it is over is told before that it was declined', () => {
    expect(ask(grants.revoked, { ...fresh, lastDeclinedAt: at(-1) })).toBe('already-ended')
  })

  test('the limit counts from now', () => {
    expect(ask(plain, fresh, 28)).toEqual(at(28))
    expect(ask(plain, fresh, 27)).toBe('longer-than-limit')
    const most = askExtension(plain, { kind: 'most' }, fresh, now, { ...rules, longestHours: 24 })
    expect(most).toEqual({ ok: true, value: at(24) })
  })
})
