import { expect, test } from 'vitest'
import { actOnColleague, actOnStaff, maySpeakFor, staffStates } from './staff.ts'

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

test('the person who asked and administrators speak for the firm, other technicians do not', () => {
  expect(maySpeakFor({ role: 'technician', personId: 'a' }, 'a')).toBe(true)
  expect(maySpeakFor({ role: 'technician', personId: 'a' }, 'b')).toBe(false)
  expect(maySpeakFor({ role: 'technician', personId: 'a' }, null)).toBe(false)
  expect(maySpeakFor({ role: 'administrator', personId: 'a' }, 'b')).toBe(true)
})
