import { ProviderFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { Tiles } from '#components/ui/tiles.tsx'
import {
  type DeliveryFilter,
  deliveryCounts,
  deliveryFilters,
  lettersInTrouble,
  mostCounted as mostInTile,
  mostSearched,
} from '#db/delivery/list.ts'
import { mostCounted, type Waiting, waitingOf } from '#db/mail/waiting.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { longWait } from '#lib/delivery/condition.ts'
import { timeLeft, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { LetterTable } from './letter-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const list = '/provider/delivery'

export const generateMetadata = titled(catalogue, words => words.title)

/** The provider's letters that did not arrive as they should. */
export default async function DeliveryPage({ searchParams }: Props) {
  const query = await searchParams
  const filter = deliveryFilters.find(one => one === query.show) ?? 'open'
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await providerPage('desk.read', async (tx, _, { providerId }) => {
    const [counts, waiting, listed] = await Promise.all([
      deliveryCounts(tx, providerId),
      waitingOf(tx, providerId),
      lettersInTrouble(tx, providerId, { filter, search, after }),
    ])
    return { counts, waiting, ...listed }
  })
  const { language, actor, platform, now, data } = page
  const { letters, next } = data
  const words = catalogue[language]
  const place = (more: Record<string, string>) => listAddress(list, { show: filter, q: search, ...more })
  const mayResend = mayAtDesk(platform.role, 'delivery.manage')
  return (
    <ProviderFrame page={page} current="delivery" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={mayResend ? words.description : `${words.description} ${words.onlyAdministrators}`}
      />
      <WaitingNotice waiting={data.waiting} language={language} />
      <Tiles
        label={words.filters}
        items={deliveryFilters.map(one => ({
          href: place({ show: one }),
          label: words.tile[one],
          count: countText(data.counts[one], language),
          current: one === filter,
        }))}
      />
      <Search label={words.search} button={words.searchButton} value={search} keep={{ show: filter }} />
      <Card flush={letters.length > 0}>
        {letters.length > 0 ? (
          <LetterTable {...{ letters, mayResend, language, now }} zone={actor.timeZone} />
        ) : (
          <Nothing {...{ search, filter, language }} goesOn={next !== null} />
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

function countText(count: number, language: Language): string {
  return count >= mostInTile ? `${wholeNumber(mostInTile - 1, language)}+` : wholeNumber(count, language)
}

/** A mail service that is not there: how many letters wait, and since when; no alarm, since nothing is lost. */
function WaitingNotice({ waiting: { waiting, oldestSeconds }, language }: WaitingNoticeProps) {
  if (oldestSeconds * 1000 < longWait) return null
  const words = catalogue[language]
  const n = wholeNumber(Math.min(waiting, mostCounted - 1), language)
  const title = words.waitingTitle(waiting >= mostCounted ? words.more(n) : n, waiting)
  return (
    <Notice tone="warning" title={title}>
      <p>{words.waitingText(timeLeft(oldestSeconds * 1000, language))}</p>
    </Notice>
  )
}

interface WaitingNoticeProps {
  readonly waiting: Waiting
  readonly language: Language
}

interface NothingProps {
  readonly search: string
  readonly filter: DeliveryFilter
  readonly language: Language
  /** There are older letters that were not looked at. */
  readonly goesOn: boolean
}

function Nothing({ search, filter, language, goesOn }: NothingProps) {
  const words = catalogue[language]
  if (!search && filter === 'open')
    return (
      <EmptyState icon="check-circle" title={words.none}>
        <p>{words.noneText}</p>
      </EmptyState>
    )
  return (
    <NothingFound
      title={search ? words.nothingFound(search) : words.nothing}
      list={list}
      showAll={words.showAll}
    >
      <p>{goesOn ? words.nothingYet(wholeNumber(mostSearched, language)) : words.nothingText}</p>
    </NothingFound>
  )
}
