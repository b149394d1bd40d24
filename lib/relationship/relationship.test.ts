import { expect, test } from 'vitest'
import { end, start } from './relationship.ts'

const some = new Date('2026-11-29T12:00:00Z')

test('a pair has one relationship at a time', () => {
  expect(start({ hasRunning: false })).toEqual({ ok: true, value: 'running' })
  expect(start({ hasRunning: true })).toEqual({ ok: false, refusal: 'already-running' })
})

test('a relationship ends once', () => {
  expect(end({ endedAt: null })).toEqual({ ok: true, value: 'ended' })
  expect(end({ endedAt: some })).toEqual({ ok: false, refusal: 'already-ended' })
})
