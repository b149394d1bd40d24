import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { StateBadge } from '#components/access/state-badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { OpenButton } from '#components/ui/open-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import {
  latestJoin,
  narrowedUnder,
  type OwnJoin,
  techniciansUnder,
  type WaitingJoin,
  waitingJoins,
} from '#db/assignment/reads.ts'
import type { SeenPartner } from '#db/change.ts'
import type { Tx } from '#db/client.ts'
import { excludedClients } from '#db/exclusion/reads.ts'
import { grantOfPartner, type OwnGrant } from '#db/partner/grants.ts'
import { mayAssign } from '#lib/grant/assignment.ts'
import { isLive } from '#lib/grant/grant.ts'
import type { Language } from '#lib/language.ts'
import { maySpeakFor } from '#lib/partner/staff.ts'
import { assignmentPageWords, partText } from '../../assignment-page-words.ts'
import { deskWords } from '../../words.ts'
import { TakeOffCard, WaitingCard, WorkersCard } from '../assignment-card.tsx'
import { ExtensionCard } from '../extension-card.tsx'
import { GiveUpForm } from '../give-up-form.tsx'
import { GrantFacts } from '../grant-facts.tsx'
import { JoinCards } from '../join-cards.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ partner: string; grant: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].page }
}

async function read(tx: Tx, partner: SeenPartner, grantId: string) {
  const grant = await grantOfPartner(tx, partner, grantId)
  if (!grant) return null
  const excluded = grant.reachesClients ? await excludedClients(tx, grant.id) : []
  const none = { less: undefined, work: null, latest: null }
  if (!isLive(grant.state)) return { grant, excluded, ...none }
  if (!mayAssign(partner.role)) {
    if (!grant.mine) return { grant, excluded, ...none, latest: await latestJoin(tx, partner, grantId) }
    const narrowed = await narrowedUnder(tx, grantId)
    return { grant, excluded, ...none, less: narrowed.find(one => one.staffId === partner.staffId) }
  }
  const technicians = await techniciansUnder(tx, partner, grantId)
  const work = { technicians, asks: await waitingJoins(tx, partner, grantId) }
  return { grant, excluded, ...none, work }
}

/** One access of the firm, in whatever state; `?act=give-up` asks for confirmation where there is no JavaScript. */
export default async function GrantPage({ params, searchParams }: Props) {
  const { partner: slug, grant: grantId } = await params
  if (!z.uuid().safeParse(grantId).success) notFound()
  const page = await partnerPage(slug, (tx, partner) => read(tx, partner, grantId))
  const { partner, actor, language } = page
  if (!page.data) notFound()
  const { grant, excluded, less, work, latest } = page.data
  const query = await searchParams
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const own = `${root}/grants/${grant.id}`
  const shown = { grant, language, zone: actor.timeZone }
  const mayGiveUp =
    isLive(grant.state) && maySpeakFor({ role: partner.role, personId: actor.personId }, grant.requestedBy)
  const givingUp = mayGiveUp && query.act === 'give-up'
  const form = <GiveUpForm partner={partner} grant={grant} cancelHref={own} language={language} />
  return (
    <PartnerFrame page={page} current="customers" query={query}>
      <PageHeader
        title={words.title(grant.accountName)}
        back={{ href: `${root}/customers/${grant.accountSlug}`, label: grant.accountName }}
        badge={<StateBadge state={grant.state}>{deskWords[language].state[grant.state]}</StateBadge>}
        actions={!givingUp && <Acts grant={grant} root={root} mayGiveUp={mayGiveUp} language={language} />}
      />
      {givingUp && (
        <Card title={words.giveUpTitle} tone="danger">
          {form}
        </Card>
      )}
      <Notices grant={grant} language={language} />
      {less && (
        <Notice tone="neutral" title={assignmentPageWords[language].ownLess}>
          {partText(grant.scope, less, actor.timeZone, language)}
        </Notice>
      )}
      <Work
        work={work}
        latest={latest}
        off={query.act === 'take-off' ? query.staff : undefined}
        partnerId={partner.id}
        root={root}
        own={own}
        {...shown}
      />
      <ExtensionCard partner={partner} personId={actor.personId} {...shown} />
      <Card title={words.facts}>
        <GrantFacts excluded={excluded} root={root} now={page.now} {...shown} />
      </Card>
      <Card title={words.meaning}>
        <ScopeMeaning scope={less?.scope ?? grant.scope} language={language} />
      </Card>
      {mayGiveUp && !givingUp && (
        <Dialog id="give-up" title={words.giveUpTitle}>
          {form}
        </Dialog>
      )}
    </PartnerFrame>
  )
}

