import { z } from 'zod'
import { type ExtensionFilter, extensionFilters } from '#db/pbx-extension/reads.ts'
import { searchText } from '#lib/list-query.ts'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** What an address narrows the list to. What is not understood narrows nothing. */
export function asked(query: Query) {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const only: ExtensionFilter | null = extensionFilters.find(filter => filter === one('only')) ?? null
  return {
    search: searchText(one('q')),
    only,
    profile: z.uuid().safeParse(one('profile')).data ?? null,
    after: /^\d{2,6}$/.test(one('after')) ? one('after') : null,
    undo: z.uuid().safeParse(one('undo')).data ?? null,
  }
}
