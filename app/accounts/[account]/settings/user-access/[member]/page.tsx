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
import { TwoLines } from '#components/ui/table.tsx'
import { productsOf } from '#db/account/services.ts'
import { homesOf } from '#db/branding-domain/homes.ts'
import { type ListedMember, memberOf } from '#db/membership/list.ts'
import { may } from '#lib/access/authority.ts'
import { conditionOf } from '#lib/delivery/condition.ts'
import { id as idForm } from '#lib/form-fields.ts'
import { hostShown } from '#lib/host.ts'
import { type Language, languageNames } from '#lib/language.ts'
import { ConfirmAct, HomeForm, isConfirmedAct, MemberActs, MemberState } from '../../member-acts.tsx'
import { memberWords } from '../../member-words.ts'
import { changeManager, moveManager } from '../actions.ts'
import { CanDo } from '../can-do.tsx'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.column.person)

/** One account manager: where they stand, what they can do, and what can be done for them. */
export default async function ManagerPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/user-access/[member]'>) {
  const { account: slug, member: memberId } = await params
  if (!idForm.safeParse(memberId).success) notFound()
  const page = await accountPage(slug, 'managers.read', async (tx, { account }, actor) => ({
    member: await memberOf(tx, account.id, 'account-manager', memberId),
    products: await productsOf(tx, account.id),
    homes: await homesOf(tx, actor.providerId),
  }))
  const { account, authority, language, actor, now } = page
  const { member, products, homes } = page.data
  if (!member) notFound()
  const query = await searchParams
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/user-access`
  const own = `${list}/${member.id}`
  const manages = may(authority, 'managers.manage')
  const isSelf = member.personId === actor.personId
  const confirmed = manages && !isSelf && isConfirmedAct(query.act) && query.act
  const parts = { member, accountId: account.id, own, language }
  return (
    <AccountFrame page={page} current="user-access" query={query}>
      <PageHeader
        title={member.name}
        back={{ href: list, label: words.title }}
        badge={<MemberState state={member.state} language={language} />}
      />
      {confirmed && <ConfirmAct {...parts} action={changeManager} by={confirmed} />}
      <Card>
        <Facts items={factsOf(member, language, actor.timeZone, now)} />
      </Card>
      {manages && !confirmed && <MemberActs {...parts} action={changeManager} isSelf={isSelf} />}
      {manages && (
        <HomeForm
          {...parts}
          action={moveManager}
          onlyHere={member.onlyHere}
          homes={homes}
          home={member.homeHost}
          chosen={member.language}
        />
      )}
      <CanDo products={products} language={language} />
    </AccountFrame>
  )
}

function factsOf(member: ListedMember, language: Language, zone: string, now: Date) {
  const words = memberWords[language]
  return [
    { term: words.email, value: <Address>{member.email}</Address> },
    {
      term: words.homeBrand,
      value: <TwoLines first={member.homeName} second={hostShown(member.homeHost)} />,
    },
    { term: words.language, value: languageNames[member.language] },
    {
      term: words.lastSignIn,
      value: member.lastSignInAt ? (
        <When at={member.lastSignInAt} zone={zone} language={language} />
      ) : (
        words.never
      ),
    },
    {
      term: words.letter,
      value: member.letter ? (
        <ConditionBadge condition={conditionOf(member.letter, now)} language={language} />
      ) : (
        words.noLetter
      ),
    },
  ]
}
