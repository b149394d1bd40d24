import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ConditionBadge } from '#components/delivery/condition-badge.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { productsOf } from '#db/account/services.ts'
import { isInviterGone } from '#db/person-invitation/answer.ts'
import { hostOfInvitations, type ListedInvitation, personInvitationOf } from '#db/person-invitation/reads.ts'
import { may } from '#lib/access/authority.ts'
import { rolesToOffer } from '#lib/access/offering.ts'
import { rolesGive } from '#lib/access/role-gives.ts'
import { conditionOf } from '#lib/delivery/condition.ts'
import { environment, originOf } from '#lib/env.ts'
import { id as idForm } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { invitationToken } from '#lib/person-invitation/link.ts'
import { personInvitationWords } from '#lib/person-invitation/words.ts'
import { memberWords } from '../../../member-words.ts'
import { roleNames } from '../../role-choices.ts'
import { words as catalogue } from '../../words.ts'
import { CancelCard, LinkCard, OfferCard, RenewCard } from './cards.tsx'

export const generateMetadata = titled(catalogue, words => words.invitation)

/** One invitation: for whom, what it offers, whether its letter arrived, its link, and what can be done with it. */
export default async function InvitationPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/administrators/invitations/[invitation]'>) {
  const { account: slug, invitation: id } = await params
  if (!idForm.safeParse(id).success) notFound()
  const page = await accountPage(slug, 'administrators.read', async (tx, { account }) => ({
    invitation: await personInvitationOf(tx, account.id, id),
    products: await productsOf(tx, account.id),
    host: await hostOfInvitations(tx, account.id),
    gone: await isInviterGone(tx, account.id, id),
  }))
  const { account, authority, language, actor, now, data } = page
  const { invitation } = data
  if (!invitation) notFound()
  const query = await searchParams
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/administrators`
  const own = `${list}/invitations/${invitation.id}`
  const manages = may(authority, 'administrators.manage')
  const isOpen = invitation.state === 'created'
  const parts = { invitation, accountId: account.id, own, language }
  const isClientAccount = account.parentId !== null
  return (
    <AccountFrame page={page} current="administrators" query={query}>
      <PageHeader
        title={invitation.email ? words.invitedPerson(invitation.email) : words.invitedByLink}
        back={{ href: list, label: words.title }}
        badge={
          <Badge tone={isOpen ? 'info' : 'neutral'}>
            {personInvitationWords[language].state[invitation.state]}
          </Badge>
        }
      />
      {!isOpen && (
        <Notice tone="neutral">
          {words.over} {manages && <LinkButton href={`${list}/new`}>{words.inviteAnew}</LinkButton>}
        </Notice>
      )}
      {isOpen && data.gone && <Notice tone="warning">{words.inviterGone(invitation.invitedBy)}</Notice>}
      {isOpen && manages && query.act === 'cancel' && <CancelCard {...parts} />}
      <Card>
        <Facts items={factsOf(invitation, isClientAccount, language, actor.timeZone, now)} />
      </Card>
      {isOpen && manages && query.act !== 'cancel' && (
        <>
          <LinkCard {...parts} address={linkOf(invitation, data.host)} />
          <RenewCard {...parts} />
          <OfferCard
            {...parts}
            isClientAccount={isClientAccount}
            offered={rolesToOffer(authority, data.products)}
          />
          <p>
            <LinkButton href={`${own}?act=cancel`} variant="danger-quiet">
              {words.cancelInvitation}
            </LinkButton>
          </p>
        </>
      )}
    </AccountFrame>
  )
}

function linkOf(invitation: ListedInvitation, host: string): string {
  const env = environment()
  return `${originOf(host, env)}/invitations/${invitationToken(invitation, 'copied', env.AUTH_SECRET)}`
}

function factsOf(
  invitation: ListedInvitation,
  isClientAccount: boolean,
  language: Language,
  zone: string,
  now: Date,
) {
  const words = catalogue[language]
  const { email, anyAddress, state, roles, letter, decidedAt } = invitation
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  return [
    {
      term: words.forWhom,
      value: email ? (
        <TwoLines first={<Address>{email}</Address>} second={anyAddress ? words.another : words.only} />
      ) : (
        words.linkFor
      ),
    },
    { term: words.roles, value: roleNames(roles, language) },
    {
      term: words.canTogether,
      value: (
        <ul className="list-disc ps-5">
          {rolesGive(roles, isClientAccount, language).map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ),
    },
    {
      term: words.invitedBy,
      value: <TwoLines first={invitation.invitedBy} second={at(invitation.createdAt)} />,
    },
    ...(state === 'created'
      ? [
          {
            term: words.lapses,
            value: (
              <Ends until={invitation.lapsesAt} now={now} zone={zone} language={language} kind="lapses" />
            ),
          },
        ]
      : []),
    ...(decidedAt
      ? [{ term: words.answered, value: <TwoLines first={at(decidedAt)} second={invitation.decidedBy} /> }]
      : []),
    {
      term: words.column.letter,
      value: letter ? (
        <ConditionBadge condition={conditionOf(letter, now)} language={language} />
      ) : (
        memberWords[language].noLetter
      ),
    },
  ]
}
