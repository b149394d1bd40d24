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
import { clockTrouble } from '#db/clock/trouble.ts'
import { waitingAsks } from '#db/designation/desk.ts'
import {
  type AccountCounts,
  type AccountFilter,
  accountCounts,
  accountFilters,
  accountsOf,
} from '#db/provider/accounts.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import type { PlatformRole } from '#lib/access/platform.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { AskLine } from '../ask-line.tsx'
import { ClockLine } from '../clock-line.tsx'
import { AccountTable } from './account-table.tsx'
import { listWords } from './list-words.ts'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const list = '/provider/accounts'

export const generateMetadata = titled(listWords, words => words.title)

/** The provider's customers. */
export default async function AccountsPage({ searchParams }: Props) {
  const query = await searchParams
  const filter = accountFilters.find(one => one === query.show) ?? 'open'
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await providerPage('desk.read', async (tx, _, { providerId }) => {
    const [counts, trouble, waiting, listed] = await Promise.all([
      accountCounts(tx, providerId),
      clockTrouble(tx),
      waitingAsks(tx, providerId),
      accountsOf(tx, providerId, { filter, search, after }),
    ])
    return { counts, trouble, waiting, ...listed }
  })
  const { language, actor, platform, data } = page
  const words = listWords[language]
  const place = (more: Record<string, string>) => {
    const said = Object.entries({ show: filter, q: search, ...more }).filter(([, value]) => value !== '')
    return `${list}?${new URLSearchParams(said)}`
  }
  return (
    <ProviderFrame page={page} current="accounts" query={query} width="wide">
      <Head adds={mayAtDesk(platform.role, 'accounts.manage')} language={language} />
      <ClockLine trouble={data.trouble} language={language} zone={actor.timeZone} />
      <AskLine waiting={data.waiting} language={language} />
      <Tiles label={words.filters} items={tiles(data.counts, filter, place, language)} />
      <Search label={words.search} button={words.searchButton} value={search} keep={{ show: filter }} />
      <Card flush={data.accounts.length > 0}>
        {data.accounts.length > 0 ? (
          <AccountTable accounts={data.accounts} language={language} zone={actor.timeZone} />
        ) : (
          <Nothing
            search={search}
            any={data.counts.open + data.counts.closed > 0}
            role={platform.role}
            language={language}
          />
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

function tiles(
  counts: AccountCounts,
  filter: AccountFilter,
  place: (more: Record<string, string>) => string,
  language: Language,
) {
  return accountFilters.map(one => ({
    href: place({ show: one }),
    label: listWords[language].tile[one],
    count: cappedText(counts[one]),
    current: one === filter,
    ...(one === 'undecided' && counts.undecided > 0 && { tone: 'warning' as const }),
  }))
}

function Head({ adds, language }: { adds: boolean; language: Language }) {
  const words = listWords[language]
  return (
    <PageHeader
      title={words.title}
      description={words.description}
      actions={
        adds && (
          <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
            {words.add}
          </LinkButton>
        )
      }
    />
  )
}

interface NothingProps {
  readonly search: string
  /** Whether there are any accounts at all. */
  readonly any: boolean
  readonly role: PlatformRole
  readonly language: Language
}

function Nothing({ search, any, role, language }: NothingProps) {
  const words = listWords[language]
  if (!any)
    return (
      <EmptyState icon="building" title={words.none}>
        <p>{words.noneText[role]}</p>
      </EmptyState>
    )
  return (
    <NothingFound
      title={search ? words.nothingFound(search) : words.nothing}
      list={list}
      showAll={words.showAll}
    >
      <p>{search ? words.searchHint : words.nothingText}</p>
    </NothingFound>
  )
}
