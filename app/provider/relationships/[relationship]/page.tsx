import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Code } from '#components/ui/text.tsx'
import { type Dependant, dependantsOf } from '#db/provider/dependants.ts'
import { type Relationship, relationshipOf } from '#db/provider/relationships.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from '../../access-words.ts'
import { DependantsCard, GrantActCard } from '../../dependants-card.tsx'
import { designationWords } from '../../designation-words.ts'
import { askedAct } from '../../grant-act-form.tsx'
import { changeAccess } from '../actions.ts'
import { endWords } from '../end-words.ts'
import { RelationshipState } from '../relationship-table.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ relationship: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].page }
}

/** One channel relationship: what hangs on it, and how the provider holds or ends it. */
export default async function RelationshipPage({ params, searchParams }: Props) {
  const { relationship: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await providerPage('desk.read', async (tx, _, actor) => {
    const relationship = await relationshipOf(tx, actor.providerId, id)
    return (
      relationship && {
        relationship,
        dependants: await dependantsOf(tx, actor.providerId, 'relationship', id),
      }
    )
  })
  if (!page.data) notFound()
  const query = await searchParams
  const { language, actor, platform, now } = page
  const { relationship, dependants } = page.data
  const words = catalogue[language]
  const own = `/provider/relationships/${relationship.id}`
  const administrates = mayAtDesk(platform.role, 'relationships.manage')
  const asked = administrates ? askedAct(query, dependants) : null
  const { partnerName, accountName, endedAt } = relationship
  return (
    <ProviderFrame page={page} current="relationships" query={query}>
      <PageHeader
        title={endedAt ? words.pairEnded(partnerName, accountName) : words.pair(partnerName, accountName)}
        back={{ href: '/provider/relationships', label: words.title }}
        description={administrates ? undefined : accessWords[language].onlyAdministrators}
        actions={
          administrates &&
          !endedAt &&
          !asked && <Acts relationship={relationship} own={own} language={language} />
        }
      />
      <GrantActCard
        asked={asked}
        action={changeAccess}
        shown={{ name: 'relationship', id: relationship.id }}
        cancelHref={own}
        language={language}
      />
      <Card title={words.facts}>
        <Facts items={facts(relationship, language, actor.timeZone)} />
      </Card>
      <Dependants
        relationship={relationship}
        dependants={dependants}
        actsAt={administrates ? own : undefined}
        language={language}
        zone={actor.timeZone}
        now={now}
      />
    </ProviderFrame>
  )
}

interface ActsProps {
  readonly relationship: Relationship
  readonly own: string
  readonly language: Language
}

function Acts({ relationship: { accountSlug, partnerCode }, own, language }: ActsProps) {
  const partner = new URLSearchParams({ partner: partnerCode })
  return (
    <>
      <LinkButton href={`/provider/accounts/${accountSlug}/designate?${partner}`}>
        {designationWords[language].designate}
      </LinkButton>
      <LinkButton href={`${own}/end`} variant="danger">
        {endWords[language].submit}
      </LinkButton>
    </>
  )
}

interface DependantsProps {
  readonly relationship: Relationship
  readonly dependants: readonly Dependant[]
  readonly actsAt: string | undefined
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** What hangs on the relationship, or what ended with it. */
function Dependants({ relationship, ...shown }: DependantsProps) {
  const words = catalogue[shown.language]
  const ended = relationship.endedAt !== null
  return (
    <DependantsCard
      title={ended ? words.endedWith : words.hanging}
      text={ended ? undefined : words.hangingText}
      none={ended ? words.nothingEnded : words.nothingHangs}
      {...shown}
    />
  )
}

function facts(relationship: Relationship, language: Language, zone: string): Fact[] {
  const words = catalogue[language]
  const { partnerName, partnerCode, accountName, startedAt, endedAt, endReason } = relationship
  return [
    { term: words.column.partner, value: partnerName },
    { term: words.code, value: <Code>{partnerCode}</Code> },
    { term: words.column.account, value: accountName },
    { term: words.since, value: <When at={startedAt} zone={zone} language={language} /> },
    {
      term: words.column.state,
      value: <RelationshipState relationship={relationship} language={language} zone={zone} />,
    },
    ...(endedAt && endReason
      ? [{ term: accessWords[language].reason, value: <span className="plain-text">{endReason}</span> }]
      : []),
  ]
}
