import type { ReactNode } from 'react'
import { listAddress } from '#app/_server/list-address.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { id as idForm } from '#lib/form-fields.ts'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** What a list of people is narrowed to, and behind whom it goes on. */
export function askedOf(query: Query): { readonly search: string; readonly after: string | null } {
  return {
    search: typeof query.q === 'string' ? query.q.trim().slice(0, 100) : '',
    after: idForm.safeParse(query.after).data ?? null,
  }
}

interface PeopleListProps {
  readonly words: {
    readonly search: string
    readonly find: string
    readonly nothing: (search: string) => string
    readonly none: string
    readonly noneText: string
    readonly showAll: string
    readonly pages: string
    readonly first: string
    readonly next: string
  }
  readonly list: string
  readonly search: string
  readonly after: string | null
  /** Behind whom the next page begins; undefined = this is the last one. */
  readonly last: { readonly id: string } | undefined
  /** The button that adds the first, for those who may. */
  readonly add: ReactNode
  /** Between the search and the table. */
  readonly note?: ReactNode
  /** Drawn where there is none yet. */
  readonly icon?: IconName
  readonly isEmpty: boolean
  /** The table. */
  readonly children: ReactNode
}

/** The people of one kind on an account, or its client accounts: search, table or what to do where there is none, and the pages. */
export function PeopleList({
  words,
  list,
  search,
  after,
  last,
  add,
  note,
  icon = 'users',
  isEmpty,
  children,
}: PeopleListProps) {
  const place = (more: Record<string, string>) => listAddress(list, { q: search, ...more })
  return (
    <>
      {(search !== '' || after !== null || last !== undefined) && (
        <Search label={words.search} button={words.find} value={search} action={list} />
      )}
      {note}
      <Card flush={!isEmpty}>
        {isEmpty ? (
          <EmptyState
            icon={search ? 'search' : icon}
            title={search ? words.nothing(search) : words.none}
            actions={search ? <LinkButton href={list}>{words.showAll}</LinkButton> : add}
          >
            {!search && <p>{words.noneText}</p>}
          </EmptyState>
        ) : (
          children
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: place({}), label: words.first } : null}
        next={last ? { href: place({ after: last.id }), label: words.next } : null}
      />
    </>
  )
}
