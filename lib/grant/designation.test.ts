import { describe, expect, test } from 'vitest'
import {
  type AskMove,
  type AskRefusal,
  type AskState,
  askStateAt,
  askStates,
  mayAskAgainFrom,
  mayAskToEnd,
  moveAsk,
} from './designation.ts'
import { type Grant, grantStates, isLive } from './grant.ts'

const now = new Date('2026-11-28T12:00:00.000Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const grant = (change: Partial<Grant> = {}): Grant => ({
  id: 'g',
  state: 'active',
  designation: 'provider',
  startsAt: at(-48),
  endsAt: null,
  suspendedBy: null,
  ...change,
})

const live = grant()
const over = grant({ state: 'terminated' })
/** Only the clock has ended it. */
const out = grant({ endsAt: at(0) })

describe('an ask moves', () => {
  const cases: readonly (readonly [AskState, AskMove, Grant, string])[] = [
    ['waiting', 'end', live, 'ended'],
    ['waiting', 'keep', live, 'kept'],
    ['waiting', 'lapse', live, 'not-due'],
    ['waiting', 'end', over, 'lapsed!'],
    ['waiting', 'keep', over, 'lapsed!'],
    ['waiting', 'lapse', over, 'lapsed'],
    ['waiting', 'end', out, 'lapsed!'],
    ['waiting', 'keep', out, 'lapsed!'],
    ['waiting', 'lapse', out, 'lapsed'],
    ...(['ended', 'kept'] as const).flatMap(state =>
      (['end', 'keep', 'lapse'] as const).flatMap(by =>
        [live, over, out].map(one => [state, by, one, 'already-answered'] as const),
      ),
    ),
    ...(['end', 'keep', 'lapse'] as const).flatMap(by =>
      [live, over, out].map(one => ['lapsed', by, one, 'lapsed!'] as const),
    ),
  ]
  test.each(cases)('%s, %s', (state, by, of, outcome) => {
    const moved = moveAsk(state, by, of, now)
    expect(moved.ok ? moved.value : moved.refusal === 'lapsed' ? 'lapsed!' : moved.refusal).toBe(outcome)
  })

  test('every state with every move stands in the table', () => {
    expect(cases).toHaveLength(askStates.length * 3 * 3)
  })
})

test('an ask waits exactly as long as its grant lives', () => {
  for (const state of grantStates)
    expect(askStateAt('waiting', grant({ state }), now)).toBe(isLive(state) ? 'waiting' : 'lapsed')
  expect(askStateAt('waiting', grant({ endsAt: at(1) }), now)).toBe('waiting')
  expect(askStateAt('waiting', out, now)).toBe('lapsed')
  expect(askStateAt('kept', over, now)).toBe('kept')
})

describe('asking', () => {
  const never = { isWaiting: false, lastKeptAt: null }
  test.each<readonly [string, Grant, Parameters<typeof mayAskToEnd>[1], AskRefusal | 'ok']>([
    ['what the provider set', live, never, 'ok'],
    ['what is suspended', grant({ state: 'suspended', suspendedBy: 'provider' }), never, 'ok'],
    ['what the account gave itself', grant({ designation: 'customer' }), never, 'yours-to-end'],
    ['what is over', over, never, 'over'],
    ['what only the clock has ended', out, never, 'over'],
    ['what was asked already', live, { isWaiting: true, lastKeptAt: null }, 'already-asked'],
    ['an hour after the provider kept it', live, { isWaiting: false, lastKeptAt: at(-1) }, 'kept-recently'],
    ['a day after the provider kept it', live, { isWaiting: false, lastKeptAt: at(-24) }, 'ok'],
  ])('%s', (_, of, standing, outcome) => {
    const asked = mayAskToEnd(of, standing, now)
    expect(asked.ok ? 'ok' : asked.refusal).toBe(outcome)
  })

  test('again from 24 hours after it was kept', () => {
    expect(mayAskAgainFrom(at(-1), now)).toEqual(at(23))
    expect(mayAskAgainFrom(null, now)).toBeNull()
  })
})
