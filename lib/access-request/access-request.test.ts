import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, type Scope, scopeNames, scopePages } from '#lib/access/scopes.ts'
import type { Duration } from '#lib/duration.ts'
import { remindersDue } from '#lib/reminders.ts'
import {
  type AccessRequest,
  approve,
  ask,
  isOpen,
  mayAskFrom,
  maySendFrom,
  move,
  type RequestMove,
  reminderHours,
  requestStates,
  stateAt,
} from './access-request.ts'

const seed = 20_261_122
const hour = 3_600_000
const now = new Date('2026-11-22T12:00:00.000Z')
const at = (hours: number) => new Date(now.getTime() + hours * hour)
const full: Scope = { name: 'full', pages: [] }

const pending: AccessRequest = {
  id: 'r',
  state: 'pending',
  requestedBy: 'p',
  scope: full,
  duration: { kind: 'ongoing' },
  startsAt: null,
  lapsesAt: at(1),
}

/** Every state a row can be in, and those in which the clock has gone on without the row. */
const situations: Record<string, AccessRequest> = {
  pending,
  'pending, over': { ...pending, lapsesAt: at(-1) },
  question: { ...pending, state: 'question' },
  'question, over': { ...pending, state: 'question', lapsesAt: at(-1) },
  approved: { ...pending, state: 'approved' },
  declined: { ...pending, state: 'declined' },
  withdrawn: { ...pending, state: 'withdrawn' },
  lapsed: { ...pending, state: 'lapsed' },
}

const matrix = `
               | approve         | decline         | ask             | answer           | withdraw        | lapse           | end-with
pending        | approved        | declined        | question        | no-open-question | withdrawn       | not-due         | lapsed
pending, over  | lapsed!         | lapsed!         | lapsed!         | lapsed!          | lapsed!         | lapsed          | lapsed
question       | approved        | declined        | question-open   | pending          | withdrawn       | not-due         | lapsed
question, over | lapsed!         | lapsed!         | lapsed!         | lapsed!          | lapsed!         | lapsed          | lapsed
approved       | already-decided | already-decided | already-decided | already-decided  | already-decided | already-decided | already-decided
declined       | already-decided | already-decided | already-decided | already-decided  | already-decided | already-decided | already-decided
withdrawn      | already-decided | already-decided | already-decided | already-decided  | already-decided | already-decided | already-decided
lapsed         | lapsed!         | lapsed!         | lapsed!         | lapsed!          | lapsed!         | lapsed!         | lapsed!
`
const lines = matrix
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
const [first = [], ...rows] = lines
const moves = first.slice(-7) as RequestMove[]
const cells = rows.flatMap(([situation = '', ...answers]) =>
  moves.map((act, i) => [situation, act, answers[i] ?? ''] as const),
)

describe('every state and every move', () => {
  test('the matrix names every situation and every move once', () => {
    expect(rows.map(([situation]) => situation)).toEqual(Object.keys(situations))
    expect(new Set(Object.values(situations).map(request => request.state))).toEqual(new Set(requestStates))
    expect(cells).toHaveLength(8 * 7)
    expect(cells.every(([, , answer]) => answer)).toBe(true)
  })

  // An exclamation mark tells the refusal from the state of the same name.
  test.each(cells)('%s: %s is %s', (situation, act, answer) => {
    const moved = move(situations[situation] ?? pending, act, now)
    expect(moved.ok ? moved.value : `${moved.refusal}${moved.refusal === 'lapsed' ? '!' : ''}`).toBe(answer)
  })
})

const moments = fc.integer({ min: -2000, max: 2000 }).map(at)
const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom(...scopeNames.filter(name => name !== 'chosen')).map(name => ({ name, pages: [] })),
  fc.subarray([...scopePages]).map(pages => ({ name: 'chosen' as const, pages })),
)
const requests: fc.Arbitrary<AccessRequest> = fc.record({
  id: fc.constant('r'),
  state: fc.constantFrom(...requestStates),
  requestedBy: fc.constant('p'),
  scope: scopes,
  duration: fc.constant<Duration>({ kind: 'ongoing' }),
  startsAt: fc.option(moments, { nil: null }),
  lapsesAt: moments,
})

