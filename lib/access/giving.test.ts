import { expect, test } from 'vitest'
import { give } from './giving.ts'
import { chosenQuery, durationOf, scopeOf } from './giving-form.ts'

const now = new Date('2026-11-24T12:00:00.000Z')
const later = new Date('2026-11-25T12:00:00.000Z')
const rules = { longestHours: null, zone: 'UTC' }
const day = { scope: { name: 'services', pages: [] }, duration: { kind: 'hours', hours: 24 } } as const

test('the clock starts now, or at the agreed start if that is still to come', () => {
  const end = new Date('2026-11-26T12:00:00.000Z')
  expect(give(day, null, now, rules)).toMatchObject({
    value: { startsAt: now, endsAt: later, state: 'active' },
  })
  expect(give(day, later, now, rules)).toMatchObject({
    value: { startsAt: later, endsAt: end, state: 'scheduled' },
  })
  expect(give(day, now, later, rules)).toMatchObject({
    value: { startsAt: later, endsAt: end, state: 'active' },
  })
})

test('no longer than the provider allows', () => {
  expect(give(day, null, now, { ...rules, longestHours: 24 }).ok).toBe(true)
  expect(give(day, null, now, { ...rules, longestHours: 23 })).toMatchObject({ refusal: 'longer-than-limit' })
})

test('what was chosen comes back from its address', () => {
  const chosen = {
    duration: 'until',
    until: '2026-12-31',
    scope: 'chosen',
    pages: ['fax', 'sms', 'fax'],
  } as const
  expect(String(chosenQuery(chosen))).toBe('duration=until&scope=chosen&until=2026-12-31&pages=fax&pages=sms')
  expect(scopeOf({ ...chosen, scope: 'full' })).toEqual({ name: 'full', pages: [] })
  expect(durationOf({ ...chosen, until: '' })).toBeNull()
})
