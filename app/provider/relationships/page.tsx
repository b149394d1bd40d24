import type { Metadata } from 'next'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { providerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { Tiles } from '#components/ui/tiles.tsx'
import { waitingAsks } from '#db/designation/desk.ts'
import {
  type RelationshipCounts,
  type RelationshipFilter,
  relationshipCounts,
  relationshipFilters,
  relationshipsOf,
} from '#db/provider/relationships.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { designationWords } from '../designation-words.ts'
import { RelationshipTable } from './relationship-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const list = '/provider/relationships'

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].title }
}

/** Which partner serves which account, kept by the provider. */
export default async function RelationshipsPage({ searchParams }: Props) {
  const query = await searchParams
  const filter = relationshipFilters.find(one => one === query.show) ?? 'running'
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await providerPage('desk.read', async (tx, _, actor) => ({
    counts: await relationshipCounts(tx, actor.providerId),
    asks: await waitingAsks(tx, actor.providerId),
    listed: await relationshipsOf(tx, actor.providerId, { filter, search, after }),
  }))
  const { language, actor, platform, data } = page
  const words = catalogue[language]
  const { relationships, next } = data.listed
  const place = (more: Record<string, string>) => listAddress(list, { show: filter, q: search, ...more })
  return (
    <ProviderFrame page={page} current="relationships" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          mayAtDesk(platform.role, 'relationships.manage') && (
            <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
              {words.start}
            </LinkButton>
          )
        }
      />
      <Tiles label={words.filters} items={tiles(data, filter, place, language)} />
      <Search label={words.search} button={words.searchButton} value={search} keep={{ show: filter }} />
      <Card flush={relationships.length > 0}>
        {relationships.length > 0 ? (
          <RelationshipTable
            relationships={relationships}
            mayEnd={mayAtDesk(platform.role, 'relationships.manage')}
            language={language}
            zone={actor.timeZone}
          />
        ) : (
          <Nothing search={search} any={data.counts.running + data.counts.ended > 0} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: place({}), label: words.first } : null}
        next={next ? { href: place({ after: next }), label: words.next } : null}
      />
    </ProviderFrame>
  )
}

function tiles(
  { counts, asks }: { readonly counts: RelationshipCounts; readonly asks: number },
  filter: RelationshipFilter,
  place: (more: Record<string, string>) => string,
  language: Language,
) {
  return [
    ...relationshipFilters.map(one => ({
      href: place({ show: one }),
      label: catalogue[language].tile[one],
      count: cappedText(counts[one]),
      current: one === filter,
    })),
    {
      href: `${list}/asks`,
      label: designationWords[language].waitingTile,
      count: cappedText(asks),
      ...(asks > 0 && { tone: 'warning' as const }),
    },
  ]
}

function Nothing({ search, any, language }: { search: string; any: boolean; language: Language }) {
  const words = catalogue[language]
  if (!any)
    return (
      <EmptyState icon="link" title={words.none}>
        <p>{words.noneText}</p>
      </EmptyState>
    )
  return (
    <NothingFound
      title={search ? words.nothingFound(search) : words.nothing}
      list={list}
      showAll={words.showAll}
    >
      <p>{words.nothingText}</p>
    </NothingFound>
  )
}