test('ended states never reopen, whoever tries whenever: 20,000 tries', () => {
  const ended = requests.filter(request => !isOpen(request.state))
  fc.assert(
    fc.property(ended, fc.constantFrom(...moves), moments, (request, act, when) => {
      expect(stateAt(request, when)).toBe(request.state)
      expect(move(request, act, when).ok).toBe(false)
    }),
    { seed, numRuns: 20_000 },
  )
})

test('a request lives to the millisecond before its end', () => {
  const request = { ...pending, lapsesAt: now }
  expect(stateAt(request, new Date(now.getTime() - 1))).toBe('pending')
  expect(stateAt(request, now)).toBe('lapsed')
})

const rules = { longestHours: null, zone: 'UTC' }
const day: Duration = { kind: 'hours', hours: 24 }

describe('approving', () => {
  test('the clock starts at approval', () => {
    expect(approve(pending, { scope: full, duration: day }, now, rules)).toEqual({
      ok: true,
      value: { scope: full, duration: day, startsAt: now, endsAt: at(24), state: 'active' },
    })
  })

  test('or at the agreed start, if that is still to come', () => {
    const later = approve({ ...pending, startsAt: at(10) }, { scope: full, duration: day }, now, rules)
    expect(later.ok && later.value).toMatchObject({ startsAt: at(10), endsAt: at(34), state: 'scheduled' })
    const past = approve({ ...pending, startsAt: at(-10) }, { scope: full, duration: day }, now, rules)
    expect(past.ok && past.value).toMatchObject({ startsAt: now, endsAt: at(24), state: 'active' })
    const exact = approve({ ...pending, startsAt: now }, { scope: full, duration: day }, now, rules)
    expect(exact.ok && exact.value).toMatchObject({ startsAt: now, state: 'active' })
  })

  test('ongoing access has no end', () => {
    const ongoing = approve(pending, { scope: full, duration: { kind: 'ongoing' } }, now, rules)
    expect(ongoing.ok && ongoing.value.endsAt).toBeNull()
  })

  test('the time is the approver’s to choose, longer than asked too', () => {
    const asked: AccessRequest = { ...pending, duration: { kind: 'hours', hours: 1 } }
    expect(approve(asked, { scope: full, duration: { kind: 'ongoing' } }, now, rules).ok).toBe(true)
  })

  test.each<[string, AccessRequest, Scope, Duration, number | null, string]>([
    ['state before scope', { ...pending, state: 'declined' }, full, day, null, 'already-decided'],
    ['a lapsed request', { ...pending, lapsesAt: now }, full, day, null, 'lapsed'],
    [
      'more than asked',
      { ...pending, scope: { name: 'services', pages: [] } },
      full,
      day,
      null,
      'more-than-asked',
    ],
    ['no page chosen', pending, { name: 'chosen', pages: [] }, day, null, 'nothing-chosen'],
    ['a day that is over', pending, full, { kind: 'until', date: '2026-11-21' }, null, 'ends-in-the-past'],
    [
      'a day that is over by the agreed start',
      { ...pending, startsAt: at(48) },
      full,
      { kind: 'until', date: '2026-11-23' },
      null,
      'ends-in-the-past',
    ],
    ['beyond the provider’s limit', pending, full, { kind: 'hours', hours: 49 }, 48, 'longer-than-limit'],
    ['ongoing under a limit', pending, full, { kind: 'ongoing' }, 48, 'longer-than-limit'],
  ])('refuses %s', (_, request, scope, duration, longestHours, refusal) => {
    const answer = approve(request, { scope, duration }, now, { longestHours, zone: 'UTC' })
    expect(answer).toMatchObject({ ok: false, refusal })
  })

  test('never gives more than was asked, an hour to nobody whose request is closed: 20,000 tries', () => {
    fc.assert(
      fc.property(requests, scopes, moments, (request, scope, when) => {
        const answer = approve(request, { scope, duration: day }, when, rules)
        if (!answer.ok) return
        expect(isOpen(stateAt(request, when))).toBe(true)
        expect(isWithin(answer.value.scope, request.scope)).toBe(true)
        expect(answer.value.startsAt >= when).toBe(true)
        expect((answer.value.endsAt?.getTime() ?? 0) - answer.value.startsAt.getTime()).toBe(86_400_000)
      }),
      { seed, numRuns: 20_000 },
    )
  })
})

