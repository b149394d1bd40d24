import type { ComponentProps } from 'react'
import { AccountFrame } from '#app/_server/frames.tsx'
import { type AccountPage, accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { openRequestsOf, type SeenRequest } from '#db/access-request/reads.ts'
import { type AccessAtRest, type AccountSummary, overviewOf } from '#db/account/overview.ts'
import type { Tx } from '#db/client.ts'
import { reachingGrants } from '#db/exclusion/reads.ts'
import { type ListedGrant, whoCanGetIn } from '#db/grant/reads.ts'
import { type LiveGrant, may } from '#lib/access/authority.ts'
import { partScopeText } from '#lib/access/scope-words.ts'
import { isWithin } from '#lib/access/scopes.ts'
import { addressLines } from '#lib/account/details.ts'
import { productNames } from '#lib/account/words.ts'
import type { Brand } from '#lib/branding/brand.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { ExtensionsCard } from './extension-table.tsx'
import { OwnPlaceCard } from './own-place.tsx'
import { ReviewCard } from './review-card.tsx'
import { GrantTable } from './settings/authorisation/grant-table.tsx'
import { RequestTable } from './settings/authorisation/request-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** What waits for a decision, who can get in at this moment, and the account in a few lines. */
export default async function OverviewPage({ params, searchParams }: Props) {
  const page = await accountPage(
    (await params).account,
    'account.read',
    async (tx, { account, authority }, { personId }) => {
      const partners = may(authority, 'partners.read')
      const reader = {
        personId,
        seesAdministrators: may(authority, 'administrators.read'),
        seesPartners: partners,
        decides: may(authority, 'partners.decide'),
      }
      const [requests, inside, overview] = await Promise.all([
        partners ? openRequestsOf(tx, account.id) : [],
        partners ? insideNow(tx, account) : null,
        overviewOf(tx, account.id, reader),
      ])
      return { requests, inside, ...overview }
    },
  )
  const { account, authority, language, actor, now, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  const shown = { account, decides: may(authority, 'partners.decide'), language, zone: actor.timeZone, now }
  return (
    <AccountFrame page={page} current="overview" query={await searchParams} width="wide">
      <PageHeader
        title={account.name}
        description={account.parentName && words.isClientOf(account.parentName)}
      />
      {data.requests.length > 0 && (
        <Card
          title={waitingTitle(data.requests, shown.decides, words)}
          description={words.waitingText(data.requests.length)}
          tone="highlight"
          flush
        >
          <RequestTable requests={data.requests} {...shown} />
        </Card>
      )}
      <ExtensionsCard extensions={data.extensions} {...shown} />
      <ReviewCard reviews={data.reviews} months={data.reviewMonths} {...shown} />
      <Inside {...data} list={list} {...shown} />
      {authority.way === 'partner' && <OwnAccess page={page} />}
      <OwnPlaceCard page={page} />
      <Card title={words.account}>
        <Facts items={facts(data.summary, page.brand, account.timeZone, language)} />
      </Card>
    </AccountFrame>
  )
}

interface InsideProps extends Omit<ComponentProps<typeof GrantTable>, 'grants'> {
  /** Null where the reader does not see partners. */
  readonly inside: ComponentProps<typeof GrantTable>['grants'] | null
  readonly atRest: AccessAtRest | null
  readonly list: string
}

/** The partners that can come in at this moment. */
function Inside({ inside, atRest, list, ...shown }: InsideProps) {
  const words = catalogue[shown.language]
  if (!inside) return null
  return (
    <Card
      title={words.inside}
      description={words.insideText}
      actions={<LinkButton href={list}>{words.all}</LinkButton>}
      flush={inside.length > 0}
      footer={accessAtRest(atRest, list, shown.language)}
    >
      {inside.length > 0 ? (
        <GrantTable grants={inside} {...shown} />
      ) : (
        <EmptyState icon="shield" title={words.nobody}>
          <p>{words.nobodyText}</p>
        </EmptyState>
      )}
    </Card>
  )
}

/** Who can get in by what the account gave, and through its parent: those whose access ends soonest first. */
async function insideNow(
  tx: Tx,
  { id, parentId }: { readonly id: string; readonly parentId: string | null },
) {
  const own = await whoCanGetIn(tx, id, 25)
  if (!parentId) return own
  const reaching = await reachingGrants(tx, id)
  const end = (grant: ListedGrant) => grant.endsAt?.getTime() ?? Number.POSITIVE_INFINITY
  return [...own, ...reaching.filter(grant => grant.opens)].sort((a, b) => end(a) - end(b))
}

/** Whose turn it is; the reader's own only where they may decide. */
function waitingTitle(
  requests: readonly Pick<SeenRequest, 'state'>[],
  decides: boolean,
  words: (typeof catalogue)['en'],
): string {
  if (!requests.some(one => one.state === 'pending')) return words.waitingForPartner
  return decides ? words.waiting : words.waitingForDecision
}

/** Access that was given and opens nothing at present: nobody is to think that it has ended. */
function accessAtRest(atRest: AccessAtRest | null, list: string, language: Language) {
  const words = catalogue[language]
  if (!atRest || atRest.suspended + atRest.scheduled === 0) return null
  return (
    <p>
      {atRest.suspended > 0 && words.suspended(atRest.suspended)}
      {atRest.suspended > 0 && atRest.scheduled > 0 && ' '}
      {atRest.scheduled > 0 && words.scheduled(atRest.scheduled)} <a href={list}>{words.seeThem}</a>
    </p>
  )
}

function accessOf(
  { scope, assignedScope, viaParent }: LiveGrant,
  parent: string | null,
  language: Language,
): string {
  const text = partScopeText(assignedScope, scope, language)
  return viaParent && parent ? `${text}, ${catalogue[language].via(parent)}` : text
}

/** What a partner's person may do here, and for how long. */
function OwnAccess({ page }: { page: AccountPage<unknown> }) {
  const { account, authority, language, actor, now } = page
  const words = catalogue[language]
  return authority.grants.map(grant => (
    <Card
      key={grant.grantId}
      title={words.yourAccess}
      description={accessOf(grant, account.parentName, language)}
      actions={
        grant.endsAt && (
          <p>
            <Ends until={grant.endsAt} now={now} zone={actor.timeZone} language={language} />
          </p>
        )
      }
    >
      {(!grant.assignedScope || isWithin(grant.assignedScope, grant.scope)) && (
        <ScopeMeaning scope={grant.assignedScope ?? grant.scope} language={language} />
      )}
    </Card>
  ))
}

function facts(summary: AccountSummary, brand: Brand, zone: string, language: Language) {
  const words = catalogue[language]
  const address = addressLines(summary).join(', ')
  const { providerName } = summary
  const isKnownByName = brand.name === providerName
  return [
    { term: words.products, value: productNames(summary.products, language) },
    ...(summary.parentName ? [{ term: words.clientOf, value: summary.parentName }] : []),
    ...(summary.phone ? [{ term: words.phone, value: summary.phone }] : []),
    ...(address ? [{ term: words.address, value: address }] : []),
    { term: words.zone, value: zoneText(zone, language) },
    {
      term: words.provider,
      value: isKnownByName ? providerName : <TwoLines first={providerName} second={words.as(brand.name)} />,
    },
  ]
}
