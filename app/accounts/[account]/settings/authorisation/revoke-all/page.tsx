import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { revocableFirmsOn } from '#db/grant/reads.ts'
import { RevokeAllForm } from '../grant-acts.tsx'
import { reviewWords } from '../review-words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(reviewWords, words => words.revokeAll)

/** Ends all of one firm's access (`?partner=slug`), or all partners': also where there is no JavaScript. */
export default async function RevokeAllPage({ params, searchParams }: Props) {
  const { partner: slug } = await searchParams
  const one = typeof slug === 'string' ? slug : undefined
  const page = await accountPage((await params).account, 'partners.decide', (tx, { account }) =>
    revocableFirmsOn(tx, account.id, one),
  )
  const { account, language, data: firms } = page
  const words = reviewWords[language]
  const [firm] = one === undefined ? [] : firms
  const list = `/accounts/${account.slug}/settings/authorisation`
  return (
    <AccountFrame page={page} current="authorisation">
      <PageHeader
        title={firm ? words.revokeAllOf(firm.name) : words.revokeAll}
        back={{ href: list, label: words.back }}
      />
      {firms.length === 0 ? (
        <Notice tone="neutral">{words.nothingToRevoke}</Notice>
      ) : (
        <Card tone="danger">
          <RevokeAllForm
            partner={one ?? null}
            firms={firms}
            accountId={account.id}
            language={language}
            cancelHref={list}
          />
        </Card>
      )}
    </AccountFrame>
  )
}
