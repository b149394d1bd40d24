import { expect, test } from 'vitest'
import { actOnStaff, staffStates } from './staff.ts'

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
