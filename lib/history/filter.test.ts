import { describe, expect, test } from 'vitest'
import { momentsOf } from '#lib/day-span.ts'
import { historyQuery, isFiltered, parseHistoryFilter } from './filter.ts'

describe('a filter in an address', () => {
  test('comes back as it went', () => {
    const query = {
      kind: 'access',
      firm: 'partner:brightline-it',
      person: 'Théo',
      q: 'a&b',
      from: '2026-11-01',
      to: '2026-11-24',
    }
    const filter = parseHistoryFilter(query)
    expect(Object.fromEntries(new URLSearchParams(historyQuery(filter)))).toEqual(query)
    expect(filter).toMatchObject({ side: null, partner: 'brightline-it' })
  })

  test.each([
    [{ kind: 'everything' }],
    [{ kind: ['access', 'changes'] }],
    [{ firm: 'partner:../../x' }],
    [{ firm: 'partner:' }],
    [{ from: '2026-02-30' }],
    [{ to: '0000-01-01' }],
    [{ person: '\u202e' }],
    [{ q: '   ' }],
    [{ constructor: 'x' }],
  ])('%j filters nothing', query => {
    expect(isFiltered(parseHistoryFilter(query as Record<string, string>))).toBe(false)
  })

  test.each([
    [{ from: '31/12/2026', to: '2026-11-24' }, ['from']],
    [{ from: '2026-11-24', to: '2026-02-30' }, ['to']],
    [{ from: '2026-11-24', to: '2026-11-23' }, ['turned']],
    [{ from: '2026-11-24', to: '2026-11-24' }, []],
    [{ kind: 'everything', firm: 'partner:..' }, ['kind', 'firm']],
    [{ kind: '', firm: '', from: '', to: '' }, []],
  ])('%j: what is not understood is told', (query, misread) => {
    expect(parseHistoryFilter(query as Record<string, string>).misread).toEqual(misread)
  })

  test('a text is cut, never refused', () => {
    expect(parseHistoryFilter({ q: 'x'.repeat(10_000) }).search).toHaveLength(100)
  })
})

test('days are days where the reader is, both included, also across a clock change', () => {
  // In New York the clocks went back on 1 November 2026.
  expect(momentsOf({ from: '2026-11-01', to: '2026-11-01' }, 'America/New_York')).toEqual({
    from: new Date('2026-11-01T04:00:00Z'),
    until: new Date('2026-11-02T05:00:00Z'),
  })
  expect(momentsOf({ from: null, to: null }, 'UTC')).toEqual({ from: null, until: null })
})
