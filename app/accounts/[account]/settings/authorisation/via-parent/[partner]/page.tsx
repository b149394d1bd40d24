import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { type ReachingFirm, type ReachingGrant, reachingFirms } from '#db/exclusion/reads.ts'
import { may } from '#lib/access/authority.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { exclusionActs } from '#lib/exclusion/exclusion.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { ExclusionForm } from '../../exclusion-form.tsx'
import { GrantState } from '../../grant-state.tsx'
import { reachingWords } from '../../reaching-words.ts'
import { reviewWords } from '../../review-words.ts'

interface Props {
  readonly params: Promise<{ account: string; partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(reachingWords, words => words.noPage)

/** One firm that comes to a client account through its parent: with what, and how the account keeps it out. */
export default async function ViaParentPage({ params, searchParams }: Props) {
  const { account: slug, partner } = await params
  const page = await accountPage(slug, 'partners.read', async (tx, { account }) =>
    account.parentId ? reachingFirms(tx, account.id, partner) : [],
  )
  const { account, authority, language, actor, now } = page
  const [firm] = page.data
  if (!firm) notFound()
  const query = await searchParams
  const words = reachingWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  const own = `${list}/via-parent/${firm.slug}`
  const parent = account.parentName ?? ''
  const decides = may(authority, 'partners.decide')
  const offered = firm.excluded ? 'include' : 'exclude'
  const act = decides ? exclusionActs.find(one => one === query.act && one === offered) : undefined
  return (
    <AccountFrame page={page} current="authorisation" query={query}>
      <PageHeader
        title={words.page(firm.name, parent)}
        back={{ href: list, label: words.back }}
        badge={
          firm.excluded && (
            <Badge tone="neutral" icon="ban">
              {words.excluded}
            </Badge>
          )
        }
        actions={decides && !act && <Acts offered={offered} own={own} language={language} />}
      />
      {act && (
        <Card tone={act === 'exclude' ? 'danger' : 'plain'}>
          <ExclusionForm act={act} firm={firm} account={account} cancelHref={own} language={language} />
        </Card>
      )}
      <Card>
        <p id={whyId}>{firm.excluded ? words.whyExcluded(firm.name, parent) : words.why(parent)}</p>
        <Facts items={firmFacts(firm, language, actor.timeZone)} />
      </Card>
      {firm.grants.map((grant, i) => (
        <Card
          key={grant.id}
          title={firm.grants.length > 1 ? words.given(i + 1) : words.onlyGiven}
          actions={<GrantState grant={grant} language={language} />}
        >
          <Facts items={facts(grant, language, actor.timeZone, now)} />
          <ScopeMeaning scope={grant.scope} language={language} />
        </Card>
      ))}
    </AccountFrame>
  )
}

const whyId = 'via-parent-why'

/** What the account may do; what it may not is off and says why. */
function Acts({
  offered,
  own,
  language,
}: {
  offered: 'exclude' | 'include'
  own: string
  language: Language
}) {
  const words = reachingWords[language]
  return offered === 'include' ? (
    <LinkButton href={`${own}?act=include`} variant="primary">
      {words.includeThis}
    </LinkButton>
  ) : (
    <>
      <Button variant="danger-quiet" disabled aria-describedby={whyId}>
        {reviewWords[language].revoke}
      </Button>
      <LinkButton href={`${own}?act=exclude`} variant="danger">
        {words.excludeThis}
      </LinkButton>
    </>
  )
}

function firmFacts({ code, excluded }: ReachingFirm, language: Language, zone: string): Fact[] {
  const words = reachingWords[language]
  return [
    { term: words.partnerId, value: code },
    ...(excluded
      ? [
          {
            term: words.excludedAt,
            value: (
              <TwoLines
                first={excluded.by}
                second={<When at={excluded.at} zone={zone} language={language} />}
              />
            ),
          },
        ]
      : []),
    ...(excluded?.reason
      ? [{ term: words.reason, value: <span className="plain-text">{excluded.reason}</span> }]
      : []),
  ]
}

function facts(grant: ReachingGrant, language: Language, zone: string, now: Date): Fact[] {
  const words = reachingWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const ends = grant.endsAt ? (
    <Ends until={grant.endsAt} now={now} zone={zone} language={language} />
  ) : (
    words.noEnd
  )
  return [
    { term: words.scope, value: scopeText(grant.scope, language) },
    { term: words.approved, value: <TwoLines first={grant.approvedBy} second={words.via(grant.via)} /> },
    { term: words.since, value: at(grant.startsAt) },
    { term: words.ends, value: ends },
    {
      term: words.used,
      value: grant.lastUsedAt ? (
        <TwoLines first={at(grant.lastUsedAt)} second={grant.lastUsedBy} />
      ) : (
        words.never
      ),
    },
    { term: grant.opens ? words.people : words.peopleNot, value: plainList(grant.people, language) || '–' },
  ]
}
