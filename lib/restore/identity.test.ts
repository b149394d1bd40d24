import { describe, expect, test } from 'vitest'
import { isAnother, learnt, tellsItsServer } from './identity.ts'

const whole = { system: '7301', timeline: '1', database: '16384', table: '16901' }

describe('another database', () => {
  test.each(Object.keys(whole))('is one whose %s is another', part => {
    expect(isAnother(whole, { ...whole, [part]: '2' })).toBe(true)
  })

  test('is not the same one, nor the first that was ever seen', () => {
    expect(isAnother(whole, { ...whole })).toBe(false)
    expect(isAnother({}, whole)).toBe(false)
  })

  test('is not one that says less than before, or more', () => {
    const { system: _, ...less } = whole
    expect(isAnother(whole, less)).toBe(false)
    expect(isAnother(less, whole)).toBe(false)
    // What both know counts all the same.
    expect(isAnother(whole, { ...less, database: '2' })).toBe(true)
  })
})

test('what could not be read at one time is not forgotten', () => {
  const { system: _, ...less } = whole
  expect(learnt(whole, less)).toBeNull()
  expect(learnt(less, whole)).toEqual(whole)
  expect(learnt({}, whole)).toEqual(whole)
  expect(learnt(whole, { ...less, timeline: '2' })).toEqual({ ...whole, timeline: '2' })
})

test('without server or timeline a restore may go unnoticed', () => {
  const { system: _, ...noSystem } = whole
  const { timeline: __, ...noTimeline } = whole
  expect([whole, noSystem, noTimeline].map(tellsItsServer)).toEqual([true, false, false])
})
