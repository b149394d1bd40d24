import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Side } from '#lib/actor.ts'
import { maySendFrom } from '#lib/asking-pace.ts'
import { remindersDue } from '#lib/reminders.ts'
import {
  accept,
  type Invitation,
  type InvitationMove,
  type InvitingStanding,
  invitationLifeHours,
  invitationStates,
  invite,
  isOpen,
  move,
  reminderHours,
  stateAt,
} from './invitation.ts'

const seed = 20_261_124
const hour = 3_600_000
const now = new Date('2026-11-24T12:00:00.000Z')
const at = (hours: number) => new Date(now.getTime() + hours * hour)
const rules = { longestHours: null, zone: 'America/Vancouver' }

const invited: Invitation = {
  state: 'invited',
  scope: { name: 'services', pages: [] },
  duration: { kind: 'hours', hours: 24 },
  lapsesAt: at(1),
}

/** Every state a row can be in, and the one in which the clock has gone on without the row. */
const situations: Record<string, Invitation> = {
  invited,
  'invited, over': { ...invited, lapsesAt: at(-1) },
  accepted: { ...invited, state: 'accepted' },
  declined: { ...invited, state: 'declined' },
  cancelled: { ...invited, state: 'cancelled' },
  lapsed: { ...invited, state: 'lapsed' },
}

/** What each move leads to, made by the side whose it is; `lapsed!` is the refusal of that name. */
const matrix = `
              | accept          | decline         | cancel          | lapse           | end-with
              | partner         | partner         | account         | portal          | provider
invited       | accepted        | declined        | cancelled       | not-due         | lapsed
invited, over | lapsed!         | lapsed!         | lapsed!         | lapsed          | lapsed!
accepted      | already-decided | already-decided | already-decided | already-decided | already-decided
declined      | already-decided | already-decided | already-decided | already-decided | already-decided
cancelled     | already-decided | already-decided | already-decided | already-decided | already-decided
lapsed        | lapsed!         | lapsed!         | lapsed!         | lapsed!         | lapsed!
`
const [head = [], owners = [], ...rows] = matrix
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
// The first line loses its leading blank cell to the trim.
const moves = head.filter(Boolean) as InvitationMove[]
const sideOf = Object.fromEntries(moves.map((one, i) => [one, owners.filter(Boolean)[i]])) as Record<
  InvitationMove,
  Side
>
const sides: readonly Side[] = ['account', 'partner', 'provider', 'portal']

const answerOf = (invitation: Invitation, by: InvitationMove, side: Side) => {
  const moved = move(invitation, by, side, now)
  if (moved.ok) return moved.value
  return moved.refusal === 'lapsed' ? 'lapsed!' : moved.refusal
}

describe('every transition', () => {
  const cases = rows.flatMap(([situation = '', ...cells]) =>
    cells.map((wanted, i) => [situation, moves[i] as InvitationMove, wanted] as const),
  )

  test('the table names every situation and every move', () => {
    expect(rows.map(([situation]) => situation)).toEqual(Object.keys(situations))
    expect(cases).toHaveLength(30)
    expect(Object.keys(sideOf)).toEqual(['accept', 'decline', 'cancel', 'lapse', 'end-with'])
  })

  test.each(cases)('%s: %s leads to %s', (situation, by, wanted) => {
    expect(answerOf(situations[situation] ?? invited, by, sideOf[by])).toBe(wanted)
  })

  test('nobody makes a move that is not theirs', () => {
    let tries = 0
    for (const invitation of Object.values(situations))
      for (const by of moves)
        for (const side of sides.filter(one => one !== sideOf[by])) {
          expect(answerOf(invitation, by, side)).toBe('not-allowed')
          tries += 1
        }
    expect(tries).toBe(90)
  })
})

test('ended states never reopen, whoever tries whenever: 20,000 tries', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...invitationStates.filter(state => !isOpen(state))),
      fc.constantFrom(...moves),
      fc.constantFrom(...sides),
      fc.integer({ min: -2000, max: 2000 }),
      fc.integer({ min: -2000, max: 2000 }),
      (state, by, side, lapses, when) => {
        const ended = { ...invited, state, lapsesAt: at(lapses) }
        expect(stateAt(ended, at(when))).toBe(state)
        expect(move(ended, by, side, at(when)).ok).toBe(false)
      },
    ),
    { seed, numRuns: 20_000 },
  )
})

