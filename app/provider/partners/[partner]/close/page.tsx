import { notFound } from 'next/navigation'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { dependantsOf, endingCounts } from '#db/provider/dependants.ts'
import { partnerAtDesk } from '#db/provider/partners.ts'
import { accessWords } from '../../../access-words.ts'
import { ClosingForm } from '../../../closing-form.tsx'
import { EndingCard } from '../../../dependants-card.tsx'
import { close } from '../../actions.ts'
import { closeWords } from '../../close-words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(closeWords, words => words.title)

/** Before a firm is closed: exactly what ends with it. */
export default async function ClosePartnerPage({ params, searchParams }: Props) {
  const { partner: slug } = await params
  const page = await providerPage('partners.manage', async (tx, _, { providerId }) => {
    const partner = await partnerAtDesk(tx, providerId, slug)
    if (!partner) return null
    const dependants = await dependantsOf(tx, providerId, 'partner', partner.id)
    return { partner, dependants, counts: await endingCounts(tx, 'partner', partner.id) }
  })
  if (!page.data) notFound()
  const { language, actor, now } = page
  const { partner, dependants, counts } = page.data
  const words = closeWords[language]
  const own = `/provider/partners/${partner.slug}`
  const { reason } = await searchParams
  if (partner.closedAt)
    return (
      <ProviderFrame page={page} current="partners">
        <PageHeader title={words.title} back={{ href: own, label: partner.name }} />
        <Notice tone="neutral">{words.alreadyClosed(partner.closedBy ?? '')}</Notice>
      </ProviderFrame>
    )
  return (
    <ProviderFrame page={page} current="partners">
      <PageHeader title={words.title} back={{ href: own, label: partner.name }} />
      <EndingCard
        title={words.preview}
        names="account"
        dependants={dependants}
        {...{ language, zone: actor.timeZone, now }}
      />
      <ClosingForm
        action={close}
        of={{ name: 'partner', id: partner.id }}
        title={words.title}
        statement={words.statement(partner.name)}
        consequences={[
          words.grants(counts.grants),
          words.requests(counts.requests),
          ...(counts.extensions > 0 ? [accessWords[language].extensionsEnd(counts.extensions)] : []),
          ...(counts.invitations > 0 ? [accessWords[language].invitationsEnd(counts.invitations)] : []),
          words.relationshipsEnd(counts.relationships),
          words.people(partner.administrators + partner.technicians + partner.invited),
          words.final,
          words.told,
        ]}
        submit={words.submit}
        cancelHref={own}
        reason={reason}
        language={language}
      />
    </ProviderFrame>
  )
}
