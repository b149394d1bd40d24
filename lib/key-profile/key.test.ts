import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editProfileForm, keysIn, moveIn, moves } from './forms.ts'
import { grandstreamXml } from './grandstream.ts'
import {
  checkKey,
  emptyKey,
  type KeyKind,
  keyFrom,
  keyKinds,
  keyText,
  mostKeys,
  movedKey,
  phoneKinds,
  profileFields,
  profileValues,
} from './key.ts'
import { keyTold } from './words.ts'

const extensions = new Map([['203', 'id-203']])

test.each<[KeyKind, string, string]>([
  ['none', 'whatever', 'none  '],
  ['line', '', 'line 1 '],
  ['line', '6', 'line 6 '],
  ['line', '7', 'not-a-line'],
  ['line', '0', 'not-a-line'],
  ['speed-dial', '+1 604 555 0123', 'speed-dial +1 604 555 0123 '],
  ['speed-dial', '911', 'speed-dial 911 '],
  ['speed-dial', 'FLOWERS', 'not-dialable'],
  ['speed-dial', '', 'not-dialable'],
  ['blf', '203', 'blf  id-203'],
  ['blf', '204', 'no-such-extension'],
  ['blf', '', 'no-such-extension'],
  ['park', '701', 'park 701 '],
  ['park', '*5701', 'park *5701 '],
  ['park', 'x', 'not-a-place'],
  ['code', '*97', 'code *97 '],
  ['code', '97', 'not-a-code'],
  ['code', '*', 'not-a-code'],
  ['tones', '12a#,', 'tones 12A#, '],
  ['tones', '1e', 'not-tones'],
  ['tones', '', 'not-tones'],
])('a key %s with %j is %j', (kind, value, told) => {
  const checked = checkKey({ kind, value, label: '' }, extensions)
  expect(
    checked.ok
      ? `${checked.value.kind} ${checked.value.value} ${checked.value.extensionId ?? ''}`
      : checked.fault,
  ).toBe(told)
})

describe('keys of a phone', () => {
  test('moving one changes two places and loses nothing; back again is as before', () => {
    const keys = fc.array(fc.string(), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(keys, fc.nat(13), fc.nat(13), (all, from, to) => {
        const moved = movedKey(all, from, to)
        expect([...moved].sort()).toEqual([...all].sort())
        expect(movedKey(moved, to, from)).toEqual(all)
      }),
    )
  })

  test('a key as a text is read back as it was, whatever is on it', () => {
    const key = fc.record({
      kind: fc.constantFrom(...keyKinds.filter(kind => kind !== 'none')),
      value: fc.string().filter(text => !text.includes('|')),
      label: fc.string(),
    })
    fc.assert(
      fc.property(key, one => {
        expect(keyFrom(keyText(one))).toEqual(one)
      }),
    )
    expect(keyText(emptyKey)).toBe('')
    expect(keyFrom('')).toEqual(emptyKey)
    expect(keyFrom('nonsense|1|x')).toEqual(emptyKey)
  })

  test('no kind of phone has more keys than are told of', () => {
    expect(Math.max(...Object.values(phoneKinds))).toBe(mostKeys)
    expect(Object.keys(profileValues('x', []))).toEqual([...profileFields])
  })

  test('every move that a button offers is understood, and nothing else', () => {
    expect(moves.map(moveIn).every(move => move && Math.abs(move.from - move.to) === 1)).toBe(true)
    expect(moveIn('save')).toBeNull()
  })

  test('a form of twelve keys stays under what a form may carry, and is read in its order', () => {
    expect(Object.keys(editProfileForm.shape).length).toBeLessThan(100)
    expect(keysIn({ kind1: 'line', kind3: 'blf', value3: '203', kind9: 'park' }, 4)).toEqual([
      { kind: 'line', value: '', label: '' },
      { kind: 'none', value: '', label: '' },
      { kind: 'blf', value: '203', label: '' },
      { kind: 'none', value: '', label: '' },
    ])
  })

  test('is told in words', () => {
    expect(keyTold({ kind: 'blf', value: '203', label: 'Lab' }, 'en')).toBe('Busy lamp 203 (Lab)')
    expect(keyTold(emptyKey, 'fr')).toBe('Rien')
  })
})

describe('a profile for phones of Grandstream', () => {
  test('holds every key at its place, the seventh and all after it in another range', () => {
    const keys = Array.from({ length: 8 }, () => emptyKey).map((key, at) =>
      at === 0
        ? { ...key, kind: 'line' as const, value: '2' }
        : at === 6
          ? { ...key, kind: 'blf' as const, value: '203', label: 'Lab' }
          : key,
    )
    const xml = grandstreamXml(keys)
    expect(xml).toContain('<P1363>0</P1363>\n    <P1364>1</P1364>\n    <P1465></P1465>\n    <P1466></P1466>')
    expect(xml).toContain('<P1373>31</P1373>')
    expect(xml).toContain(
      '<P23800>11</P23800>\n    <P23801>0</P23801>\n    <P23802>Lab</P23802>\n    <P23803>203</P23803>',
    )
    expect(xml.match(/<P\d+>/g)).toHaveLength(32)
    expect(new Set(xml.match(/<P\d+>/g)).size).toBe(32)
  })

  test('what somebody typed ends no element and begins none', () => {
    const label = fc.string({ maxLength: 20 })
    fc.assert(
      fc.property(label, text => {
        const xml = grandstreamXml([{ kind: 'speed-dial', value: '+1 604 555 0123', label: text }])
        expect(xml.match(/[<>]/g)).toHaveLength(26)
        expect(xml).toContain('<P1466>+16045550123</P1466>')
      }),
    )
    expect(grandstreamXml([{ kind: 'line', value: '1', label: '</P1465><P2>x' }])).toContain(
      '&lt;/P1465&gt;&lt;P2&gt;x',
    )
  })
})