test('the life ends exclusively', () => {
  const invitation = { ...invited, lapsesAt: now }
  expect([stateAt(invitation, new Date(now.getTime() - 1)), stateAt(invitation, now)]).toEqual([
    'invited',
    'lapsed',
  ])
})

describe('accepting', () => {
  test('what was chosen becomes a grant, and its clock starts now', () => {
    expect(accept(invited, true, now, rules)).toEqual({
      ok: true,
      value: {
        scope: invited.scope,
        duration: invited.duration,
        startsAt: now,
        endsAt: at(24),
        state: 'active',
      },
    })
  })

  test.each<[string, Invitation, boolean, number | null, string]>([
    ['whoever invited may not decide any more', invited, false, null, 'inviter-gone'],
    ['the provider allows less by now', invited, true, 23, 'longer-than-limit'],
    [
      'without an end, where the provider has set a limit since',
      { ...invited, duration: { kind: 'ongoing' } },
      true,
      8760,
      'longer-than-limit',
    ],
    [
      'the day is over',
      { ...invited, duration: { kind: 'until', date: '2026-11-22' } },
      true,
      null,
      'ends-in-the-past',
    ],
    ['too late, whoever invited', { ...invited, lapsesAt: now }, false, null, 'lapsed'],
    ['cancelled, whoever invited', { ...invited, state: 'cancelled' }, false, null, 'already-decided'],
  ])('%s', (_, invitation, decides, longestHours, refusal) => {
    expect(accept(invitation, decides, now, { ...rules, longestHours })).toMatchObject({ refusal })
  })
})

describe('inviting', () => {
  const standing: InvitingStanding = {
    blocked: false,
    hasOpenInvitation: false,
    hasOpenRequest: false,
    lastSentAt: [],
    sentToday: 0,
  }
  const sent = (...hours: number[]) => ({ ...standing, lastSentAt: hours.map(at) })

  test('lives for seven days', () => {
    expect(invite(invited, standing, now, rules)).toEqual({ ok: true, value: { lapsesAt: at(168) } })
    expect(invitationLifeHours).toBe(168)
  })

  test.each<[string, InvitingStanding, string]>([
    ['a blocked firm', { ...standing, blocked: true }, 'blocked'],
    ['a firm that asks', { ...standing, hasOpenRequest: true }, 'has-asked'],
    ['a firm that is invited', { ...standing, hasOpenInvitation: true }, 'already-invited'],
    ['for the sixth time today', sent(-1, -2, -3, -4, -23.9), 'invited-too-often'],
    ['for the 51st time today, to whomever', { ...standing, sentToday: 50 }, 'too-many-today'],
  ])('%s', (_, how, refusal) => {
    expect(invite(invited, how, now, rules)).toMatchObject({ refusal })
  })

  test('again once the fifth last is a day old', () => {
    expect(invite(invited, sent(-1, -2, -3, -4, -24), now, rules).ok).toBe(true)
    expect(maySendFrom(sent(-1, -2, -3, -4, -23), now)).toEqual(at(1))
  })

  test('no longer than the provider allows, and for something', () => {
    expect(
      invite({ ...invited, duration: { kind: 'ongoing' } }, standing, now, { ...rules, longestHours: 24 }),
    ).toMatchObject({
      refusal: 'longer-than-limit',
    })
    expect(invite({ ...invited, scope: { name: 'chosen', pages: [] } }, standing, now, rules)).toMatchObject({
      refusal: 'nothing-chosen',
    })
  })
})

test.each([
  [119.9, 0],
  [120, 1],
  [167.9, 1],
  [168, 0],
])('%s hours after inviting %s reminders should have gone out', (waited, count) => {
  const life = { createdAt: at(-waited), lapsesAt: at(invitationLifeHours - waited) }
  expect(remindersDue(reminderHours, life, now)).toBe(count)
})
