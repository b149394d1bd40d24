import type { DaySpan } from '#lib/day-span.ts'
import { isCalendarDay } from '#lib/duration.ts'
import { listQuery, searchText } from '#lib/list-query.ts'
import { type FaxDirection, type FaxState, faxDirections, faxStates } from './fax.ts'

/** What a list of faxes is narrowed to; everything is in the page's address. Its days are those where the account is. */
export interface FaxFilter extends DaySpan {
  readonly direction: FaxDirection | null
  readonly state: FaxState | null
  readonly search: string
  /** What stands in the address and was not understood, so that the reader is told: it filters nothing. */
  readonly misread: readonly MisreadFax[]
}

/** `turned`: the first day comes after the last, so nothing lies between. */
export type MisreadFax = 'direction' | 'state' | 'from' | 'to' | 'turned'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const century = /^(20|21)/

/** Reads a filter from an address. What is not understood filters nothing. */
export function parseFaxFilter(query: Query): FaxFilter {
  const one = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : '')
  const day = (name: string) => (century.test(one(name)) && isCalendarDay(one(name)) ? one(name) : null)
  const direction = faxDirections.find(name => name === one('direction')) ?? null
  const state = faxStates.find(name => name === one('state')) ?? null
  const [from, to] = [day('from'), day('to')]
  const understood = { direction, state, from, to }
  const parts = ['direction', 'state', 'from', 'to'] as const
  const misread: MisreadFax[] = parts.filter(part => query[part] && !understood[part])
  if (from && to && from > to) misread.push('turned')
  return { ...understood, search: searchText(one('q')), misread }
}

/** The filter as it stands in an address, with whatever else belongs there; empty where nothing does. */
export function faxQuery(filter: FaxFilter, more: Readonly<Record<string, string>> = {}): string {
  return listQuery({
    direction: filter.direction,
    state: filter.state,
    q: filter.search,
    from: filter.from,
    to: filter.to,
    ...more,
  })
}

/** Whether anything is left out. */
export function isNarrowed(filter: FaxFilter): boolean {
  return faxQuery(filter) !== ''
}
