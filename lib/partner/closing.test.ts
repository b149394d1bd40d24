import { expect, test } from 'vitest'
import { close } from './closing.ts'

test('a firm is closed once, and for good', () => {
  expect(close({ closedAt: null })).toEqual({ ok: true, value: 'closed' })
  expect(close({ closedAt: new Date(0) })).toEqual({ ok: false, refusal: 'already-closed' })
})
