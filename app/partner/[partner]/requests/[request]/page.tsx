import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { StateBadge } from '#components/access/state-badge.tsx'
import { Thread } from '#components/access/thread.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { OpenButton } from '#components/ui/open-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type OwnRequest, requestOfPartner } from '#db/access-request/partner-reads.ts'
import { isWithin } from '#lib/access/scopes.ts'
import { isOpen } from '#lib/access-request/access-request.ts'
import { requestWords } from '#lib/access-request/words.ts'
import type { Language } from '#lib/language.ts'
import { maySpeakFor } from '#lib/partner/staff.ts'
import { deskWords } from '../../words.ts'
import { GivenFacts, RequestFacts } from '../request-facts.tsx'
import { AnswerForm, WithdrawForm } from '../request-forms.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ partner: string; request: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].page }
}

/** A request as the firm that sent it sees it: what was asked, what was said, what came of it. */
export default async function RequestPage({ params, searchParams }: Props) {
  const { partner: slug, request: requestId } = await params
  if (!z.uuid().safeParse(requestId).success) notFound()
  const page = await partnerPage(slug, (tx, partner) => requestOfPartner(tx, partner, requestId))
  const { data: request, partner, actor, language, now } = page
  if (!request) notFound()
  const query = await searchParams
  const words = catalogue[language]
  const shown = { request, language, zone: actor.timeZone, now }
  const root = `/partner/${partner.slug}`
  const own = `${root}/requests/${request.id}`
  const open = isOpen(request.state)
  const mine = maySpeakFor({ role: partner.role, personId: actor.personId }, request.requestedBy)
  const forms = { partnerId: partner.id, request, language }
  const withdrawing = open && mine && query.act === 'withdraw'
  return (
    <PartnerFrame page={page} current="requests" query={query}>
      <PageHeader
        title={words.title(request.accountName)}
        back={{ href: `${root}/customers/${request.accountSlug}`, label: request.accountName }}
        badge={<StateBadge state={request.state}>{requestWords[language].state[request.state]}</StateBadge>}
        description={open ? words.waiting[request.state === 'question' ? 'question' : 'pending'] : undefined}
        actions={!withdrawing && <Acts request={request} root={root} mine={mine} language={language} />}
      />
      {withdrawing && (
        <Card title={words.withdrawTitle} tone="danger">
          <WithdrawForm {...forms} cancelHref={own} />
        </Card>
      )}
      <WaitNotice {...shown} />
      {request.state === 'question' && !withdrawing && (
        <Card title={words.answerTitle} tone="highlight" id="answer">
          <Thread messages={request.messages} language={language} zone={actor.timeZone} />
          <AnswerForm {...forms} />
        </Card>
      )}
      {request.grant && <Given {...shown} root={root} />}
      <Card title={words.asked}>
        <RequestFacts {...shown} />
      </Card>
      {request.messages.length > 0 && (request.state !== 'question' || withdrawing) && (
        <Card title={words.thread}>
          <Thread messages={request.messages} language={language} zone={actor.timeZone} />
        </Card>
      )}
      {open && mine && !withdrawing && (
        <Dialog id="withdraw" title={words.withdrawTitle}>
          <WithdrawForm {...forms} cancelHref={own} />
        </Dialog>
      )}
    </PartnerFrame>
  )
}

interface ActsProps {
  readonly request: OwnRequest
  readonly root: string
  /** The reader may speak for the firm in this matter. */
  readonly mine: boolean
  readonly language: Language
}

function Acts({ request, root, mine, language }: ActsProps) {
  const words = deskWords[language]
  if (isOpen(request.state)) {
    if (!mine) return <p className="field-hint">{catalogue[language].notYours(request.askedBy)}</p>
    return (
      <OpenButton
        href={`${root}/requests/${request.id}?act=withdraw`}
        opens="withdraw"
        variant="danger-quiet"
      >
        {words.withdraw}
      </OpenButton>
    )
  }
  if (request.grant?.effective && request.grant.mine)
    return (
      <LinkButton href={`/accounts/${request.accountSlug}`} variant="primary">
        {words.enterAccount(request.accountName)}
      </LinkButton>
    )
  if (request.grant?.effective || !request.served || request.blocked || request.askFrom) return null
  return (
    <LinkButton href={`${root}/requests/new?again=${request.id}`} variant="primary">
      {words.askAgain}
    </LinkButton>
  )
}

function WaitNotice({ request, language, zone }: { request: OwnRequest; language: Language; zone: string }) {
  const words = deskWords[language]
  if (request.blocked) return <Notice tone="neutral">{words.blocked}</Notice>
  if (request.askFrom)
    return (
      <Notice tone="neutral">
        {words.waitUntil} <When at={request.askFrom} zone={zone} language={language} />.
      </Notice>
    )
  const over = !isOpen(request.state) && !request.grant?.effective
  return over && !request.served ? <Notice tone="neutral">{words.notServed}</Notice> : null
}

interface GivenProps {
  readonly request: OwnRequest
  readonly root: string
  readonly language: Language
  readonly zone: string
}

function Given({ request, root, language, zone }: GivenProps) {
  const words = catalogue[language]
  const { grant } = request
  if (!grant) return null
  const less = !isWithin(request.scope, grant.scope)
  return (
    <Card
      title={words.given}
      description={less ? words.less : words.givenText}
      actions={
        <LinkButton href={`${root}/grants/${grant.id}`} size="small">
          {words.grant}
        </LinkButton>
      }
    >
      <GivenFacts request={request} language={language} zone={zone} />
      {grant.effective && !grant.mine && (
        <Notice tone="neutral" title={deskWords[language].notAssigned}>
          {deskWords[language].notAssignedText}
        </Notice>
      )}
    </Card>
  )
}