type WorkProps = Omit<Parameters<typeof WorkersCard>[0], 'technicians' | 'grant'> & {
  readonly grant: OwnGrant
  /** Null for whoever does not hand it on. */
  readonly work: {
    readonly technicians: Parameters<typeof WorkersCard>[0]['technicians']
    readonly asks: readonly WaitingJoin[]
  } | null
  readonly latest: OwnJoin | null
  /** Who is about to be taken off. */
  readonly off: string | string[] | undefined
}

/** Who of the firm works under it, for its administrators; for a technician who does not, the way to ask. */
function Work({ work, latest, off, ...shown }: WorkProps) {
  const { grant } = shown
  if (!isLive(grant.state)) return null
  if (!work) return grant.mine ? null : <JoinCards latest={latest} {...shown} />
  const leaving = work.technicians.find(one => one.held && one.staffId === off)
  return (
    <>
      {leaving && <TakeOffCard technician={leaving} {...shown} />}
      {work.asks.map(ask => (
        <WaitingCard key={ask.id} ask={ask} {...shown} />
      ))}
      <WorkersCard technicians={work.technicians} {...shown} />
    </>
  )
}

interface ActsProps {
  readonly grant: OwnGrant
  readonly root: string
  readonly mayGiveUp: boolean
  readonly language: Language
}

function Acts({ grant, root, mayGiveUp, language }: ActsProps) {
  const words = deskWords[language]
  return (
    <>
      {grant.effective && grant.mine && (
        <LinkButton href={`/accounts/${grant.accountSlug}`} variant="primary">
          {words.enterAccount(grant.accountName)}
        </LinkButton>
      )}
      {mayExtend(grant) && (
        <LinkButton href={`${root}/grants/${grant.id}/extend`} variant="secondary">
          {words.extend}
        </LinkButton>
      )}
      {mayGiveUp && (
        <OpenButton href={`${root}/grants/${grant.id}?act=give-up`} opens="give-up" variant="danger-quiet">
          {words.giveUp}
        </OpenButton>
      )}
      {!isLive(grant.state) && grant.askable && (
        <LinkButton
          href={
            grant.requestId
              ? `${root}/requests/new?again=${grant.requestId}`
              : `${root}/requests/new?account=${grant.accountSlug}`
          }
          variant="primary"
        >
          {words.askAgain}
        </LinkButton>
      )}
    </>
  )
}

/** Whether more time can be asked for, or is; the page behind it says what stands in the way. */
function mayExtend({ state, designation, endsAt, mine, blocked }: OwnGrant): boolean {
  return isLive(state) && !blocked && designation === 'customer' && endsAt !== null && mine
}

function Notices({ grant, language }: { grant: OwnGrant; language: Language }) {
  const words = catalogue[language]
  const desk = deskWords[language]
  return (
    <>
      {grant.state === 'suspended' && grant.suspendedBy && (
        <Notice tone="warning">{words.suspended[grant.suspendedBy]}</Notice>
      )}
      {grant.effective && !grant.mine && (
        <Notice tone="neutral" title={desk.notAssigned}>
          {desk.notAssignedText}
        </Notice>
      )}
      {grant.designation === 'provider' && isLive(grant.state) && (
        <Notice tone="neutral">{words.designated}</Notice>
      )}
    </>
  )
}
