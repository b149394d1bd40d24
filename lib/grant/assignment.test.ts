import { describe, expect, test } from 'vitest'
import type { Scope } from '#lib/access/scopes.ts'
import {
  type Assignable,
  type AssignmentTerms,
  type AssignRefusal,
  assign,
  holdsAt,
  takeOff,
  termsUnder,
} from './assignment.ts'
import type { Grant, GrantState } from './grant.ts'

const now = new Date('2026-11-24T17:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const services: Scope = { name: 'services', pages: [] }
const chosen = (...pages: Scope['pages']): Scope => ({ name: 'chosen', pages })
const whole: AssignmentTerms = { scope: null, endsAt: null }
const less: AssignmentTerms = { scope: chosen('services'), endsAt: null }
const grant = (more: Partial<Grant> = {}): Grant => ({
  id: 'g',
  state: 'active',
  designation: 'customer',
  startsAt: at(-1),
  endsAt: at(24),
  suspendedBy: null,
  ...more,
})

describe('what may be handed on', () => {
  const cases: readonly (readonly [
    string,
    Partial<Grant>,
    AssignmentTerms,
    AssignmentTerms | AssignRefusal,
  ])[] = [
    ['all of it', {}, whole, whole],
    [
      'less of the scope',
      {},
      { scope: chosen('services'), endsAt: null },
      { scope: chosen('services'), endsAt: null },
    ],
    ['the scope itself is all of it', {}, { scope: services, endsAt: null }, whole],
    ['more than was given', {}, { scope: { name: 'full', pages: [] }, endsAt: null }, 'beyond-scope'],
    ['something beside it', {}, { scope: chosen('services', 'people'), endsAt: null }, 'beyond-scope'],
    ['nothing', {}, { scope: chosen(), endsAt: null }, 'nothing-chosen'],
    ['less time', {}, { scope: null, endsAt: at(1) }, { scope: null, endsAt: at(1) }],
    ['until its end is all of it', {}, { scope: null, endsAt: at(24) }, whole],
    ['longer than it lasts', {}, { scope: null, endsAt: at(25) }, 'beyond-end'],
    [
      'any end under one without',
      { endsAt: null },
      { scope: null, endsAt: at(900) },
      { scope: null, endsAt: at(900) },
    ],
    ['a moment that is over', {}, { scope: null, endsAt: now }, 'ends-in-the-past'],
    [
      'an end before its start',
      { state: 'scheduled', startsAt: at(4) },
      { scope: null, endsAt: at(3) },
      'ends-in-the-past',
    ],
    ['under one that waits for its start', { state: 'scheduled', startsAt: at(4) }, whole, whole],
    ['under one that is held', { state: 'suspended', suspendedBy: 'account' }, whole, whole],
    ['under one that the provider set', { designation: 'provider' }, whole, whole],
    ['under one that only the clock has ended', { endsAt: now }, whole, 'grant-ended'],
  ]
  test.each(cases)('%s', (_, of, wanted, outcome) => {
    const given = termsUnder('administrator', grant(of), services, wanted, now)
    expect(given.ok ? given.value : given.refusal).toEqual(outcome)
  })

  test.each<GrantState>(['expired', 'revoked', 'relinquished', 'terminated'])(
    'nothing of one that is %s',
    state => {
      expect(termsUnder('administrator', grant({ state }), services, whole, now)).toMatchObject({
        refusal: 'grant-ended',
      })
    },
  )

  test('nothing by a technician', () => {
    expect(termsUnder('technician', grant(), services, whole, now)).toMatchObject({ refusal: 'not-allowed' })
  })
})

const assigning = (staff: Partial<Assignable>, terms: AssignmentTerms, shown: number | null) => {
  const assigned = assign(
    { role: 'technician', isActive: true, held: null, version: 0, ...staff },
    terms,
    shown,
  )
  return assigned.ok ? assigned.value : assigned.refusal
}

test.each<readonly [Partial<Assignable>, AssignmentTerms, 'given' | 'changed' | AssignRefusal]>([
  [{}, whole, 'given'],
  [{ held: whole }, whole, 'already-assigned'],
  [{ held: whole }, { scope: chosen('services'), endsAt: null }, 'changed'],
  [
    { held: { scope: chosen('services'), endsAt: null } },
    { scope: chosen('services'), endsAt: null },
    'already-assigned',
  ],
  [{ held: { scope: null, endsAt: at(1) } }, { scope: null, endsAt: at(1) }, 'already-assigned'],
  [{ held: { scope: null, endsAt: at(1) } }, whole, 'changed'],
  [{ isActive: false }, whole, 'not-active'],
  [{ isActive: false, held: whole }, whole, 'not-active'],
  [{ role: 'administrator' }, whole, 'not-technician'],
])('%j on %j: %s', (staff, terms, outcome) => {
  expect(assigning(staff, terms, null)).toBe(outcome)
})

test.each<readonly [Partial<Assignable>, AssignmentTerms, 'given' | 'changed' | AssignRefusal, number]>([
  [{}, whole, 'given', 0],
  [{ held: less, version: 2 }, whole, 'changed', 2],
  [{ held: less, version: 3 }, whole, 'changed-meanwhile', 2],
  [{ held: less, version: 1 }, whole, 'changed-meanwhile', 0],
  [{ held: whole, version: 3 }, whole, 'already-assigned', 2],
  // Taken off, or given and taken off, since it was shown.
  [{ version: 0 }, whole, 'changed-meanwhile', 2],
  // Its time was up before the form was shown, and while it was.
  [{ version: 2 }, whole, 'given', 0],
  [{ version: 2 }, whole, 'given', 2],
])('%j on %j, of which the form showed a version: %s', (staff, terms, outcome, shown) => {
  expect(assigning(staff, terms, shown)).toBe(outcome)
})

test('taking somebody off', () => {
  const off = (by: 'administrator' | 'technician', of: Partial<Grant>, held: AssignmentTerms | null) => {
    const taken = takeOff(by, grant(of), held, now)
    return taken.ok || taken.refusal
  }
  expect(off('administrator', {}, whole)).toBe(true)
  expect(off('administrator', {}, null)).toBe('not-assigned')
  expect(off('administrator', { state: 'revoked' }, whole)).toBe('grant-ended')
  expect(off('administrator', { endsAt: now }, whole)).toBe('grant-ended')
  expect(off('technician', {}, whole)).toBe('not-allowed')
})

test('an end is exclusive', () => {
  expect([null, at(1), now, at(-1)].map(endsAt => holdsAt({ endsAt }, now))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
