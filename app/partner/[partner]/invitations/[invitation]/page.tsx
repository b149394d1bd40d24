import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { InvitationBadge } from '#components/access/invitation-badge.tsx'
import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { invitationOfPartner } from '#db/invitation/partner-reads.ts'
import type { SeenInvitation } from '#db/invitation/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { durationText } from '#lib/duration-words.ts'
import { isOpen } from '#lib/invitation/invitation.ts'
import { outcomeSentence } from '#lib/invitation/words.ts'
import type { Language } from '#lib/language.ts'
import { AnswerForms } from '../answer-forms.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ partner: string; invitation: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.page)

/** One invitation to the firm, in whatever state: where its letters lead. Technicians see it, administrators answer. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const { partner: slug, invitation: invitationId } = await params
  if (!z.uuid().safeParse(invitationId).success) notFound()
  const page = await partnerPage(slug, (tx, partner) => invitationOfPartner(tx, partner, invitationId))
  const { data: invitation, partner, actor, language, now } = page
  if (!invitation) notFound()
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const open = isOpen(invitation.state)
  const answers = partner.role === 'administrator'
  return (
    <PartnerFrame page={page} current="invitations" query={await searchParams}>
      <PageHeader
        title={words.pageTitle(invitation.accountName)}
        back={{ href: `${root}/invitations`, label: words.title }}
        badge={<InvitationBadge state={invitation.state} language={language} />}
        actions={invitation.grantId && <Entry {...{ invitation, root, answers, language }} />}
      />
      {open && !invitation.inviterDecides && (
        <Notice tone="warning">{words.inviterGone(invitation.inviterName, invitation.accountName)}</Notice>
      )}
      {open && !answers && <Notice tone="neutral">{words.onlyAdministrators}</Notice>}
      <Card>
        <Facts items={facts(invitation, language, actor.timeZone, now)} />
      </Card>
      {open && answers && (
        <Card title={words.acceptTitle} tone="highlight">
          <AnswerForms partnerId={partner.id} invitation={invitation} language={language} />
        </Card>
      )}
      <Card title={words.meaning}>
        <ScopeMeaning scope={invitation.scope} language={language} />
      </Card>
    </PartnerFrame>
  )
}

interface EntryProps {
  readonly invitation: SeenInvitation
  readonly root: string
  /** Administrators enter by their role; technicians where they are assigned. */
  readonly answers: boolean
  readonly language: Language
}

function Entry({ invitation, root, answers, language }: EntryProps) {
  const words = catalogue[language]
  return (
    <>
      {answers && invitation.grantOpen && (
        <LinkButton href={`/accounts/${invitation.accountSlug}`} variant="primary">
          {words.enter(invitation.accountName)}
        </LinkButton>
      )}
      <LinkButton href={`${root}/grants/${invitation.grantId}`}>{words.grant}</LinkButton>
    </>
  )
}

function facts(invitation: SeenInvitation, language: Language, zone: string, now: Date): Fact[] {
  const words = catalogue[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const { state, decidedBy, decidedAt, lapsesAt, endReason } = invitation
  return [
    { term: words.account, value: invitation.accountName },
    { term: words.inviter, value: invitation.inviterName },
    { term: words.scope, value: scopeText(invitation.scope, language) },
    { term: words.duration, value: durationText(invitation.duration, language) },
    { term: words.sent, value: at(invitation.createdAt) },
    isOpen(state)
      ? {
          term: words.openUntil,
          value: <Ends until={lapsesAt} now={now} zone={zone} language={language} kind="lapses" />,
        }
      : {
          term: words.endedAt,
          value: (
            <TwoLines
              first={outcomeSentence(state, decidedBy, language)}
              second={at(decidedAt ?? lapsesAt)}
            />
          ),
        },
    ...(endReason ? [{ term: words.reason, value: <span className="plain-text">{endReason}</span> }] : []),
  ]
}
