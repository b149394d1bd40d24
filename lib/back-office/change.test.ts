import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FieldChanges, type LaterChange, undone, waitAfter } from './change.ts'

test('a refused change goes back to what was, unless a later one has set it', () => {
  const later: LaterChange[] = [{ id: '2', changes: { label: ['B', 'C'] } }]
  expect(undone({ label: ['A', 'B'], enabled: [true, false] }, later)).toEqual({
    fields: { enabled: true },
    later: [{ id: '2', changes: { label: ['A', 'C'] } }],
  })
})

/** A thing and the changes made of it one after the other, as the portal writes them down. */
function made(sets: readonly Record<string, number>[]) {
  const thing: Record<string, number> = { a: 0, b: 0 }
  const changes = sets.map((set, n): LaterChange => {
    const pairs = Object.entries(set).map(([field, is]) => [field, [thing[field], is] as const])
    Object.assign(thing, set)
    return { id: String(n), changes: Object.fromEntries(pairs) as FieldChanges }
  })
  return { thing, changes }
}

test('whichever changes are refused, in their order, the thing holds what the others make of it', () => {
  const set = fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 9 }), { minKeys: 1 })
  const cases = fc.array(fc.tuple(set, fc.boolean()), { maxLength: 6 })
  fc.assert(
    fc.property(cases, list => {
      const { thing, changes } = made(list.map(([one]) => one))
      let waiting = changes
      for (const [, refused] of list) {
        const [first, ...later] = waiting
        if (!first) break
        waiting = later
        if (!refused) continue
        const { fields, later: moved } = undone(first.changes, later)
        Object.assign(thing, fields)
        waiting = later.map(one => moved.find(({ id }) => id === one.id) ?? one)
      }
      const wanted = Object.assign(
        { a: 0, b: 0 },
        ...list.flatMap(([one, refused]) => (refused ? [] : [one])),
      )
      expect(thing).toEqual(wanted)
    }),
  )
})

test('tries grow apart, give way to what was asked for, and never rest for longer than a day', () => {
  expect(waitAfter(1, 0.5)).toBe(10_000)
  expect(waitAfter(2, 0.5)).toBeGreaterThan(waitAfter(1, 0.5))
  expect(waitAfter(400, 1)).toBeLessThan(5_000_000)
  expect(waitAfter(1, 0, 60_000)).toBe(60_000)
  expect(waitAfter(1, 0, 10 ** 12)).toBe(86_400_000)
})
