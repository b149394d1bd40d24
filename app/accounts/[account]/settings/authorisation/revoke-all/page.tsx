import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { stayingOn } from '#db/designation/seen.ts'
import { isComing, reachingFirms } from '#db/exclusion/reads.ts'
import { revocableFirmsOn } from '#db/grant/reads.ts'
import { RevokeAllForm } from '../grant-acts.tsx'
import { reachingWords } from '../reaching-words.ts'
import { reviewWords } from '../review-words.ts'
import { whatStays } from '../what-stays.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(reviewWords, words => words.revokeAll)

/** Ends all of one firm's access (`?partner=slug`), or all partners': also where there is no JavaScript. */
export default async function RevokeAllPage({ params, searchParams }: Props) {
  const { partner: slug } = await searchParams
  const one = typeof slug === 'string' ? slug : undefined
  const page = await accountPage((await params).account, 'partners.decide', async (tx, { account }) => ({
    firms: await revocableFirmsOn(tx, account.id, one),
    staying: await stayingOn(tx, account.id, one),
    reaching: account.parentId ? await reachingFirms(tx, account.id, one ?? null) : [],
  }))
  const { account, language, data } = page
  const { firms, staying, reaching } = data
  const words = reviewWords[language]
  const coming = reaching.filter(isComing)
  const via = coming.length > 0 ? account.parentName : null
  const stays = whatStays({ providerName: account.providerName, firms: staying, via }, language)
  const [firm] = one === undefined ? [] : firms
  const list = `/accounts/${account.slug}/settings/authorisation`
  return (
    <AccountFrame page={page} current="authorisation">
      <PageHeader
        title={firm ? words.revokeAllOf(firm.name) : words.revokeAll}
        back={{ href: list, label: words.back }}
      />
      {firms.length === 0 ? (
        <Notice
          tone="neutral"
          actions={
            coming.length > 0 && (
              <LinkButton
                href={one ? `${list}/via-parent/${one}?act=exclude` : `${list}#via-parent`}
                size="small"
              >
                {reachingWords[language].excludeThis}
              </LinkButton>
            )
          }
        >
          {[words.nothingToRevoke, ...stays].join(' ')}
        </Notice>
      ) : (
        <Card tone="danger">
          <RevokeAllForm
            partner={one ?? null}
            firms={firms}
            stays={stays}
            account={account}
            language={language}
            cancelHref={list}
          />
        </Card>
      )}
    </AccountFrame>
  )
}
