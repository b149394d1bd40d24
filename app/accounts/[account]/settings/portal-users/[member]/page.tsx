import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ConditionBadge } from '#components/delivery/condition-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { memberOf } from '#db/membership/list.ts'
import { may } from '#lib/access/authority.ts'
import { modulesInOrder } from '#lib/access/offering.ts'
import { conditionOf } from '#lib/delivery/condition.ts'
import { id as idForm } from '#lib/form-fields.ts'
import { moduleNames } from '#lib/membership/switch-words.ts'
import { ConfirmAct, isConfirmedAct, MemberActs, MemberState } from '../../member-acts.tsx'
import { memberWords } from '../../member-words.ts'
import { changePortalUser } from '../actions.ts'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.person)

/** One portal user: their modules, and what can be done for them. */
export default async function PortalUserPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/portal-users/[member]'>) {
  const { account: slug, member: memberId } = await params
  if (!idForm.safeParse(memberId).success) notFound()
  const page = await accountPage(slug, 'portal-users.read', (tx, { account }) =>
    memberOf(tx, account.id, 'portal-user', memberId),
  )
  const { account, authority, language, actor, now, data: member } = page
  if (!member) notFound()
  const query = await searchParams
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/portal-users`
  const own = `${list}/${member.id}`
  const manages = may(authority, 'portal-users.manage')
  const isSelf = member.personId === actor.personId
  const confirmed = manages && !isSelf && isConfirmedAct(query.act) && query.act
  const parts = { member, accountId: account.id, own, language }
  return (
    <AccountFrame page={page} current="portal-users" query={query}>
      <PageHeader
        title={member.name}
        back={{ href: list, label: words.title }}
        badge={<MemberState state={member.state} language={language} />}
      />
      {confirmed && <ConfirmAct {...parts} action={changePortalUser} by={confirmed} />}
      <Card>
        <Facts
          items={[
            { term: words.email, value: <Address>{member.email}</Address> },
            {
              term: words.modulesOf,
              value: moduleNames(modulesInOrder(member.modules), language),
            },
            {
              term: words.lastSignIn,
              value: member.lastSignInAt ? (
                <When at={member.lastSignInAt} zone={actor.timeZone} language={language} />
              ) : (
                words.never
              ),
            },
            {
              term: memberWords[language].letter,
              value: member.letter ? (
                <ConditionBadge condition={conditionOf(member.letter, now)} language={language} />
              ) : (
                memberWords[language].noLetter
              ),
            },
          ]}
        />
      </Card>
      {manages && !confirmed && <MemberActs {...parts} action={changePortalUser} isSelf={isSelf} />}
    </AccountFrame>
  )
}
