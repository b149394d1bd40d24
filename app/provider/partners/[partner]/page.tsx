import { notFound } from 'next/navigation'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Code } from '#components/ui/text.tsx'
import { dependantsOf } from '#db/provider/dependants.ts'
import { type PartnerAtDesk, partnerAtDesk } from '#db/provider/partners.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from '../../access-words.ts'
import { DependantsCard } from '../../dependants-card.tsx'
import { pageWords } from '../page-words.ts'
import { RemoveCard } from './remove-card.tsx'
import { StaffCard } from './staff-card.tsx'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(pageWords, words => words.facts)

/** One firm as the provider keeps it; a closed one shows what it was. */
export default async function PartnerPage({ params, searchParams }: Props) {
  const [{ partner: slug }, query] = [await params, await searchParams]
  const page = await providerPage('desk.read', async (tx, _, { providerId }) => {
    const partner = await partnerAtDesk(tx, providerId, slug)
    return partner && { partner, dependants: await dependantsOf(tx, providerId, 'partner', partner.id) }
  })
  if (!page.data) notFound()
  const { language, actor, platform, now } = page
  const { partner, dependants } = page.data
  const words = pageWords[language]
  const own = `/provider/partners/${partner.slug}`
  const open = partner.closedAt === null
  const administrates = mayAtDesk(platform.role, 'partners.manage')
  return (
    <ProviderFrame page={page} current="partners" query={query} width="wide">
      <PageHeader
        title={partner.name}
        back={{ href: '/provider/partners', label: words.back }}
        badge={!open && <Badge tone="neutral">{words.closed}</Badge>}
        description={administrates ? undefined : accessWords[language].onlyAdministrators}
        actions={
          administrates &&
          open && (
            <>
              <LinkButton href={`${own}/edit`}>{words.edit}</LinkButton>
              <LinkButton href={`${own}/close`} variant="danger-quiet">
                {words.close}
              </LinkButton>
            </>
          )
        }
      />
      {open && administrates && <RemoveCard partner={partner} staffId={query.remove} language={language} />}
      <Card title={words.facts}>
        <Facts items={facts(partner, language, actor.timeZone)} />
      </Card>
      {open && (
        <>
          <DependantsCard
            title={words.access}
            text={words.accessText}
            none={words.noAccess}
            names="account"
            dependants={dependants}
            {...{ language, zone: actor.timeZone, now }}
          />
          <ServesCard partner={partner} changes={administrates} language={language} />
          <StaffCard partner={partner} changes={administrates} {...{ language, zone: actor.timeZone, now }} />
        </>
      )}
    </ProviderFrame>
  )
}

interface ServesCardProps {
  readonly partner: PartnerAtDesk
  readonly changes: boolean
  readonly language: Language
}

function ServesCard({ partner, changes, language }: ServesCardProps) {
  const words = pageWords[language]
  return (
    <Card
      title={words.relationships}
      actions={
        changes && (
          <LinkButton
            href={`/provider/relationships/new?partner=${encodeURIComponent(partner.partnerCode)}`}
            size="small"
          >
            {words.start}
          </LinkButton>
        )
      }
    >
      <p>
        {words.serves(partner.serves)} ·{' '}
        <a href={`/provider/relationships?q=${encodeURIComponent(partner.partnerCode)}`}>
          {words.seeRelationships}
        </a>
      </p>
    </Card>
  )
}

function facts(partner: PartnerAtDesk, language: Language, zone: string): Fact[] {
  const words = pageWords[language]
  const { closedAt, closedBy, closeReason } = partner
  return [
    { term: words.code, value: <Code>{partner.partnerCode}</Code> },
    { term: words.verified, value: <When at={partner.verifiedAt} zone={zone} language={language} day /> },
    { term: words.created, value: <When at={partner.createdAt} zone={zone} language={language} day /> },
    ...(closedAt
      ? [
          {
            term: words.closed,
            value: (
              <>
                <When at={closedAt} zone={zone} language={language} /> {closedBy && words.closedBy(closedBy)}
              </>
            ),
          },
        ]
      : []),
    ...(closedAt && closeReason
      ? [{ term: words.reason, value: <span className="plain-text">{closeReason}</span> }]
      : []),
  ]
}
