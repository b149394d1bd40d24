import { z } from 'zod'
import type { ServiceKind } from '#lib/access/products.ts'
import { searchText } from '#lib/list-query.ts'

const shown = ['numbers', 'trunks', 'devices', 'users'] as const

/** What the list shows, as it stands in the page's address. */
export interface ListQuery {
  readonly show: (typeof shown)[number] | null
  readonly search: string
  /** The last service and the last user of the page before. */
  readonly after: string | null
  readonly afterUser: string | null
}

const kinds = { numbers: 'number', trunks: 'trunk', devices: 'device' } as const

/** What is not understood filters nothing. */
export function parseListQuery(query: Record<string, string | string[] | undefined>): ListQuery {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const id = (name: string) => (z.uuid().safeParse(text(name)).success ? text(name) : null)
  return {
    show: shown.find(one => one === text('show')) ?? null,
    search: searchText(text('q')),
    after: id('after'),
    afterUser: id('after-user'),
  }
}

export function kindShown(show: ListQuery['show']): ServiceKind | null {
  return show && show !== 'users' ? kinds[show] : null
}
