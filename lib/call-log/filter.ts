import type { DaySpan } from '#lib/day-span.ts'
import { isCalendarDay } from '#lib/duration.ts'
import { listQuery, searchText } from '#lib/list-query.ts'
import { digitsOf } from '#lib/phone.ts'
import { type CallResult, type Direction, directions, type RecordKind, results } from './record.ts'

/** What a call log is narrowed to; everything is in the page's address. Its days are those where the account is. */
export interface CallFilter extends DaySpan {
  readonly kind: RecordKind
  readonly direction: Direction | null
  readonly result: CallResult | null
  /** The digits of one of the account's own numbers. */
  readonly number: string
  readonly search: string
  /** What stands in the address and was not understood, so that the reader is told: it filters nothing. */
  readonly misread: readonly MisreadCall[]
}

/** `turned`: the first day comes after the last, so nothing lies between. */
export type MisreadCall = 'direction' | 'result' | 'number' | 'from' | 'to' | 'turned'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const century = /^(20|21)/

/** Reads a filter from an address. What is not understood filters nothing. */
export function parseCallFilter(query: Query): CallFilter {
  const one = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : '')
  const day = (name: string) => (century.test(one(name)) && isCalendarDay(one(name)) ? one(name) : null)
  const direction = directions.find(name => name === one('direction')) ?? null
  const result = results.find(name => name === one('result')) ?? null
  const number = /^\d{2,15}$/.test(one('number')) ? one('number') : ''
  const [from, to] = [day('from'), day('to')]
  const understood = { direction, result, number, from, to }
  const parts = ['direction', 'result', 'number', 'from', 'to'] as const
  const misread: MisreadCall[] = parts.filter(part => query[part] && !understood[part])
  if (from && to && from > to) misread.push('turned')
  return {
    kind: one('log') === 'switch' ? 'switch' : 'call',
    direction,
    result,
    number,
    search: searchText(one('q')),
    from,
    to,
    misread,
  }
}

/** The filter as it stands in an address, with whatever else belongs there; empty where nothing does. */
export function callQuery(filter: CallFilter, more: Readonly<Record<string, string>> = {}): string {
  return listQuery({
    log: filter.kind === 'switch' ? 'switch' : '',
    direction: filter.direction ?? '',
    result: filter.result ?? '',
    number: filter.number,
    q: filter.search,
    from: filter.from ?? '',
    to: filter.to ?? '',
    ...more,
  })
}

/** Whether anything is left out but the other log. */
export function isNarrowed(filter: CallFilter): boolean {
  return callQuery({ ...filter, kind: 'call' }) !== ''
}

const numberLike = /^\+?[\d\s().-]*$/

/** The digits that somebody looks for, where they look for a number. */
export function digitsWanted(search: string): string {
  return numberLike.test(search) ? digitsOf(search) : ''
}
