import { isCalendarDay } from '#lib/duration.ts'
import { listQuery } from '#lib/list-query.ts'
import { type HistoryKind, isHistoryKind } from './kinds.ts'

/** On whose side an event was done, where that is no single partner's. */
export const sides = ['account', 'provider', 'portal'] as const
export type HistorySide = (typeof sides)[number]

/** What a history is narrowed to; everything is in the page's address, so that it can be kept and passed on. */
export interface HistoryFilter {
  readonly kind: HistoryKind | null
  readonly side: HistorySide | null
  /** The slug of a partner whose dealings with the account are meant, by whomever they were done. */
  readonly partner: string | null
  /** A part of the name of whoever did it. */
  readonly person: string
  readonly search: string
  /** Days where the reader is, both included. */
  readonly from: string | null
  readonly to: string | null
  /** What stands in the address and was not understood, so that the reader is told: it filters nothing. */
  readonly misread: readonly Misread[]
}

/** The parts that can be misread; `turned`: the first day comes after the last, so nothing lies between. */
export type Misread = 'kind' | 'firm' | 'from' | 'to' | 'turned'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const slug = /^[a-z0-9][a-z0-9-]{0,79}$/
const century = /^(20|21)/
const invisible = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** Reads a filter from an address. What is not understood filters nothing. */
export function parseHistoryFilter(query: Query): HistoryFilter {
  const one = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : '')
  const text = (name: string) => one(name).normalize('NFC').replace(invisible, '').trim().slice(0, 100)
  const day = (name: string) => (century.test(one(name)) && isCalendarDay(one(name)) ? one(name) : null)
  const kind = one('kind')
  const firm = one('firm')
  const side = sides.find(name => name === firm) ?? null
  const named = firm.startsWith('partner:') ? firm.slice('partner:'.length) : ''
  const partner = slug.test(named) ? named : null
  const [from, to] = [day('from'), day('to')]
  const understood = {
    kind: isHistoryKind(kind),
    firm: side !== null || partner !== null,
    from: from !== null,
    to: to !== null,
  }
  const parts = ['kind', 'firm', 'from', 'to'] as const
  const misread: Misread[] = parts.filter(part => query[part] && !understood[part])
  if (from && to && from > to) misread.push('turned')
  return {
    kind: isHistoryKind(kind) ? kind : null,
    side,
    partner,
    person: text('person'),
    search: text('q'),
    from,
    to,
    misread,
  }
}

/** What the form's field for firms holds. */
export function firmValue({ side, partner }: Pick<HistoryFilter, 'side' | 'partner'>): string {
  return partner ? `partner:${partner}` : (side ?? '')
}

/** The filter as it stands in an address, with whatever else belongs there; empty where nothing does. */
export function historyQuery(filter: HistoryFilter, more: Readonly<Record<string, string>> = {}): string {
  return listQuery({
    kind: filter.kind ?? '',
    firm: firmValue(filter),
    person: filter.person,
    q: filter.search,
    from: filter.from ?? '',
    to: filter.to ?? '',
    ...more,
  })
}

export function isFiltered(filter: HistoryFilter): boolean {
  return historyQuery(filter) !== ''
}
