import type { ComponentProps, ReactNode } from 'react'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Tiles } from '#components/ui/tiles.tsx'
import { openRequestsOf, type SeenRequest } from '#db/access-request/reads.ts'
import { type Authorised, authorisedOn } from '#db/account/authorised.ts'
import type { SeenAccount } from '#db/authority.ts'
import type { Tx } from '#db/client.ts'
import { isComing, reachingFirms } from '#db/exclusion/reads.ts'
import {
  type GrantFilter,
  grantFilters,
  grantOfAccount,
  grantsOfAccount,
  grantsToRecheck,
  type ListedGrant,
} from '#db/grant/reads.ts'
import { may } from '#lib/access/authority.ts'
import { isLive } from '#lib/grant/grant.ts'
import type { Language } from '#lib/language.ts'
import { ExtensionsCard } from '../../extension-table.tsx'
import { BlockedCard } from './blocked-card.tsx'
import { GrantTable } from './grant-table.tsx'
import { InvitationsCard } from './invitation-table.tsx'
import { HeadActs, RequestCode, RevokeAllDialog } from './list-acts.tsx'
import { PeopleCard } from './people-table.tsx'
import { ReachingCard } from './reaching-card.tsx'
import { RecheckCard } from './recheck-card.tsx'
import { RequestTable } from './request-table.tsx'
import { tiles } from './tiles.ts'
import { whatStays } from './what-stays.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** Everybody who is authorised on the account; what waits for a decision stands first. */
export default async function AuthorisationPage({ params, searchParams }: Props) {
  const query = await searchParams
  const filter = grantFilters.find(one => one === query.show) ?? 'live'
  const after = typeof query.after === 'string' ? query.after : undefined
  const just = z.uuid().safeParse(query.just).data
  const page = await accountPage((await params).account, 'partners.read', (tx, { account }) =>
    listOf(tx, account, { filter, after, just }),
  )
  const { account, authority, language, actor, now, data } = page
  const words = catalogue[language]
  const decides = may(authority, 'partners.decide')
  const list = `/accounts/${account.slug}/settings/authorisation`
  const shown = { account, decides, language, zone: actor.timeZone, now }
  const [requests, listed, authorised, reaching, changed, recheck] = data
  const counts = countsOf(authorised, requests, decides)
  const via = reaching.some(isComing) ? account.parentName : null
  const stays = whatStays({ providerName: account.providerName, firms: authorised.staying, via }, language)
  const revocable = authorised.counts.revocable > 0
  return (
    <AccountFrame page={page} current="authorisation" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={decides && <HeadActs {...{ list, revocable, language }} asked={requests.length > 0} />}
      />
      <Tiles label={words.filters} items={tiles(counts, filter, list, shown)} />
      {requests.length > 0 && (
        <Card title={words.requests} description={words.requestsText} id="requests" tone="highlight" flush>
          <RequestTable requests={requests} {...shown} />
        </Card>
      )}
      <InvitationsCard invitations={authorised.invitations} list={list} {...shown} />
      {decides && <ExtensionsCard extensions={authorised.extensions} {...shown} />}
      {decides && recheck && authorised.restoredAt && (
        <RecheckCard waiting={recheck} restoredAt={authorised.restoredAt} {...shown} />
      )}
      <Partners grants={changedFirst(changed, listed.grants)} {...{ filter, list, via }} {...shown}>
        <Pages
          at={`${list}?show=${filter}`}
          later={after !== undefined}
          next={listed.next}
          language={language}
        />
      </Partners>
      <ReachingCard firms={reaching} {...shown} />
      <PeopleCard
        {...authorised}
        usersAt={
          may(authority, 'people.read') ? `/accounts/${account.slug}/settings/services?show=users` : null
        }
        {...shown}
      />
      {authorised.blocked.length > 0 && <BlockedCard blocked={authorised.blocked} {...shown} />}
      {decides && <RequestCode code={authorised.requestCode} language={language} />}
      {decides && revocable && (
        <RevokeAllDialog firms={authorised.firms} stays={stays} list={list} {...shown} />
      )}
    </AccountFrame>
  )
}

