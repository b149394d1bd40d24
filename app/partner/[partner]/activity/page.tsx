import type { Metadata } from 'next'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { historyOfPartner } from '#db/partner/history.ts'
import { EventTable } from './event-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].title }
}

/** The firm's own history, in the same sentences as the account's. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const before = typeof query.before === 'string' ? query.before : undefined
  const page = await partnerPage((await params).partner, (tx, partner) =>
    historyOfPartner(tx, partner, { search, before }),
  )
  const { partner, language, actor, data } = page
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const place = (more: Record<string, string>) => listAddress(`${root}/activity`, { q: search, ...more })
  return (
    <PartnerFrame page={page} current="activity" query={query} width="wide">
      <PageHeader title={words.title} description={words.description} />
      {(data.events.length > 0 || search) && (
        <Search label={words.search} button={words.searchButton} value={search} />
      )}
      <Card flush={data.events.length > 0}>
        {data.events.length > 0 ? (
          <EventTable events={data.events} root={root} language={language} zone={actor.timeZone} />
        ) : search ? (
          <NothingFound
            title={words.nothingFound(search)}
            list={`${root}/activity`}
            showAll={words.showAll}
          />
        ) : (
          <EmptyState icon="history" title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={before ? { href: place({}), label: words.newest } : null}
        next={data.next ? { href: place({ before: data.next }), label: words.older } : null}
      />
    </PartnerFrame>
  )
}
