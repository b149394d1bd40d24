import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { longestHoursFor } from '#db/extension/reads.ts'
import { grantOfAccount, type ListedGrant } from '#db/grant/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { plainList } from '#lib/format.ts'
import { isLive } from '#lib/grant/grant.ts'
import { grantWords } from '#lib/grant/words.ts'
import type { Language } from '#lib/language.ts'
import { GrantState } from './grant-state.tsx'
import { termsPageWords } from './terms-words.ts'

/** A grant whose end or scope an approver is about to move, as its forms need it. */
export interface Movable {
  readonly grant: ListedGrant
  readonly longestHours: number | null
  readonly account: { readonly id: string; readonly slug: string; readonly timeZone: string }
  readonly language: Language
  /** The reader's, in which moments are told. */
  readonly zone: string
  readonly now: Date
  readonly cancelHref: string
}

interface TermsPageProps {
  readonly params: Promise<{ account: string; grant: string }>
  readonly title: (movable: Movable) => string
  /** What stands in the way beside what holds for all of these pages; null = nothing. */
  readonly hindered: (movable: Movable) => string | null
  readonly children: (movable: Movable) => ReactNode
}

/** The one page on which an approver moves a grant's end or scope: all that has to be known, and the form. */
export async function TermsPage({ params, title, hindered, children }: TermsPageProps) {
  const { account: slug, grant: grantId } = await params
  if (!z.uuid().safeParse(grantId).success) notFound()
  const page = await accountPage(slug, 'partners.decide', async (tx, { account }) => ({
    grant: await grantOfAccount(tx, account.id, grantId),
    longestHours: await longestHoursFor(tx, account.id),
  }))
  const { data, account, actor, language, now } = page
  const { grant, longestHours } = data
  if (!grant) notFound()
  const words = termsPageWords[language]
  const cancelHref = `/accounts/${account.slug}/settings/authorisation/grants/${grant.id}`
  const movable = { grant, longestHours, account, language, zone: actor.timeZone, now, cancelHref }
  const hindrance = hinderedAnyway(movable) ?? hindered(movable)
  return (
    <AccountFrame page={page} current="authorisation">
      <PageHeader
        title={title(movable)}
        back={{ href: cancelHref, label: words.back(grant.partnerName) }}
        badge={<GrantState grant={grant} language={language} />}
      />
      <Card>
        <Facts items={facts(movable)} />
      </Card>
      {hindrance ? <Notice tone="neutral">{hindrance}</Notice> : children(movable)}
    </AccountFrame>
  )
}

function hinderedAnyway({ grant, language }: Movable): string | null {
  const words = termsPageWords[language]
  if (!isLive(grant.state)) return words.ended(grantWords[language].state[grant.state])
  return grant.designation === 'provider' ? words.byProvider : null
}

/** The firm, what it may do, who works there and when last, until when; and what it asks for. */
function facts({ grant, language, zone, now }: Movable) {
  const words = termsPageWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const { extension, endsAt, lastUsedAt } = grant
  return [
    { term: words.who, value: grant.partnerName },
    { term: words.scope, value: scopeText(grant.scope, language) },
    {
      term: words.people,
      value: grant.people.length > 0 ? plainList(grant.people, language) : words.peopleNone,
    },
    {
      term: words.used,
      value: lastUsedAt ? <TwoLines first={at(lastUsedAt)} second={grant.lastUsedBy} /> : words.never,
    },
    {
      term: words.end,
      value: endsAt ? <Ends until={endsAt} now={now} zone={zone} language={language} /> : words.noEnd,
    },
    ...(extension
      ? [
          {
            term: words.askedEnd,
            value: extension.askedEnd ? at(extension.askedEnd) : words.noEnd,
          },
          {
            term: words.askedBy,
            value: <TwoLines first={extension.askedBy} second={at(extension.at)} />,
          },
          ...(extension.reason
            ? [{ term: words.why, value: <span className="plain-text">{extension.reason}</span> }]
            : []),
        ]
      : []),
  ]
}
