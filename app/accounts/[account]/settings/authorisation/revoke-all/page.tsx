import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RevokeAllForm } from '../grant-acts.tsx'
import { reviewWords } from '../review-words.ts'

export const generateMetadata = titled(reviewWords, words => words.revokeAll)

/** What the button "Revoke all" shows where there is no JavaScript. */
export default async function RevokeAllPage({ params }: { params: Promise<{ account: string }> }) {
  const page = await accountPage((await params).account, 'partners.decide', async () => null)
  const { account, language } = page
  const words = reviewWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  return (
    <AccountFrame page={page} current="authorisation">
      <PageHeader title={words.revokeAll} back={{ href: list, label: words.back }} />
      <Card tone="danger">
        <RevokeAllForm partner={null} accountId={account.id} language={language} cancelHref={list} />
      </Card>
    </AccountFrame>
  )
}
