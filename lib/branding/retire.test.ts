import { expect, test } from 'vitest'
import { restore, retire } from './retire.ts'

const domains = [
  { id: 'a', retired: false },
  { id: 'b', retired: false },
  { id: 'c', retired: true },
]

test.each([
  ['a', 'b', { ok: true, value: { successorId: 'b' } }],
  ['a', 'a', { ok: false, refusal: 'no-successor' }],
  ['a', 'c', { ok: false, refusal: 'no-successor' }],
  ['a', 'another provider’s', { ok: false, refusal: 'no-successor' }],
  ['c', 'a', { ok: false, refusal: 'already-retired' }],
  ['nobody’s', 'a', { ok: false, refusal: 'already-retired' }],
])('%s for the sake of %s', (id, successor, answer) => {
  expect(retire(domains, id, successor)).toEqual(answer)
})

test('the last one in use never goes', () => {
  const last = domains.map(one => ({ ...one, retired: one.id !== 'a' }))
  for (const successor of ['a', 'b', 'c'])
    expect(retire(last, 'a', successor)).toEqual({ ok: false, refusal: 'last-one' })
})

test('only a retired domain is brought back into use', () => {
  expect(restore({ retired: true })).toEqual({ ok: true, value: 'live' })
  expect(restore({ retired: false })).toEqual({ ok: false, refusal: 'not-retired' })
})