/** What the tiles count; what waits are requests and, for whoever decides, more time that firms ask for. */
function countsOf(
  { counts, extensions }: Authorised,
  requests: Parameters<typeof waitingHere>[0],
  decides: boolean,
) {
  const more = decides ? extensions.length : 0
  const firstWaiting = requests.length === 0 && more > 0 ? ('extensions' as const) : ('requests' as const)
  return { ...counts, waiting: waitingHere(requests) + more, firstWaiting }
}

interface Asked {
  readonly filter: GrantFilter
  readonly after: string | undefined
  /** What was just changed. */
  readonly just: string | undefined
}

async function listOf(tx: Tx, { id, parentId }: SeenAccount, { filter, after, just }: Asked) {
  const all = await Promise.all([
    openRequestsOf(tx, id),
    grantsOfAccount(tx, id, filter, after),
    authorisedOn(tx, id),
    parentId ? reachingFirms(tx, id) : [],
    just ? grantOfAccount(tx, id, just) : null,
  ])
  // Asked only after a restore, which most accounts never see.
  return [...all, all[2].restoredAt && (await grantsToRecheck(tx, id))] as const
}

interface PartnersProps extends ComponentProps<typeof GrantTable> {
  readonly filter: GrantFilter
  readonly list: string
  /** The parent, where firms come in through it; they stand below. */
  readonly via: string | null
  readonly children: ReactNode
}

/** The partners' grants, in green while somebody from outside has access. */
function Partners({ filter, list, via, children, ...shown }: PartnersProps) {
  const words = catalogue[shown.language]
  const { grants } = shown
  const outside = grants.some(grant => isLive(grant.state))
  return (
    <Card
      title={words.partners}
      id="partners"
      flush={grants.length > 0}
      tone={outside ? 'highlight' : 'plain'}
    >
      {grants.length > 0 ? (
        <GrantTable {...shown} />
      ) : (
        <Nothing {...{ filter, list, via }} decides={shown.decides} language={shown.language} />
      )}
      {children}
    </Card>
  )
}

/** What was just changed stands first once more, in its new state, also where the list would leave it out. */
function changedFirst(changed: ListedGrant | null, grants: readonly ListedGrant[]): readonly ListedGrant[] {
  return changed ? [changed, ...grants.filter(grant => grant.id !== changed.id)] : grants
}

/** How many wait for somebody here; one with an open question waits for the partner. */
function waitingHere(requests: readonly SeenRequest[]): number {
  return requests.filter(request => request.state === 'pending').length
}

interface PagesProps {
  /** The address of the first page. */
  readonly at: string
  readonly later: boolean
  readonly next: string | null
  readonly language: Language
}

function Pages({ at, later, next, language }: PagesProps) {
  const words = catalogue[language]
  return (
    <Pagination
      label={words.partners}
      previous={later ? { href: at, label: words.first } : null}
      next={next ? { href: `${at}&after=${encodeURIComponent(next)}`, label: words.next } : null}
    />
  )
}

interface NothingProps extends Pick<PartnersProps, 'filter' | 'list' | 'via'> {
  readonly decides: boolean
  readonly language: Language
}

function Nothing({ filter, list, via, decides, language }: NothingProps) {
  const words = catalogue[language]
  if (filter === 'live') {
    return (
      <EmptyState
        icon="key"
        title={via ? words.nobodyOwn : words.nobody}
        actions={decides && <LinkButton href={`${list}/invitations/new`}>{words.inviteOne}</LinkButton>}
      >
        {via && <p>{words.nobodyOwnText(via)}</p>}
        <p>{words.nobodyText}</p>
      </EmptyState>
    )
  }
  return (
    <NothingFound title={words.nothingHere} list={list} showAll={words.showAll}>
      <p>{words.nothingHereText}</p>
    </NothingFound>
  )
}
