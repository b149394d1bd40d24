import { PartnerFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { Tiles } from '#components/ui/tiles.tsx'
import {
  type AskCounts,
  type AskFilter,
  askCounts,
  askFilters,
  asksOfPartner,
} from '#db/access-request/partner-list.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../words.ts'
import { listWords } from './list-words.ts'
import { RequestTable } from './request-table.tsx'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(listWords, words => words.title)

/** Everything that the firm has asked for: what waits for its own answer first, then what waits for its customers. */
export default async function RequestsPage({ params, searchParams }: Props) {
  const query = await searchParams
  const filter = askFilters.find(one => one === query.show) ?? 'open'
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await partnerPage((await params).partner, (tx, partner) =>
    Promise.all([askCounts(tx, partner), asksOfPartner(tx, partner, { filter, search, after })]),
  )
  const { partner, language, actor, now, data } = page
  const [counts, { asks, next }] = data
  const words = listWords[language]
  const root = `/partner/${partner.slug}`
  const list = `${root}/requests`
  const place = (more: Record<string, string>) => addressOf(list, { show: filter, q: search, ...more })
  return (
    <PartnerFrame page={page} current="requests" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={<Ways root={root} language={language} />}
      />
      <Tiles label={words.filters} items={tiles(counts, filter, list, search, language)} />
      {(asks.length > 0 || search) && (
        <Search
          label={words.search}
          button={words.searchButton}
          value={search}
          keep={{ show: filter === 'open' ? undefined : filter }}
        />
      )}
      <Card flush={asks.length > 0}>
        {asks.length > 0 ? (
          <RequestTable
            asks={asks}
            over={filter === 'closed'}
            root={root}
            staff={{ role: partner.role, personId: actor.personId }}
            language={language}
            zone={actor.timeZone}
            now={now}
          />
        ) : (
          <Nothing root={root} filter={filter} search={search} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: place({}), label: words.first } : null}
        next={next ? { href: place({ after: next }), label: words.next } : null}
      />
    </PartnerFrame>
  )
}

/** What can be asked from here. */
function Ways({ root, language }: { root: string; language: Language }) {
  const words = listWords[language]
  return (
    <>
      <LinkButton href={`${root}/templates`} variant="secondary">
        {words.templates}
      </LinkButton>
      <LinkButton href={`${root}/extensions`} variant="secondary">
        {words.several}
      </LinkButton>
      <LinkButton href={`${root}/requests/new`} variant="primary" icon={<Icon name="plus" />}>
        {deskWords[language].ask}
      </LinkButton>
    </>
  )
}

/** The list's address; that what is open is shown goes without saying. */
function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  return listAddress(path, { ...query, show: query.show === 'open' ? null : query.show })
}

function tiles(counts: AskCounts, current: AskFilter, path: string, search: string, language: Language) {
  return askFilters.map(filter => ({
    href: addressOf(path, { show: filter, q: search }),
    label: listWords[language].tile[filter],
    count: cappedText(counts[filter]),
    current: filter === current,
    ...(filter === 'question' && counts.question > 0 && { tone: 'warning' as const }),
  }))
}

interface NothingProps {
  readonly root: string
  readonly filter: AskFilter
  readonly search: string
  readonly language: Language
}

/** In place of an empty list: the first step, or the way back to what there is. */
function Nothing({ root, filter, search, language }: NothingProps) {
  const words = listWords[language]
  const list = `${root}/requests`
  if (search)
    return (
      <NothingFound title={words.nothingFound(search)} list={list} showAll={words.showOpen}>
        <p>{words.nothingFoundText}</p>
      </NothingFound>
    )
  return (
    <EmptyState
      icon={filter === 'question' ? 'question' : 'waiting'}
      title={words.nothing[filter]}
      actions={
        filter === 'open' ? (
          <LinkButton href={`${list}/new`} variant="primary">
            {deskWords[language].ask}
          </LinkButton>
        ) : (
          <LinkButton href={list}>{words.showOpen}</LinkButton>
        )
      }
    >
      <p>{words.nothingText[filter]}</p>
    </EmptyState>
  )
}
