import { expect, test } from 'vitest'
import { changeExclusion, type ExclusionAct, type ExclusionRefusal } from './exclusion.ts'

test.each<readonly [ExclusionAct, boolean, boolean, 'ok' | ExclusionRefusal]>([
  ['exclude', true, false, 'ok'],
  ['exclude', true, true, 'already-excluded'],
  ['exclude', false, true, 'already-excluded'],
  ['exclude', false, false, 'not-reached'],
  ['include', true, true, 'ok'],
  // Also where the parent gives that firm nothing at present: a later grant would come in again.
  ['include', false, true, 'ok'],
  ['include', true, false, 'not-excluded'],
  ['include', false, false, 'not-excluded'],
])('%s, reached %s, excluded %s: %s', (act, reaches, isExcluded, outcome) => {
  const changed = changeExclusion(act, { reaches, isExcluded })
  expect(changed.ok ? 'ok' : changed.refusal).toBe(outcome)
})
