import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
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
import { partnerCounts, partnerFilters, partnersOf } from '#db/provider/partners.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { listWords } from './list-words.ts'
import { PartnerTable } from './partner-table.tsx'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const list = '/provider/partners'

export const generateMetadata = titled(listWords, words => words.title)

/** The firms that the provider has verified. */
export default async function PartnersPage({ searchParams }: Props) {
  const query = await searchParams
  const filter = partnerFilters.find(one => one === query.show) ?? 'open'
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await providerPage('desk.read', async (tx, _, { providerId }) => {
    const [counts, listed] = await Promise.all([
      partnerCounts(tx, providerId),
      partnersOf(tx, providerId, { filter, search, after }),
    ])
    return { counts, ...listed }
  })
  const { language, actor, platform, data } = page
  const words = listWords[language]
  const place = (more: Record<string, string>) => {
    const said = Object.entries({ show: filter, q: search, ...more }).filter(([, value]) => value !== '')
    return `${list}?${new URLSearchParams(said)}`
  }
  return (
    <ProviderFrame page={page} current="partners" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          mayAtDesk(platform.role, 'partners.manage') && (
            <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
              {words.add}
            </LinkButton>
          )
        }
      />
      <Tiles
        label={words.filters}
        items={partnerFilters.map(one => ({
          href: place({ show: one }),
          label: words.tile[one],
          count: cappedText(data.counts[one]),
          current: one === filter,
          ...(one === 'unstaffed' && data.counts.unstaffed > 0 && { tone: 'warning' as const }),
        }))}
      />
      <Search label={words.search} button={words.searchButton} value={search} keep={{ show: filter }} />
      <Card flush={data.partners.length > 0}>
        {data.partners.length > 0 ? (
          <PartnerTable partners={data.partners} language={language} zone={actor.timeZone} />
        ) : (
          <Nothing search={search} any={data.counts.open + data.counts.closed > 0} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: place({}), label: words.first } : null}
        next={data.next ? { href: place({ after: data.next }), label: words.next } : null}
      />
    </ProviderFrame>
  )
}

function Nothing({ search, any, language }: { search: string; any: boolean; language: Language }) {
  const words = listWords[language]
  if (!any)
    return (
      <EmptyState icon="users" title={words.none}>
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
