import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { excludedClients } from '#db/exclusion/reads.ts'
import { grantOfAccount, type ListedGrant } from '#db/grant/reads.ts'
import { may } from '#lib/access/authority.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import type { Scope } from '#lib/access/scopes.ts'
import type { Duration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { lowerFirst, plainList } from '#lib/format.ts'
import { type GrantState, isLive } from '#lib/grant/grant.ts'
import type { Language } from '#lib/language.ts'
import { BlockLink } from '../../blocked-card.tsx'
import { AskForm, DesignatedActs, DesignatedCard } from '../../designated-card.tsx'
import { designationWords } from '../../designation-words.ts'
import { type AccountAct, ActForm } from '../../grant-acts.tsx'
import { GrantState as StateOfGrant } from '../../grant-state.tsx'
import { reachingWords } from '../../reaching-words.ts'
import { reviewWords } from '../../review-words.ts'
import { termsPageWords } from '../../terms-words.ts'
import { words as listWords } from '../../words.ts'

interface Props {
  readonly params: Promise<{ account: string; grant: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(reviewWords, words => words.grant)

/** What can be done to a live grant: end it, or hold it, or give it back. */
function offered(state: GrantState): readonly ['revoke', AccountAct] {
  return ['revoke', state === 'suspended' ? 'resume' : 'suspend']
}

/** One grant: what it allows, and the pages behind its buttons for readers without JavaScript (`?act=revoke`). */
export default async function GrantPage({ params, searchParams }: Props) {
  const { account: slug, grant: grantId } = await params
  if (!z.uuid().safeParse(grantId).success) notFound()
  const page = await accountPage(slug, 'partners.read', async (tx, { account }) => {
    const grant = await grantOfAccount(tx, account.id, grantId)
    return grant && { grant, excluded: grant.reachesClients ? await excludedClients(tx, grant.id) : [] }
  })
  const { account, authority, language } = page
  if (!page.data) notFound()
  const { grant, excluded } = page.data
  const query = await searchParams
  const words = reviewWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  const act = offered(grant.state).find(one => one === query.act)
  const mayDecide = may(authority, 'partners.decide')
  const designated = grant.designation === 'provider'
  const decides = mayDecide && isLive(grant.state) && !designated
  const asks = mayDecide && isLive(grant.state) && designated
  const asking = asks && query.act === 'ask'
  const offers = decides ? 'own' : asks ? 'ask' : null
  const shown = { grant, account, language, now: page.now }
  const own = `${list}/grants/${grant.id}`
  const askTitle = asking ? designationWords[language].askTitle : words.grantTitle
  const title = decides && act ? words.actTitle[act] : askTitle
  return (
    <AccountFrame page={page} current="authorisation" query={query}>
      <PageHeader
        title={title(grant.partnerName)}
        back={{ href: list, label: words.back }}
        badge={<StateOfGrant grant={grant} language={language} />}
        actions={mayDecide && !act && !asking && <Acts {...shown} offers={offers} list={list} />}
      />
      {decides && act && (
        <Card tone={act === 'revoke' ? 'danger' : 'plain'}>
          <ActForm act={act} grant={grant} accountId={account.id} language={language} cancelHref={own} />
        </Card>
      )}
      {decides && grant.extension && !act && (
        <Notice
          tone="warning"
          title={termsPageWords[language].waiting}
          actions={
            <LinkButton href={`${own}/extend`} size="small">
              {termsPageWords[language].extend}
            </LinkButton>
          }
        >
          {termsPageWords[language].waitingText(grant.extension.askedBy)}
        </Notice>
      )}
      {asking && (
        <Card>
          <AskForm {...shown} cancelHref={own} />
        </Card>
      )}
      {designated && isLive(grant.state) && <DesignatedCard {...shown} zone={page.actor.timeZone} />}
      <Card>
        <Facts
          items={[
            ...facts(grant, language, page.actor.timeZone, page.now),
            ...clients(grant, excluded, language),
          ]}
        />
      </Card>
      <Card title={words.scope}>
        <ScopeMeaning scope={grant.scope} language={language} />
      </Card>
    </AccountFrame>
  )
}

interface ActsProps {
  readonly grant: ListedGrant
  /** What the account itself gave it may end; of what the provider set it may ask for the end. */
  readonly offers: 'own' | 'ask' | null
  readonly list: string
  readonly language: Language
  readonly now: Date
}

function Acts({ offers, ...props }: ActsProps) {
  const { grant, list, language, now } = props
  const own = `${list}/grants/${grant.id}`
  return (
    <>
      {offers === 'own' && <OwnActs grant={grant} list={list} language={language} />}
      {offers === 'ask' && <DesignatedActs grant={grant} own={own} language={language} now={now} />}
      <BlockLink list={list} firm={grant.partnerSlug} language={language} />
    </>
  )
}

function OwnActs({ grant, list, language }: Pick<ActsProps, 'grant' | 'list' | 'language'>) {
  const words = reviewWords[language]
  const own = `${list}/grants/${grant.id}`
  const [, hold] = offered(grant.state)
  return (
    <>
      <LinkButton href={`${own}?act=revoke`} variant="danger">
        {words.revoke}
      </LinkButton>
      {grant.endsAt && (
        <LinkButton href={`${own}/extend`} variant="secondary">
          {termsPageWords[language].extend}
        </LinkButton>
      )}
      <LinkButton href={`${own}/shorten`} variant="secondary">
        {termsPageWords[language].shorten}
      </LinkButton>
      <LinkButton href={`${own}/trim`} variant="secondary">
        {termsPageWords[language].trim}
      </LinkButton>
      <LinkButton href={`${own}?act=${hold}`} variant="secondary">
        {words[hold]}
      </LinkButton>
      <LinkButton href={`${list}/revoke-all?partner=${grant.partnerSlug}`} variant="danger-quiet">
        {listWords[language].revokeAllOf(grant.partnerName)}
      </LinkButton>
    </>
  )
}

/** What was given; beside it what had been asked for, where that was more. */
function extent({ scope, duration, asked, isEndMoved }: ListedGrant, language: Language) {
  const words = reviewWords[language]
  // How long was given first is not how long it lasts, once its end was moved.
  if (isEndMoved)
    return [
      { term: words.grantScope, value: scopeText(scope, language) },
      ...(asked ? [{ term: words.askedFor, value: scopeText(asked.scope, language) }] : []),
    ]
  const told = (what: { scope: Scope; duration: Duration }) =>
    words.scopeAndTime(scopeText(what.scope, language), lowerFirst(durationText(what.duration, language)))
  const given = told({ scope, duration })
  if (!asked || told(asked) === given) return [{ term: words.grantScope, value: scopeText(scope, language) }]
  return [
    { term: words.given, value: given },
    { term: words.askedFor, value: told(asked) },
  ]
}

/** What it opens beside the account itself, and who of those keep the firm out. */
function clients({ reachesClients }: ListedGrant, excluded: readonly string[], language: Language): Fact[] {
  if (!reachesClients) return []
  const words = reachingWords[language]
  const all = excluded.length === 0
  return [
    {
      term: words.clientsTerm,
      value: all ? words.clientsAll : words.clientsBut(plainList(excluded, language)),
    },
  ]
}

/** Whoever is named there can't come in while the access is held, or before it starts. */
function peopleTerm(state: GrantState, words: (typeof reviewWords)['en']): string {
  if (state === 'scheduled') return words.peopleLater
  return state === 'suspended' ? words.peopleAgain : words.people
}

function facts(grant: ListedGrant, language: Language, zone: string, now: Date) {
  const words = reviewWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const live = isLive(grant.state)
  return [
    ...extent(grant, language),
    ...(grant.askedBy
      ? [{ term: words.grantAskedBy, value: `${grant.partnerName} · ${grant.askedBy}` }]
      : []),
    { term: words.approved, value: grant.approvedBy },
    ...(grant.acceptedBy
      ? [{ term: words.accepted, value: `${grant.partnerName} · ${grant.acceptedBy}` }]
      : []),
    { term: words.starts, value: at(grant.startsAt) },
    ...(live
      ? [
          {
            term: words.ends,
            value: grant.endsAt ? (
              <Ends until={grant.endsAt} now={now} zone={zone} language={language} />
            ) : (
              words.noEnd
            ),
          },
          ...(grant.reviewAt
            ? [
                {
                  term: words.review,
                  value: <When at={grant.reviewAt} zone={zone} language={language} day />,
                },
              ]
            : []),
        ]
      : []),
    ...(grant.endedAt
      ? [{ term: words.endedAt, value: <TwoLines first={at(grant.endedAt)} second={grant.endedBy} /> }]
      : []),
    ...(grant.endReason
      ? [{ term: words.reason, value: <span className="plain-text">{grant.endReason}</span> }]
      : []),
    {
      term: words.used,
      value: grant.lastUsedAt ? (
        <TwoLines first={at(grant.lastUsedAt)} second={grant.lastUsedBy} />
      ) : (
        words.never
      ),
    },
    ...(live ? [{ term: peopleTerm(grant.state, words), value: plainList(grant.people, language) }] : []),
  ]
}
