import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadItem } from './items.ts'
import { goneOf, type Known, merge, type There } from './merge.ts'

const item = (key: string, values: Record<string, unknown> = { label: key }): ReadItem => ({
  ok: true,
  key,
  values,
})
const there = (key: string, values: Record<string, unknown> = { label: key }, mine = true): There => ({
  key,
  mine,
  values,
})
const known = (more: Partial<Known> = {}): Known => ({
  there: [],
  seen: new Set(),
  held: new Set(),
  quiet: [],
  ...more,
})

describe('a page against what is there', () => {
  test('adds what is new, changes what differs, leaves what is the same', () => {
    const merged = merge([item('a'), item('b', { label: 'new' }), item('c')], {
      ...known(),
      there: [there('b', { label: 'old' }), there('c')],
    })
    expect(merged.add.map(one => one.key)).toEqual(['a'])
    expect(merged.change).toMatchObject([{ key: 'b', values: { label: 'new' }, fields: ['label'] }])
    expect(merged.counts).toEqual({ read: 3, added: 1, changed: 1, gone: 0, held: 0, refused: 0 })
  })

  test('a bad row is refused with its place and holds up no other', () => {
    const bad: ReadItem = { ok: false, key: 'x', fault: { field: 'label', code: 'missing' } }
    const merged = merge([item('a'), bad, item('b')], known())
    expect(merged.refused).toEqual([{ row: 2, key: 'x', field: 'label', code: 'missing' }])
    expect(merged.add).toHaveLength(2)
    expect(merged.came).toEqual(['a', 'x', 'b'])
  })

  test('the same thing twice counts once, on one page and over several', () => {
    const merged = merge([item('a'), item('a'), item('b')], known({ seen: new Set(['b']) }))
    expect(merged.add.map(one => one.key)).toEqual(['a'])
    expect(merged.refused.map(one => [one.row, one.code])).toEqual([
      [2, 'twice'],
      [3, 'twice'],
    ])
  })

  test('another account’s thing is refused, never changed', () => {
    const merged = merge([item('a', { label: 'mine now' })], known({ there: [there('a', {}, false)] }))
    expect(merged).toMatchObject({ add: [], change: [], came: [] })
    expect(merged.refused).toMatchObject([{ row: 1, field: 'key', code: 'other-account' }])
  })

  test('a thing with a change on its way keeps what the portal says', () => {
    const merged = merge(
      [item('a', { label: 'older' })],
      known({ there: [there('a')], held: new Set(['a']) }),
    )
    expect(merged).toMatchObject({ change: [], came: ['a'], counts: { held: 1, changed: 0 } })
  })

  test('what is quiet is written and not told', () => {
    const merged = merge([item('CAD', { amount: 1, asOf: 'today' })], {
      ...known({ quiet: ['asOf'] }),
      there: [there('CAD', { amount: 1, asOf: 'yesterday' })],
    })
    expect(merged.change).toMatchObject([{ key: 'CAD', fields: [] }])
    expect(merged.counts.changed).toBe(0)
  })

  test('a second pull of the same changes nothing, whatever came', () => {
    const items = fc.array(
      fc
        .record({ key: fc.constantFrom('a', 'b', 'c', 'd'), label: fc.string() })
        .map(({ key, label }) => item(key, { label })),
    )
    fc.assert(
      fc.property(items, page => {
        const first = merge(page, known())
        const holds = first.add.map(one => there(one.key, one.values))
        const again = merge(page, known({ there: holds }))
        expect([...again.add, ...again.change]).toEqual([])
        expect(first.counts.added + first.counts.refused).toBe(page.length)
      }),
    )
  })
})

describe('what did not come', () => {
  const none = { seen: new Set<string>(), held: new Set<string>(), unread: 0 }
  const keys = Array.from({ length: 12 }, (_, n) => `k${n}`)

  test('is gone', () => {
    expect(goneOf(['a', 'b'], { ...none, seen: new Set(['a']) })).toEqual({ gone: ['b'], stopped: null })
  })
  test('stays while a change of it is on its way', () => {
    expect(goneOf(['a'], { ...none, held: new Set(['a']) }).gone).toEqual([])
  })
  test('stays where a row’s key could not be read', () => {
    expect(goneOf(['a', 'b'], { ...none, unread: 1 })).toEqual({ gone: [], stopped: 'unread' })
  })
  test('stays where it is more than half of many', () => {
    expect(goneOf(keys, none)).toEqual({ gone: [], stopped: 'too-many' })
    expect(goneOf(keys, { ...none, seen: new Set(keys.slice(0, 5)) }).stopped).toBe('too-many')
    expect(goneOf(keys, { ...none, seen: new Set(keys.slice(0, 6)) }).gone).toHaveLength(6)
    expect(goneOf(keys.slice(0, 3), none).gone).toHaveLength(3)
  })
})
