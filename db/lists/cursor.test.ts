import { describe, expect, test } from 'vitest'
import { foldedText } from '#lib/fold.ts'
import { momentPosition } from './moment-cursor.ts'
import { containing, nameCursor, namePosition } from './name-search.ts'

const id = '4f6b3f9e-8f2c-4b7e-9a51-2d8f3f1d7c55'

describe('a place in a list ordered by moments', () => {
  test('is read back as it was given', () => {
    const at = '2026-11-22T05:11:21.572001'
    expect(momentPosition(`${at}_${id}`)).toEqual({ at, id })
  })
  test.each([
    undefined,
    '',
    id,
    `2026-02-30T05:11:21.572001_${id}`,
    `9999-99-99T99:99:99.000000_${id}`,
    `0000-01-01T00:00:00.000000_${id}`,
    `2026-11-22T24:00:00.000000_${id}`,
    `2026-11-22T05:11:21.572001_${'-'.repeat(36)}`,
    `2026-11-22T05:11:21.572001_${id}\n`,
  ])('%j is none', cursor => {
    expect(momentPosition(cursor)).toBeNull()
  })
})

describe('a place in a list ordered by names', () => {
  test('is read back as it was given, whatever is in the name', () => {
    for (const name of ['maple_logistics', '', 'a\nb', '_', '%'])
      expect(namePosition(nameCursor({ id, name }))).toEqual({ id, name })
  })
  test.each([undefined, '', 'x', id, `${id}_a\0b`, `${'-'.repeat(36)}_a`])('%j is none', cursor => {
    expect(namePosition(cursor)).toBeNull()
  })
})

test('what is searched loses case, accents and what no name holds; wildcards stand for themselves', () => {
  expect(foldedText('Érable Santé')).toBe('erable sante')
  expect(foldedText('Łódź Ștefan Ørsted')).toBe('lodz stefan orsted')
  expect(containing(' Ça\0 va ')).toBe('%ca va%')
  expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%')
  expect(containing('  ')).toBeNull()
  expect(containing(undefined)).toBeNull()
})