describe('asking', () => {
  const asked = { scope: full, duration: day, startsAt: null }
  const nothing = { blocked: false, isInvited: false, hasOpen: false, lastDeclinedAt: null, lastSentAt: [] }
  test.each<[string, { startsAt?: Date | null; scope?: Scope; duration?: Duration }, object, string]>([
    ['with nothing in the way', {}, {}, 'ok'],
    ['beside an open request', {}, { hasOpen: true }, 'already-open'],
    ['where the firm is blocked', {}, { blocked: true, hasOpen: true }, 'blocked'],
    ['where the firm is invited', {}, { isInvited: true }, 'invited-already'],
    ['a moment after a decline', {}, { lastDeclinedAt: now }, 'declined-recently'],
    [
      'just before the wait is over',
      {},
      { lastDeclinedAt: new Date(at(-24).getTime() + 1) },
      'declined-recently',
    ],
    ['when the wait is over', {}, { lastDeclinedAt: at(-24) }, 'ok'],
    ['a fifth time today', {}, { lastSentAt: [-1, -2, -3, -4].map(at) }, 'ok'],
    ['a sixth time today', {}, { lastSentAt: [-1, -2, -3, -4, -23].map(at) }, 'asked-too-often'],
    ['a sixth time, a day after the first', {}, { lastSentAt: [-1, -2, -3, -4, -24].map(at) }, 'ok'],
    ['for nothing', { scope: { name: 'chosen', pages: [] } }, {}, 'nothing-chosen'],
    ['from a moment ago', { startsAt: new Date(now.getTime() - 1) }, {}, 'starts-in-the-past'],
    ['from now', { startsAt: now }, {}, 'ok'],
    ['from 90 days on', { startsAt: at(90 * 24) }, {}, 'ok'],
    ['from later than that', { startsAt: new Date(at(90 * 24).getTime() + 1) }, {}, 'starts-too-late'],
    ['until yesterday', { duration: { kind: 'until', date: '2026-11-21' } }, {}, 'ends-in-the-past'],
    [
      'until before it starts',
      { startsAt: at(48), duration: { kind: 'until', date: '2026-11-23' } },
      {},
      'ends-in-the-past',
    ],
    ['beyond the limit', { duration: { kind: 'hours', hours: 1000 } }, {}, 'longer-than-limit'],
    ['without an end', { duration: { kind: 'ongoing' } }, {}, 'longer-than-limit'],
  ])('%s: %s', (_, more, standing, answer) => {
    const result = ask({ ...asked, ...more }, { ...nothing, ...standing }, now, {
      longestHours: 720,
      zone: 'UTC',
    })
    expect(result.ok ? 'ok' : result.refusal).toBe(answer)
  })

  test('from when a declined firm may ask again', () => {
    expect(mayAskFrom(null, now)).toBeNull()
    expect(mayAskFrom(at(-1), now)).toEqual(at(23))
    expect(mayAskFrom(at(-24), now)).toBeNull()
  })

  test('from when a firm that asked too often may ask again', () => {
    expect(maySendFrom({ lastSentAt: [] }, now)).toBeNull()
    expect(maySendFrom({ lastSentAt: [-1, -2, -3, -4, -5].map(at) }, now)).toEqual(at(19))
  })
})

test.each([
  [0, 0],
  [47.999, 0],
  [48, 1],
  [143.999, 1],
  [144, 2],
  [167.999, 2],
  [168, 0],
  [1000, 0],
])('%s hours after asking %s reminders should have gone out', (waited, count) => {
  expect(remindersDue(reminderHours, { createdAt: at(-waited), lapsesAt: at(168 - waited) }, now)).toBe(count)
})
