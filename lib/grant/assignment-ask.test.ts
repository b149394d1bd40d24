import { expect, test } from 'vitest'
import {
  type AskStanding,
  type AssignmentAskMove,
  assignmentAskStates,
  mayAskToJoin,
  moveAssignmentAsk,
} from './assignment-ask.ts'
import type { Grant } from './grant.ts'

const now = new Date('2026-11-24T17:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const live: Grant = {
  id: 'g',
  state: 'active',
  designation: 'customer',
  startsAt: at(-1),
  endsAt: at(24),
  suspendedBy: null,
}
const over = { ...live, endsAt: now }
const administrator = { role: 'administrator', isAsker: false } as const
const asker = { role: 'technician', isAsker: true } as const

test.each<readonly [AssignmentAskMove, string, string]>([
  ['grant', 'granted', 'ask-lapsed'],
  ['decline', 'declined', 'ask-lapsed'],
  ['withdraw', 'withdrawn', 'ask-lapsed'],
  ['lapse', 'not-due', 'lapsed'],
])('%s: while the access lives %s, after its end %s', (by, then, after) => {
  const mover = by === 'withdraw' ? asker : administrator
  const moved = [live, over].map(grant => moveAssignmentAsk('waiting', by, mover, grant, now))
  expect(moved.map(one => (one.ok ? one.value : one.refusal))).toEqual([then, after])
})

test('ended states never reopen', () => {
  for (const state of assignmentAskStates.filter(one => one !== 'waiting'))
    for (const by of ['grant', 'decline', 'lapse'] as const)
      for (const grant of [live, over])
        expect(moveAssignmentAsk(state, by, administrator, grant, now)).toMatchObject({
          refusal: state === 'lapsed' ? 'ask-lapsed' : 'ask-answered',
        })
})

test('administrators answer, and only whoever asked withdraws', () => {
  expect(moveAssignmentAsk('waiting', 'grant', asker, live, now)).toMatchObject({ refusal: 'not-allowed' })
  expect(moveAssignmentAsk('waiting', 'decline', asker, live, now)).toMatchObject({ refusal: 'not-allowed' })
  expect(moveAssignmentAsk('waiting', 'withdraw', administrator, live, now)).toMatchObject({
    refusal: 'not-yours',
  })
})

test.each<readonly [Partial<AskStanding>, Grant, string]>([
  [{}, live, 'ok'],
  [{}, { ...live, state: 'suspended', suspendedBy: 'account' }, 'ok'],
  [{}, over, 'grant-ended'],
  [{ role: 'administrator' }, live, 'needs-none'],
  [{ isAssigned: true }, live, 'has-it-already'],
  [{ isWaiting: true }, live, 'already-asked'],
  [{ lastDeclinedAt: at(-23) }, live, 'declined-recently'],
  [{ lastDeclinedAt: at(-24) }, live, 'ok'],
])('asking: %j', (standing, grant, outcome) => {
  const may = mayAskToJoin(
    grant,
    { role: 'technician', isAssigned: false, isWaiting: false, lastDeclinedAt: null, ...standing },
    now,
  )
  expect(may.ok ? 'ok' : may.refusal).toBe(outcome)
})
