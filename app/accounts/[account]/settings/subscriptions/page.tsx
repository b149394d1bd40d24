import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingListed } from '#components/ui/nothing-listed.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { type Tile, Tiles } from '#components/ui/tiles.tsx'
import { type SubscriptionCounts, subscriptionsOf } from '#db/subscription/reads.ts'
import { may } from '#lib/access/authority.ts'
import { dayIn } from '#lib/day-span.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import {
  parseSubscriptionFilter,
  type SubscriptionFilter,
  shownSubscriptions,
  subscriptionQuery,
} from '#lib/subscription/filter.ts'
import { seesPrices } from '#lib/subscription/prices.ts'
import { SubscriptionTable } from './subscription-table.tsx'
import { whoBuys } from './who-buys.ts'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 25

/** What the account has bought, with its licences. */
export default async function SubscriptionsPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/subscriptions'>) {
  const query = await searchParams
  const filter = parseSubscriptionFilter(query)
  const page = await accountPage((await params).account, 'subscriptions.read', (tx, { account, now }) => {
    const question = { accountId: account.id, today: dayIn(now, account.timeZone) }
    return subscriptionsOf(tx, question, filter, limit)
  })
  const { account, authority, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/subscriptions`
  const parts = { filter, list, language }
  const rows = data.subscriptions.slice(0, limit)
  const last = data.subscriptions.length > limit ? rows.at(-1) : undefined
  const buys = may(authority, 'subscriptions.update')
  const any = data.counts.all > 0
  const add = buys && (
    <LinkButton href={`${list}/new`} variant="primary">
      {words.add}
    </LinkButton>
  )
  const download = any && (
    <LinkButton href={`${list}/export${subscriptionQuery(filter)}`} icon={<Icon name="download" />} download>
      {words.download}
    </LinkButton>
  )
  return (
    <AccountFrame page={page} current="subscriptions" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <>
            {download}
            {add}
          </>
        }
      />
      {!buys && <p>{whoBuys(account, language)}</p>}
      {any && <Tiles label={words.filters} items={tiles(data.counts, parts)} />}
      {any && (
        <Search
          label={words.search}
          value={filter.search}
          button={words.find}
          action={list}
          keep={{ show: filter.show ?? undefined }}
        />
      )}
      <Card flush={rows.length > 0}>
        {rows.length > 0 ? (
          <SubscriptionTable subscriptions={rows} prices={seesPrices(authority)} {...parts} />
        ) : (
          <NothingListed narrowed={subscriptionQuery(filter) !== ''} list={list} words={words} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={filter.after ? { href: `${list}${subscriptionQuery(filter)}`, label: words.first } : null}
        next={last ? { href: `${list}${subscriptionQuery(filter, last.id)}`, label: words.next } : null}
      />
    </AccountFrame>
  )
}

interface Parts {
  readonly filter: SubscriptionFilter
  readonly list: string
  readonly language: Language
}

function tiles(counts: SubscriptionCounts, { filter, list, language }: Parts): readonly Tile[] {
  const words = catalogue[language]
  const shown = shownSubscriptions.filter(one => one !== 'over' || counts.over > 0 || filter.show === 'over')
  return [null, ...shown].map(show => ({
    href: `${list}${subscriptionQuery({ show, search: filter.search })}`,
    label: show ? words.tile[show] : words.all,
    count: cappedText(counts[show ?? 'all'], 999),
    current: filter.show === show,
    tone: show === 'waiting' && counts.waiting > 0 ? 'info' : undefined,
  }))
}
