import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed, unpacked, type Values, weigh } from './edit.ts'

const fields = ['a', 'b', 'c'] as const
const values = (a: string, b: string, c: string): Values<'a' | 'b' | 'c'> => ({ a, b, c })
const some = fc.record({
  a: fc.constantFrom('1', '2', '3'),
  b: fc.constantFrom('1', '2', '3'),
  c: fc.constant('1'),
})

test('what differs from what is stored is changed, old and new', () => {
  const shown = values('1', '1', '1')
  expect(weigh(fields, shown, shown, values('1', '2', '1'))).toEqual({
    outcome: 'change',
    changes: { b: ['1', '2'] },
  })
  expect(weigh(fields, shown, shown, shown)).toEqual({ outcome: 'nothing' })
})

test('whoever was overtaken keeps what they typed and gets the newer text where they typed nothing', () => {
  const edit = weigh(fields, values('1', '1', '1'), values('2', '2', '1'), values('3', '1', '1'))
  expect(edit).toEqual({ outcome: 'meanwhile', theirs: ['a', 'b'], merged: values('3', '2', '1') })
})

test('nobody is overtaken by somebody who typed the same', () => {
  expect(weigh(fields, values('1', '1', '1'), values('2', '1', '1'), values('2', '1', '1')).outcome).toBe(
    'nothing',
  )
})

test('nothing that somebody else stored is written over unless the form showed it', () => {
  fc.assert(
    fc.property(some, some, some, (shown, stored, typed) => {
      const edit = weigh(fields, shown, stored, typed)
      if (edit.outcome === 'change') expect(stored).toEqual(shown)
      if (edit.outcome === 'meanwhile') {
        for (const field of fields) {
          expect(edit.merged[field]).toBe(typed[field] === shown[field] ? stored[field] : typed[field])
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('a packed form comes back as it was, anything else as null', () => {
  const shown = values('“x”', '', '<b>')
  expect(unpacked(fields, packed(fields, shown))).toEqual(shown)
  for (const text of [
    '',
    'x',
    '{}',
    '[]',
    '["1","2"]',
    '["1","2",3]',
    '["1","2","3","4"]',
    'null',
    '{"__proto__":1}',
  ])
    expect(unpacked(fields, text)).toBeNull()
})
