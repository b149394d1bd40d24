import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { narrowedUnder } from '#db/assignment/reads.ts'
import type { Tx } from '#db/client.ts'
import { excludedClients } from '#db/exclusion/reads.ts'
import { grantOfAccount, type ListedGrant } from '#db/grant/reads.ts'
import { may } from '#lib/access/authority.ts'
import { type GrantState, isLive } from '#lib/grant/grant.ts'
import type { Language } from '#lib/language.ts'
import { BlockLink } from '../../blocked-card.tsx'
import { AskForm, DesignatedActs, DesignatedCard } from '../../designated-card.tsx'
import { designationWords } from '../../designation-words.ts'
import { type AccountAct, ActForm } from '../../grant-acts.tsx'
import { GrantState as StateOfGrant } from '../../grant-state.tsx'
import { reviewWords } from '../../review-words.ts'
import { termsPageWords } from '../../terms-words.ts'
import { words as listWords } from '../../words.ts'
import { GrantFacts } from './grant-facts.tsx'

interface Props {
  readonly params: Promise<{ account: string; grant: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(reviewWords, words => words.grant)

/** What can be done to a live grant: end it, or hold it, or give it back. */
function offered(state: GrantState): readonly ['revoke', AccountAct] {
  return ['revoke', state === 'suspended' ? 'resume' : 'suspend']
}

async function read(tx: Tx, accountId: string, grantId: string) {
  const grant = await grantOfAccount(tx, accountId, grantId)
  if (!grant) return null
  const excluded = grant.reachesClients ? await excludedClients(tx, grant.id) : []
  return { grant, excluded, narrowed: isLive(grant.state) ? await narrowedUnder(tx, grant.id) : [] }
}

/** One grant: what it allows, and the pages behind its buttons for readers without JavaScript (`?act=revoke`). */
export default async function GrantPage({ params, searchParams }: Props) {
  const { account: slug, grant: grantId } = await params
  if (!z.uuid().safeParse(grantId).success) notFound()
  const page = await accountPage(slug, 'partners.read', (tx, { account }) => read(tx, account.id, grantId))
  const { account, authority, language } = page
  if (!page.data) notFound()
  const { grant, excluded, narrowed } = page.data
  const query = await searchParams
  const words = reviewWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  const act = offered(grant.state).find(one => one === query.act)
  const mayDecide = may(authority, 'partners.decide')
  const designated = grant.designation === 'provider'
  const decides = mayDecide && isLive(grant.state) && !designated
  const asks = mayDecide && isLive(grant.state) && designated
  const asking = asks && query.act === 'ask'
  const offers = decides ? 'own' : asks ? 'ask' : null
  const shown = { grant, account, language, now: page.now }
  const own = `${list}/grants/${grant.id}`
  const askTitle = asking ? designationWords[language].askTitle : words.grantTitle
  const title = decides && act ? words.actTitle[act] : askTitle
  return (
    <AccountFrame page={page} current="authorisation" query={query}>
      <PageHeader
        title={title(grant.partnerName)}
        back={{ href: list, label: words.back }}
        badge={<StateOfGrant grant={grant} language={language} />}
        actions={mayDecide && !act && !asking && <Acts {...shown} offers={offers} list={list} />}
      />
      {decides && act && (
        <Card tone={act === 'revoke' ? 'danger' : 'plain'}>
          <ActForm act={act} grant={grant} accountId={account.id} language={language} cancelHref={own} />
        </Card>
      )}
      {decides && !act && <MoreTimeWaits grant={grant} own={own} language={language} />}
      {asking && (
        <Card>
          <AskForm {...shown} cancelHref={own} />
        </Card>
      )}
      {designated && isLive(grant.state) && <DesignatedCard {...shown} zone={page.actor.timeZone} />}
      <Card>
        <GrantFacts
          grant={grant}
          excluded={excluded}
          narrowed={narrowed}
          zone={page.actor.timeZone}
          language={language}
          now={page.now}
        />
      </Card>
      <Card title={words.scope}>
        <ScopeMeaning scope={grant.scope} language={language} />
      </Card>
    </AccountFrame>
  )
}

interface MoreTimeWaitsProps {
  readonly grant: ListedGrant
  readonly own: string
  readonly language: Language
}

/** The firm asks for more time: here is where to answer. */
function MoreTimeWaits({ grant, own, language }: MoreTimeWaitsProps) {
  const words = termsPageWords[language]
  if (!grant.extension) return null
  return (
    <Notice
      tone="warning"
      title={words.waiting}
      actions={
        <LinkButton href={`${own}/extend`} size="small">
          {words.extend}
        </LinkButton>
      }
    >
      {words.waitingText(grant.extension.askedBy)}
    </Notice>
  )
}

interface ActsProps {
  readonly grant: ListedGrant
  /** What the account itself gave it may end; of what the provider set it may ask for the end. */
  readonly offers: 'own' | 'ask' | null
  readonly list: string
  readonly language: Language
  readonly now: Date
}

function Acts({ offers, ...props }: ActsProps) {
  const { grant, list, language, now } = props
  const own = `${list}/grants/${grant.id}`
  return (
    <>
      {offers === 'own' && <OwnActs grant={grant} list={list} language={language} />}
      {offers === 'ask' && <DesignatedActs grant={grant} own={own} language={language} now={now} />}
      <BlockLink list={list} firm={grant.partnerSlug} language={language} />
    </>
  )
}

function OwnActs({ grant, list, language }: Pick<ActsProps, 'grant' | 'list' | 'language'>) {
  const words = reviewWords[language]
  const own = `${list}/grants/${grant.id}`
  const [, hold] = offered(grant.state)
  return (
    <>
      <LinkButton href={`${own}?act=revoke`} variant="danger">
        {words.revoke}
      </LinkButton>
      {grant.endsAt && (
        <LinkButton href={`${own}/extend`} variant="secondary">
          {termsPageWords[language].extend}
        </LinkButton>
      )}
      <LinkButton href={`${own}/shorten`} variant="secondary">
        {termsPageWords[language].shorten}
      </LinkButton>
      <LinkButton href={`${own}/trim`} variant="secondary">
        {termsPageWords[language].trim}
      </LinkButton>
      <LinkButton href={`${own}?act=${hold}`} variant="secondary">
        {words[hold]}
      </LinkButton>
      <LinkButton href={`${list}/revoke-all?partner=${grant.partnerSlug}`} variant="danger-quiet">
        {listWords[language].revokeAllOf(grant.partnerName)}
      </LinkButton>
    </>
  )
}
