import { notFound } from 'next/navigation'
import { z } from 'zod'
import { chosenIn } from '#app/_server/chosen.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requestOfAccount } from '#db/access-request/reads.ts'
import { may } from '#lib/access/authority.ts'
import { isOpen } from '#lib/access-request/access-request.ts'
import { BlockLink } from '../../blocked-card.tsx'
import { RequestFacts } from '../../request-facts.tsx'
import { ReviewForms } from '../../review-forms.tsx'
import { reviewWords } from '../../review-words.ts'

interface Props {
  readonly params: Promise<{ account: string; request: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(reviewWords, words => words.give)

/** A request's own address: where the letter leads. */
export default async function RequestPage({ params, searchParams }: Props) {
  const { account: slug, request: requestId } = await params
  if (!z.uuid().safeParse(requestId).success) notFound()
  const page = await accountPage(slug, 'partners.read', (tx, { account }) =>
    requestOfAccount(tx, account.id, requestId),
  )
  const { data: request, account, actor, authority, language, now } = page
  if (!request) notFound()
  const query = await searchParams
  const words = reviewWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  const open = isOpen(request.state)
  const tone = open ? 'warning' : request.state === 'approved' ? 'success' : 'neutral'
  return (
    <AccountFrame page={page} current="authorisation" query={query}>
      <PageHeader
        title={words.title(request.partnerName)}
        back={{ href: list, label: words.back }}
        badge={<Badge tone={tone}>{words.state[request.state]}</Badge>}
        actions={
          may(authority, 'partners.decide') && (
            <BlockLink list={list} firm={request.partnerSlug} language={language} />
          )
        }
      />
      <Card>
        <RequestFacts request={request} language={language} zone={actor.timeZone} now={now} />
      </Card>
      {open && may(authority, 'partners.decide') && (
        <Card title={words.give} tone="highlight">
          <Notice tone="info">{words.voluntary}</Notice>
          <ReviewForms
            request={request}
            account={account}
            language={language}
            cancelHref={list}
            chosen={chosenIn(query)}
          />
        </Card>
      )}
    </AccountFrame>
  )
}
