import { id } from '#lib/form-fields.ts'
import { listQuery, searchText } from '#lib/list-query.ts'

/** What the list can be narrowed to: running ones, those with a free licence, those that wait for the provider's systems, past ones. */
export const shownSubscriptions = ['active', 'free', 'waiting', 'over'] as const
export type ShownSubscriptions = (typeof shownSubscriptions)[number]

/** What the list shows; everything is in the page's address. */
export interface SubscriptionFilter {
  readonly show: ShownSubscriptions | null
  readonly search: string
  /** The last subscription of the page before. */
  readonly after: string | null
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads a filter from an address. What is not understood filters nothing. */
export function parseSubscriptionFilter(query: Query): SubscriptionFilter {
  const one = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : '')
  return {
    show: shownSubscriptions.find(name => name === one('show')) ?? null,
    search: searchText(one('q')),
    after: id.safeParse(query.after).data ?? null,
  }
}

/** The filter as it stands in an address, with where it goes on if that is given. */
export function subscriptionQuery(
  { show, search }: Pick<SubscriptionFilter, 'show' | 'search'>,
  after?: string,
): string {
  return listQuery({ show, q: search, after })
}
