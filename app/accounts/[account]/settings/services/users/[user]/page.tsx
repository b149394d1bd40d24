import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { accessWords } from '#components/access/words.ts'
import { Address } from '#components/ui/address.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { endUserOf, endUserValues, type SeenEndUser } from '#db/account/end-users.ts'
import { may } from '#lib/access/authority.ts'
import { endUserLevelsToGive } from '#lib/access/levels.ts'
import { type EndUserLevel, isEndUserLevel, isProduct } from '#lib/access/products.ts'
import { endUserFields } from '#lib/account/details.ts'
import { accountWords, levelName, productName } from '#lib/account/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { ConfirmAct, isConfirmedAct, MemberActs, MemberState } from '../../../member-acts.tsx'
import { memberWords } from '../../../member-words.ts'
import { ProductActs } from '../../../product-acts.tsx'
import { changeEndUser, saveEndUser } from '../../actions.ts'
import { words as catalogue } from '../../words.ts'

interface Props {
  readonly params: Promise<{ account: string; user: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

type OneEndUser = SeenEndUser & { readonly isTheirName: boolean }

export const generateMetadata = titled(catalogue, words => words.users)

/** One end user: who they are, and a form for extension, level and, where it is the account's to change, the name. */
export default async function EndUserPage({ params, searchParams }: Props) {
  const { account: slug, user: userId } = await params
  if (!z.uuid().safeParse(userId).success) notFound()
  const page = await accountPage(slug, 'people.read', (tx, { account }) => endUserOf(tx, account.id, userId))
  const { data: user, account, authority, language } = page
  if (!user) notFound()
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/services`
  const edits = may(authority, 'people.update')
  const query = await searchParams
  const own = `${list}/users/${user.id}`
  const parts = { member: user, accountId: account.id, own, language }
  return (
    <AccountFrame page={page} current="services" query={query}>
      <PageHeader
        title={user.name}
        back={{ href: list, label: words.title }}
        badge={<MemberState state={user.state} language={language} />}
      />
      {edits && isConfirmedAct(query.act) && <ConfirmAct {...parts} action={changeEndUser} by={query.act} />}
      <Card>
        <Facts items={factsOf(user, edits, language)} />
      </Card>
      {edits && !isConfirmedAct(query.act) && <MemberActs {...parts} action={changeEndUser} />}
      {edits && (
        <Card title={words.editUser}>
          <EndUserForm
            user={user}
            accountId={account.id}
            list={list}
            levels={endUserLevelsToGive(authority, user.product, user.level)}
            language={language}
          />
        </Card>
      )}
      <CanDo user={user} language={language} />
    </AccountFrame>
  )
}

/** What the user's level lets them do in the product. */
function CanDo({ user: { product, level }, language }: { user: OneEndUser; language: Language }) {
  if (!isProduct(product) || !isEndUserLevel(level)) return null
  return (
    <Card title={memberWords[language].can} description={accessWords[language].pageNotYet}>
      <ProductActs product={product} level={level} name={levelName(level, language)} language={language} />
    </Card>
  )
}

function factsOf(user: OneEndUser, edits: boolean, language: Language): readonly Fact[] {
  const words = catalogue[language]
  const { field } = accountWords[language]
  const who = [
    { term: words.email, value: <Address>{user.email}</Address> },
    { term: words.product, value: productName(user.product, language) },
  ]
  if (edits) {
    const name = <TwoLines first={user.name} second={words.ownName} />
    return user.isTheirName ? [{ term: field.name, value: name }, ...who] : who
  }
  return [
    ...who,
    { term: field.extension, value: user.extension || words.none },
    { term: field.level, value: levelName(user.level, language) },
  ]
}

interface FormProps {
  readonly user: OneEndUser
  readonly accountId: string
  readonly list: string
  /** The levels that the reader may give here. */
  readonly levels: readonly EndUserLevel[]
  readonly language: Language
}

function EndUserForm({ user, accountId, list, levels, language }: FormProps) {
  const words = catalogue[language]
  const { field } = accountWords[language]
  return (
    <Form action={saveEndUser} label={words.editUser} labels={fieldLabels(field, language)}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="endUser" value={user.id} />
      <HiddenField name="shown" value={packed(endUserFields, endUserValues(user))} />
      {!user.isTheirName && <TextField name="name" label={field.name} defaultValue={user.name} required />}
      <TextField
        name="extension"
        label={field.extension}
        hint={words.extensionHint}
        optional={words.optional}
        defaultValue={user.extension}
        inputMode="numeric"
        width="short"
        plain
      />
      <SelectField
        name="level"
        label={field.level}
        hint={words.levelHint}
        defaultValue={user.level}
        options={levels.map(level => ({
          value: level,
          label: levelName(level, language),
        }))}
        width="medium"
      />
      <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={list} />
    </Form>
  )
}
