import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { liveFirmOn } from '#db/grant/reads.ts'
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
  const page = await accountPage((await params).account, 'partners.decide', async (tx, { account }) =>
    typeof slug === 'string' ? ((await liveFirmOn(tx, account.id, slug)) ?? 'unknown') : null,
  )
  const { account, language, data: partner } = page
  if (partner === 'unknown') notFound()
  const words = reviewWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  return (
    <AccountFrame page={page} current="authorisation">
      <PageHeader title={words.revokeAll} back={{ href: list, label: words.back }} />
      <Card tone="danger">
        <RevokeAllForm partner={partner} accountId={account.id} language={language} cancelHref={list} />
      </Card>
    </AccountFrame>
  )
}
