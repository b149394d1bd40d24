import { notFound } from 'next/navigation'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type AccountAtDesk, accountAtDesk, type DeskPerson } from '#db/provider/account-page.ts'
import { type Dependant, dependantsOf } from '#db/provider/dependants.ts'
import { decidesOnPartners } from '#lib/access/deciding.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import type { PlatformRole } from '#lib/access/platform.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from '../../access-words.ts'
import { AskHere } from '../../ask-line.tsx'
import { DependantsCard, GrantActCard } from '../../dependants-card.tsx'
import { designationWords } from '../../designation-words.ts'
import { askedAct } from '../../grant-act-form.tsx'
import { changeAccess } from '../actions.ts'
import { pageWords } from '../page-words.ts'
import { AccountFacts, CodeCard, ContactsCard, ProductsCard, RelationshipsCard } from './cards.tsx'
import { PeopleCard } from './people-card.tsx'
import { VisitCard } from './visit-card.tsx'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(pageWords, words => words.facts)

/** One account as the provider keeps it; a closed one shows what it was. */
export default async function AccountPage({ params, searchParams }: Props) {
  const { account: slug } = await params
  const page = await providerPage('desk.read', async (tx, _, actor) => {
    const account = await accountAtDesk(tx, actor, slug)
    return account && { account, dependants: await dependantsOf(tx, actor.providerId, 'account', account.id) }
  })
  if (!page.data) notFound()
  const query = await searchParams
  const { language, actor, platform, now } = page
  const { account, dependants } = page.data
  const words = pageWords[language]
  const own = `/provider/accounts/${account.slug}`
  const open = account.closedAt === null
  const changes = mayAtDesk(platform.role, 'accounts.manage') && open
  const asked = changes ? askedAct(query, dependants) : null
  const shown = { account, changes, language, zone: actor.timeZone }
  return (
    <ProviderFrame page={page} current="accounts" query={query} width="wide">
      <PageHeader
        title={account.details.name}
        back={{ href: '/provider/accounts', label: words.back }}
        badge={!open && <Badge tone="neutral">{words.closed}</Badge>}
        description={
          mayAtDesk(platform.role, 'accounts.manage') ? undefined : accessWords[language].onlyAdministrators
        }
        actions={changes && !asked && <Acts slug={account.slug} own={own} language={language} />}
      />
      <GrantActCard
        asked={asked}
        action={changeAccess}
        shown={{ name: 'account', id: account.id }}
        cancelHref={own}
        language={language}
      />
      {open && <AskHere dependants={dependants} language={language} />}
      {open && account.approvers === 0 && (
        <NobodyDecides managers={account.managers} role={platform.role} language={language} />
      )}
      {open && platform.role === 'support' && <VisitCard {...shown} now={now} />}
      <AccountFacts {...shown} />
      {open && (
        <>
          <AccessCard {...shown} dependants={dependants} now={now} />
          <RelationshipsCard {...shown} />
        </>
      )}
      <ProductsCard {...shown} />
      {open && <ContactsCard {...shown} />}
      {open && <PeopleCard {...shown} now={now} />}
      {open && <CodeCard {...shown} />}
    </ProviderFrame>
  )
}

interface AccessCardProps {
  readonly account: AccountAtDesk
  readonly dependants: readonly Dependant[]
  readonly changes: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** What partners may do on it now, and have asked for; and the way to let one in. */
function AccessCard({ account, dependants, changes, ...shown }: AccessCardProps) {
  const words = pageWords[shown.language]
  const own = `/provider/accounts/${account.slug}`
  return (
    <DependantsCard
      title={words.access}
      text={words.accessText}
      none={words.noAccess}
      names="partner"
      dependants={dependants}
      actsAt={changes ? own : undefined}
      actions={
        changes && (
          <LinkButton href={`${own}/designate`} size="small">
            {designationWords[shown.language].designate}
          </LinkButton>
        )
      }
      {...shown}
    />
  )
}

interface ActsProps {
  readonly slug: string
  readonly own: string
  readonly language: Language
}

function Acts({ slug, own, language }: ActsProps) {
  const words = pageWords[language]
  return (
    <>
      <LinkButton href={`/accounts/${slug}`}>{words.enter}</LinkButton>
      <LinkButton href={`${own}/edit`}>{words.edit}</LinkButton>
      <LinkButton href={`${own}/close`} variant="danger-quiet">
        {words.close}
      </LinkButton>
    </>
  )
}

/** Nobody may decide on partner access: not yet, where somebody who will has been invited. */
function NobodyDecides({
  managers,
  role,
  language,
}: {
  managers: readonly DeskPerson[]
  role: PlatformRole
  language: Language
}) {
  const words = pageWords[language]
  if (managers.some(one => one.state === 'invited' && decidesOnPartners(one)))
    return <Notice tone="info">{words.nobodyDecidesYet}</Notice>
  return (
    <Notice tone="warning" title={words.nobodyDecides}>
      {words.nobodyDecidesText[role]}
    </Notice>
  )
}
