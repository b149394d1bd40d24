import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsvLine } from './csv-line.ts'
import { LineSplitter, longestLine, looksLikeUtf16, withoutMark } from './file-lines.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const field = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '"', ',', ' ', ';', "'", '\t', '=') })
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const written = (text: string) => (/[",]/.test(text) ? quoted(text) : text)

describe('a line of CSV', () => {
  test.each([
    ['', ['']],
    [',', ['', '']],
    ['a,b', ['a', 'b']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a ""b""",""', ['a "b"', '']],
    [' a , "b', null],
  ])('%j', (line, fields) => {
    const read = readCsvLine(line)
    expect(read.ok ? read.fields : null).toEqual(fields)
  })

  test.each([
    ['a,b"c', 'stray-quote', 1, 4],
    ['a,"b', 'open-quote', 1, 3],
    ['a,"b"c,d', 'after-quote', 1, 6],
    ['😀é,"b" ,d', 'after-quote', 1, 7],
  ])('%j has a fault: %s', (line, fault, before, character) => {
    expect(readCsvLine(line)).toMatchObject({ ok: false, fault, character })
    expect(readCsvLine(line).fields).toHaveLength(before)
  })

  test('gives back what was written, and the same as csv-parse', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, fc.boolean()), { minLength: 1, maxLength: 6 }), fields => {
        const values = fields.map(([text]) => text)
        const line = fields.map(([text, always]) => (always ? quoted(text) : written(text))).join(',')
        expect(readCsvLine(line)).toEqual({ ok: true, fields: values })
        if (line !== '') expect(parse(`${line}\n`)).toEqual([values])
      }),
    )
  })

  test('tells every fault at its field and character', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 4 }), fc.stringMatching(/^[a-z é]{1,5}$/), (before, plain) => {
        const start = before.map(text => `${written(text)},`).join('')
        const faults = [
          ['stray-quote', `${start}${plain}"x,y`, plain.length],
          ['open-quote', `${start}"${plain},y`, 0],
          ['after-quote', `${start}"${plain}"x,y`, plain.length + 2],
        ] as const
        for (const [fault, line, offset] of faults) {
          const character = [...start].length + offset + 1
          expect(readCsvLine(line)).toEqual({ ok: false, fault, fields: before, character })
        }
      }),
    )
  })
})

function split(text: string, sizes: readonly number[]) {
  const splitter = new LineSplitter()
  const all = bytes(text)
  const lines: [number, string][] = []
  const take = (found: Iterable<{ number: number; bytes: Uint8Array }>) => {
    for (const line of found) lines.push([line.number, new TextDecoder().decode(line.bytes)])
  }
  let from = 0
  for (let i = 0; from < all.length; i++) {
    const size = sizes[i % sizes.length] ?? 1
    take(splitter.push(all.subarray(from, from + size)))
    from += size
  }
  take(splitter.end())
  return lines
}

describe('the lines of a file', () => {
  test('have the numbers that an editor shows, however the pieces come', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n') })
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    fc.assert(
      fc.property(text, sizes, (whole, pieces) => {
        const expected = whole
          .split('\n')
          .map((line, at): [number, string] => [at + 1, line.replace(/\r$/, '')])
        if (whole === '' || whole.endsWith('\n')) expected.pop()
        expect(split(whole, pieces)).toEqual(expected)
      }),
    )
  })

  test('are cut where they are too long; the next one has its own number', () => {
    const splitter = new LineSplitter()
    const piece = bytes('x'.repeat(10_000))
    for (let i = 0; i < 200; i++) expect([...splitter.push(piece)]).toEqual([])
    const [long, next] = [...splitter.push(bytes('\nnext\n'))]
    expect([long?.number, long?.cut, long?.bytes.length]).toEqual([1, true, longestLine])
    expect([next?.number, next?.cut, new TextDecoder().decode(next?.bytes)]).toEqual([2, false, 'next'])
  })

  test('UTF-16 is seen with and without its mark; the mark of UTF-8 is no part of the text', () => {
    const utf16 = Buffer.from('name,x', 'utf16le')
    expect(
      [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff, 0]), utf16, utf16.swap16()].map(looksLikeUtf16),
    ).toEqual([true, true, true, true])
    expect(['', 'n', 'name', 'é,é'].map(text => looksLikeUtf16(bytes(text)))).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(withoutMark(bytes('\ufeffname')))).toBe(
      'name',
    )
    expect(new TextDecoder().decode(withoutMark(bytes('name')))).toBe('name')
  })
})
