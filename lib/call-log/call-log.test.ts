import { describe, expect, test } from 'vitest'
import { csvFaultSentence } from '#lib/csv-words.ts'
import { readCalls, recordOf } from './file.ts'
import { callQuery, digitsWanted, isNarrowed, parseCallFilter } from './filter.ts'
import { byHour, byWeekday, topOf } from './report.ts'
import { clockSpan, partyText } from './words.ts'

describe('a filter', () => {
  test('is read from an address and written back', () => {
    const query = {
      log: 'switch',
      direction: 'incoming',
      result: 'missed',
      number: '16045550123',
      q: ' 0130 ',
      from: '2026-11-01',
      to: '2026-11-02',
    }
    const filter = parseCallFilter(query)
    expect(filter).toMatchObject({ kind: 'switch', search: '0130', misread: [] })
    expect(parseCallFilter(Object.fromEntries(new URLSearchParams(callQuery(filter))))).toEqual(filter)
    expect([isNarrowed(filter), isNarrowed(parseCallFilter({ log: 'switch' }))]).toEqual([true, false])
  })

  test('says what of it was not understood, and filters nothing by it', () => {
    const { misread, ...filter } = parseCallFilter({
      direction: 'up',
      result: '__proto__',
      number: "1' or 1",
      from: '2026-02-30',
      to: '9999-99-99',
    })
    expect(misread).toEqual(['direction', 'result', 'number', 'from', 'to'])
    expect(filter).toEqual({
      kind: 'call',
      direction: null,
      result: null,
      number: '',
      search: '',
      from: null,
      to: null,
    })
    expect(parseCallFilter({ from: '2026-11-02', to: '2026-11-01' }).misread).toEqual(['turned'])
  })

  test('looks for digits where a number is typed, else for words', () => {
    expect(digitsWanted('(604) 555-01')).toBe('60455501')
    expect(digitsWanted('Ines 604')).toBe('')
  })
})

const head = 'id,started,kind,direction,from,to,answered_by,ring_seconds,talk_seconds,result'
const read = (text: string) => readCalls(Buffer.from(text))

describe('a file of call records', () => {
  test('is read in either language; a record without an id is known by what it says', () => {
    const english = read(
      `${head}\nr-1,2026-11-24T14:05:00-08:00,call,incoming,'+1 778 555 0130,'+1 604 555 0123,Ines,7,93,answered`,
    )
    expect(english.faults).toEqual([])
    const [one] = english.rows.map(recordOf)
    expect(one).toMatchObject({
      recordId: 'r-1',
      number: '+1 604 555 0123',
      startedAt: new Date('2026-11-24T22:05:00Z'),
    })
    const french = read(
      `Début,Sens,De,À,Résultat\n2026-11-24 14:05:00-08:00,Sortant,+1 604 555 0123,+1 778 555 0130,Manqué`,
    )
    expect(french.faults).toEqual([])
    const [other] = french.rows.map(recordOf)
    expect(other).toMatchObject({
      direction: 'outgoing',
      result: 'missed',
      kind: 'call',
      number: '+1 604 555 0123',
    })
    expect(other?.recordId).toMatch(/^row-[\w-]{43}$/)
    expect(french.rows.map(recordOf)[0]?.recordId).toBe(other?.recordId)
  })

  test.each<[string, string, string, RegExp]>([
    ['a bad moment', 'r,yesterday,call,incoming,204,205,,0,0,missed', 'started', /2026-11-24T14:05:00-08:00/],
    [
      'a bad direction',
      'r,2026-11-24T14:05:00Z,call,up,204,205,,0,0,missed',
      'direction',
      /incoming, outgoing/,
    ],
    ['a bad result', 'r,2026-11-24T14:05:00Z,call,incoming,204,205,,0,0,gone', 'result', /answered, missed/],
    [
      'letters for a number',
      'r,2026-11-24T14:05:00Z,call,incoming,abc,205,,0,0,missed',
      'from',
      /no letters/,
    ],
    [
      'half seconds',
      'r,2026-11-24T14:05:00Z,call,incoming,204,205,,0.5,0,missed',
      'ring_seconds',
      /whole number/,
    ],
    ['a formula', 'r,2026-11-24T14:05:00Z,call,incoming,204,205,=1+1,0,0,missed', 'answered_by', /formula/],
  ])('with %s is refused with place and cure', (_, row, column, told) => {
    const [fault] = read(`${head}\n${row}`).faults
    expect(fault).toMatchObject({ line: 2, column })
    expect(csvFaultSentence(fault?.code ?? '', '', 'en')).toMatch(told)
    expect(csvFaultSentence(fault?.code ?? '', '', 'fr')).not.toBe('')
  })
})

describe('a report', () => {
  const counted = [
    { weekday: 1, hour: 9, calls: 4, answered: 3 },
    { weekday: 7, hour: 9, calls: 1, answered: 0 },
    { weekday: 1, hour: 23, calls: 2, answered: 2 },
  ]

  test('sums by hour and by weekday, with a bar for each', () => {
    const hours = byHour(counted, 'en')
    expect(hours).toHaveLength(24)
    expect(hours[9]).toEqual({ label: '9:00', short: '9', calls: 5, answered: 3 })
    expect(byHour(counted, 'fr')[23]).toEqual({ label: '23 h', short: '23', calls: 2, answered: 2 })
    expect(byWeekday(counted, 'en').map(bar => [bar.label, bar.calls])).toEqual([
      ['Monday', 6],
      ['Tuesday', 0],
      ['Wednesday', 0],
      ['Thursday', 0],
      ['Friday', 0],
      ['Saturday', 0],
      ['Sunday', 1],
    ])
    expect(byWeekday(counted, 'fr')[0]?.label).toBe('lundi')
  })

  test.each([
    [0, 1],
    [1, 1],
    [3, 4],
    [7, 8],
    [11, 20],
    [50, 60],
    [81, 100],
    [999_999, 1_000_000],
  ])('of at most %d calls goes up to %d', (calls, top) => {
    expect(topOf([{ label: '', short: '', calls, answered: 0 }])).toBe(top)
  })
})

test('spans and parties as they are shown', () => {
  expect([0, 7, 750, 3723].map(clockSpan)).toEqual(['0:00', '0:07', '12:30', '1:02:03'])
  expect(partyText('', 'en')).toBe('Number withheld')
  expect(partyText('anonymous', 'fr')).toBe('Numéro masqué')
})
