import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { InvitationBadge } from '#components/access/invitation-badge.tsx'
import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { invitationOfAccount, type SeenInvitation } from '#db/invitation/reads.ts'
import { may } from '#lib/access/authority.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { durationText } from '#lib/duration-words.ts'
import { isOpen } from '#lib/invitation/invitation.ts'
import { invitationStateWords } from '#lib/invitation/words.ts'
import type { Language } from '#lib/language.ts'
import { BlockLink } from '../../blocked-card.tsx'
import { cancel } from '../../invitation-actions.ts'
import { againAddress } from '../../invitation-again.ts'
import { invitationWords } from '../../invitation-words.ts'

interface Props {
  readonly params: Promise<{ account: string; invitation: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(invitationWords, words => words.page)

/** One invitation of the account, in whatever state: where its letters lead. `?act=cancel` asks for confirmation. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const { account: slug, invitation: invitationId } = await params
  if (!z.uuid().safeParse(invitationId).success) notFound()
  const page = await accountPage(slug, 'partners.read', (tx, { account }) =>
    invitationOfAccount(tx, account.id, invitationId),
  )
  const { data: invitation, account, actor, authority, language, now } = page
  if (!invitation) notFound()
  const query = await searchParams
  const words = invitationWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  const decides = may(authority, 'partners.decide')
  const cancelling = decides && isOpen(invitation.state) && query.act === 'cancel'
  return (
    <AccountFrame page={page} current="authorisation" query={query}>
      <PageHeader
        title={words.title(invitation.partnerName)}
        back={{ href: list, label: words.back }}
        badge={<InvitationBadge state={invitation.state} language={language} />}
        actions={decides && !cancelling && <Acts {...{ invitation, list, language }} />}
      />
      {isOpen(invitation.state) && !invitation.inviterDecides && (
        <Notice tone="warning">{words.inviterGone(invitation.inviterName)}</Notice>
      )}
      {invitation.partnerClosed && (
        <Notice tone="neutral">{words.partnerClosed(invitation.partnerName)}</Notice>
      )}
      {cancelling && (
        <Card tone="danger">
          <Form action={cancel} label={words.cancel}>
            <Once />
            <input type="hidden" name="account" value={account.id} />
            <input type="hidden" name="invitation" value={invitation.id} />
            <ConfirmPanel
              statement={words.cancelStatement(invitation.partnerName)}
              consequences={[words.cancelText]}
              tone="warning"
              actions={
                <>
                  <CancelLink href={`${list}/invitations/${invitation.id}`} first>
                    {words.keep}
                  </CancelLink>
                  <SubmitButton variant="danger">{words.cancel}</SubmitButton>
                </>
              }
            />
          </Form>
        </Card>
      )}
      <Card>
        <Facts items={facts(invitation, language, actor.timeZone, now)} />
      </Card>
      <Card title={words.meaning}>
        <ScopeMeaning scope={invitation.scope} language={language} />
      </Card>
    </AccountFrame>
  )
}

interface ActsProps {
  readonly invitation: SeenInvitation
  readonly list: string
  readonly language: Language
}

function Acts({ invitation, list, language }: ActsProps) {
  const words = invitationWords[language]
  const { id, state, grantId, blocked, partnerClosed, partnerSlug } = invitation
  if (isOpen(state))
    return (
      <LinkButton href={`${list}/invitations/${id}?act=cancel`} variant="danger-quiet">
        {words.cancel}
      </LinkButton>
    )
  return (
    <>
      {grantId && <LinkButton href={`${list}/grants/${grantId}`}>{words.grant}</LinkButton>}
      {!grantId && !blocked && !partnerClosed && (
        <LinkButton href={againAddress(list, invitation)} variant="primary">
          {words.again}
        </LinkButton>
      )}
      {!partnerClosed && <BlockLink list={list} firm={partnerSlug} language={language} />}
    </>
  )
}

function facts(invitation: SeenInvitation, language: Language, zone: string, now: Date) {
  const words = invitationWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const { state, decidedBy, decidedAt, lapsesAt, endReason } = invitation
  const word = invitationStateWords[language][state]
  return [
    {
      term: words.partner,
      value: (
        <TwoLines
          first={invitation.partnerName}
          second={words.verified(invitation.providerName, invitation.partnerCode)}
        />
      ),
    },
    { term: words.scope, value: scopeText(invitation.scope, language) },
    { term: words.duration, value: durationText(invitation.duration, language) },
    { term: words.inviter, value: invitation.inviterName },
    { term: words.sent, value: at(invitation.createdAt) },
    isOpen(state)
      ? {
          term: words.open,
          value: <Ends until={lapsesAt} now={now} zone={zone} language={language} kind="lapses" />,
        }
      : {
          term: words.ended,
          value: (
            <TwoLines
              first={decidedBy ? words.by(word, decidedBy) : word}
              second={at(decidedAt ?? lapsesAt)}
            />
          ),
        },
    ...(endReason ? [{ term: words.reason, value: <span className="plain-text">{endReason}</span> }] : []),
  ]
}
