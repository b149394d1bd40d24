import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ConditionBadge } from '#components/delivery/condition-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { productsOf } from '#db/account/services.ts'
import { type ListedMember, memberOf } from '#db/membership/list.ts'
import { may } from '#lib/access/authority.ts'
import { inOrder, rolesToOffer } from '#lib/access/offering.ts'
import { rolesGive } from '#lib/access/role-gives.ts'
import { roles as everyRole, type Role } from '#lib/access/roles.ts'
import { conditionOf } from '#lib/delivery/condition.ts'
import { fieldLabels, id as idForm } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { ConfirmAct, isConfirmedAct, MemberActs, MemberState } from '../../member-acts.tsx'
import { memberWords } from '../../member-words.ts'
import { changeAdministrator, setRoles } from '../actions.ts'
import { roleChoices, roleNames } from '../role-choices.ts'
import { RoleFields } from '../role-fields.tsx'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.person)

/** One administrator: their roles, what these give together, and what can be done for them. */
export default async function AdministratorPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/administrators/[member]'>) {
  const { account: slug, member: memberId } = await params
  if (!idForm.safeParse(memberId).success) notFound()
  const page = await accountPage(slug, 'administrators.read', async (tx, { account }) => ({
    member: await memberOf(tx, account.id, 'administrator', memberId),
    products: await productsOf(tx, account.id),
  }))
  const { account, authority, language, actor, now, data } = page
  const { member } = data
  if (!member) notFound()
  const query = await searchParams
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/administrators`
  const own = `${list}/${member.id}`
  const manages = may(authority, 'administrators.manage')
  const isSelf = member.personId === actor.personId
  const confirmed = manages && !isSelf && isConfirmedAct(query.act) && query.act
  const parts = { member, accountId: account.id, own, language }
  const isClientAccount = account.parentId !== null
  const held = inOrder(member.roles)
  return (
    <AccountFrame page={page} current="administrators" query={query}>
      <PageHeader
        title={member.name}
        back={{ href: list, label: words.title }}
        badge={<MemberState state={member.state} language={language} />}
      />
      {confirmed && <ConfirmAct {...parts} action={changeAdministrator} by={confirmed} />}
      <Card>
        <Facts items={factsOf(member, held, language, actor.timeZone, now)} />
      </Card>
      <Card title={words.can}>
        <ul className="list-disc ps-5">
          {rolesGive(held, isClientAccount, language).map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Card>
      {manages && !confirmed && (
        <RolesCard
          {...{ member, held, isSelf, isClientAccount, language }}
          accountId={account.id}
          offered={everyRole.filter(
            role => held.includes(role) || rolesToOffer(authority, data.products).includes(role),
          )}
        />
      )}
      {manages && !confirmed && <MemberActs {...parts} action={changeAdministrator} isSelf={isSelf} />}
    </AccountFrame>
  )
}

interface RolesCardProps {
  readonly member: ListedMember
  readonly held: readonly Role[]
  readonly offered: readonly Role[]
  readonly isSelf: boolean
  readonly isClientAccount: boolean
  readonly accountId: string
  readonly language: Language
}

function RolesCard({ member, held, offered, isSelf, isClientAccount, accountId, language }: RolesCardProps) {
  const words = catalogue[language]
  if (isSelf)
    return (
      <Card title={words.rolesOf}>
        <p>{words.own}</p>
      </Card>
    )
  return (
    <Card title={words.rolesOf} description={words.rolesText}>
      <Form
        action={setRoles}
        label={words.rolesOf}
        className="form"
        labels={fieldLabels({ roles: words.roles }, language)}
      >
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="membership" value={member.id} />
        <input type="hidden" name="version" value={member.version} />
        <RoleFields legend={words.roles} chosen={held} {...roleChoices(offered, isClientAccount, language)} />
        <FormActions>
          <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}

function factsOf(member: ListedMember, held: readonly Role[], language: Language, zone: string, now: Date) {
  const words = catalogue[language]
  return [
    { term: words.email_, value: <Address>{member.email}</Address> },
    { term: words.roles, value: roleNames(held, language) },
    {
      term: words.lastSignIn,
      value: member.lastSignInAt ? (
        <When at={member.lastSignInAt} zone={zone} language={language} />
      ) : (
        words.never
      ),
    },
    {
      term: words.column.letter,
      value: member.letter ? (
        <ConditionBadge condition={conditionOf(member.letter, now)} language={language} />
      ) : (
        memberWords[language].noLetter
      ),
    },
  ]
}
