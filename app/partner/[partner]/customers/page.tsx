import type { Metadata } from 'next'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { Chips, Tiles } from '#components/ui/tiles.tsx'
import {
  type CustomerCounts,
  type CustomerFilter,
  customerCounts,
  customerFilters,
  endFilters,
  stateFilters,
} from '#db/partner/customer-sets.ts'
import { customersOf } from '#db/partner/customers.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../words.ts'
import { CustomerTable } from './customer-table.tsx'
import { PinForm } from './pin.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].title }
}

/** The desk on which a firm's people live: every account with how the firm stands there and what to do next. */
export default async function CustomersPage({ params, searchParams }: Props) {
  const query = await searchParams
  const filter = customerFilters.find(one => one === query.show) ?? 'all'
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await partnerPage((await params).partner, async (tx, partner) => ({
    counts: await customerCounts(tx, partner),
    listed: await customersOf(tx, partner, { filter, search, after }),
  }))
  const { partner, language, actor, now, data } = page
  const words = catalogue[language]
  const { customers, next } = data.listed
  const root = `/partner/${partner.slug}`
  const place = (more: Record<string, string>) =>
    addressOf(`${root}/customers`, { show: filter, q: search, ...more })
  const filters = (of: readonly CustomerFilter[]) =>
    of.map(one => filterLink(one, place({ show: one }), one === filter, data.counts, language))
  return (
    <PartnerFrame page={page} current="customers" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <LinkButton href={`${root}/requests/new`} variant="primary" icon={<Icon name="plus" />}>
            {deskWords[language].ask}
          </LinkButton>
        }
      />
      <Tiles label={words.filters} items={filters(stateFilters)} />
      <Chips id="ends" label={words.ends} items={filters(endFilters)} />
      {(data.counts.all > 0 || search) && (
        <Search
          label={words.search}
          button={words.searchButton}
          value={search}
          keep={{ show: filter === 'all' ? undefined : filter }}
        />
      )}
      <Card flush={customers.length > 0}>
        {customers.length > 0 ? (
          <PinForm partnerId={partner.id} back={place(after ? { after } : {})} label={words.pins}>
            <CustomerTable
              customers={customers}
              staff={{ role: partner.role, personId: actor.personId }}
              {...{ root, language, now }}
              zone={actor.timeZone}
            />
          </PinForm>
        ) : (
          <Nothing root={root} search={search} any={data.counts.all > 0} language={language} />
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

/** The list's address; that all are shown goes without saying. */
function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  return listAddress(path, { ...query, show: query.show === 'all' ? null : query.show })
}

function filterLink(
  filter: CustomerFilter,
  href: string,
  current: boolean,
  counts: CustomerCounts,
  language: Language,
) {
  return {
    href,
    label: catalogue[language].tile[filter],
    count: cappedText(counts[filter]),
    current,
    ...(filter === 'today' && counts.today > 0 && { tone: 'warning' as const }),
  }
}

interface NothingProps {
  readonly root: string
  readonly search: string
  readonly any: boolean
  readonly language: Language
}

function Nothing({ root, search, any, language }: NothingProps) {
  const words = catalogue[language]
  if (any)
    return (
      <NothingFound
        title={search ? words.nothingFound(search) : words.nothing}
        list={`${root}/customers`}
        showAll={words.showAll}
      >
        <p>{words.nothingText}</p>
      </NothingFound>
    )
  return (
    <EmptyState
      icon="building"
      title={words.none}
      actions={
        <LinkButton href={`${root}/requests/new?by=code`} variant="primary">
          {words.noneAct}
        </LinkButton>
      }
    >
      <p>{words.noneText}</p>
    </EmptyState>
  )
}
