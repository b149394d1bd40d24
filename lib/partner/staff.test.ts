import { expect, test } from 'vitest'
import { actOnColleague, actOnStaff, staffStates } from './staff.ts'

/** What comes of each act on somebody invited, active, removed. */
test.each([
  ['activate', ['active', 'not-invited', 'already-removed']],
  ['resend', ['invited', 'not-invited', 'already-removed']],
  ['remove', ['removed', 'removed', 'already-removed']],
] as const)('%s', (act, outcomes) => {
  const come = staffStates.map(state => {
    const done = actOnStaff(act, state)
    return done.ok ? done.value : done.refusal
  })
  expect(come).toEqual(outcomes)
})

test('nobody of a firm removes themselves; a letter they may send themselves, where they have not come in', () => {
  for (const state of staffStates) {
    expect(actOnColleague('remove', { state, isActor: true })).toEqual({ ok: false, refusal: 'yourself' })
    expect(actOnColleague('remove', { state, isActor: false })).toEqual(actOnStaff('remove', state))
    expect(actOnColleague('resend', { state, isActor: true })).toEqual(actOnStaff('resend', state))
  }
})
