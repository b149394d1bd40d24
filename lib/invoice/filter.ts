import { isCalendarDay } from '#lib/duration.ts'
import { listQuery, searchText } from '#lib/list-query.ts'
import { type InvoiceState, invoiceStates } from './invoice.ts'

/** What a list of invoices is narrowed to; everything is in the page's address. */
export interface InvoiceFilter {
  readonly state: InvoiceState | null
  /** The year in which they were issued: "2026". */
  readonly year: string
  readonly search: string
  /** What stands in the address and was not understood, so that the reader is told: it filters nothing. */
  readonly misread: readonly MisreadInvoice[]
}

export type MisreadInvoice = 'state' | 'year'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads a filter from an address. What is not understood filters nothing. */
export function parseInvoiceFilter(query: Query): InvoiceFilter {
  const one = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : '')
  const state = invoiceStates.find(name => name === one('state')) ?? null
  const year = /^(?:19[7-9]|20|21)\d{1,2}$/.test(one('year')) && one('year').length === 4 ? one('year') : ''
  const misread: MisreadInvoice[] = []
  if (query.state && !state) misread.push('state')
  if (query.year && !year) misread.push('year')
  const search = searchText(one('q'))
  return { state, year, search, misread }
}

/** The filter as it stands in an address, with whatever else belongs there; empty where nothing does. */
export function invoiceQuery(filter: InvoiceFilter, more: Readonly<Record<string, string>> = {}): string {
  return listQuery({ state: filter.state, year: filter.year, q: filter.search, ...more })
}

export function isNarrowed(filter: InvoiceFilter): boolean {
  return invoiceQuery(filter) !== ''
}

/** Where a list goes on: behind this day, and behind this id of the same day. */
export interface InvoicePosition {
  readonly day: string
  readonly id: string
}

const cursorForm = /^(\d{4}-\d\d-\d\d)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads a cursor; one that is none begins at the first page. */
export function invoicePosition(cursor: string | undefined): InvoicePosition | null {
  const [, day = '', id = ''] = cursorForm.exec(cursor ?? '') ?? []
  return isCalendarDay(day) ? { day, id } : null
}
