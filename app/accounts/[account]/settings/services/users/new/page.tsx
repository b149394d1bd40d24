import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { NameFields } from '#components/person/newcomer-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { offeredTemplates } from '#db/account/service-templates.ts'
import { homeOfAccount } from '#db/branding-domain/homes.ts'
import { endUserLevelsToGive } from '#lib/access/levels.ts'
import { hasEndUsers } from '#lib/access/products.ts'
import { startsUser } from '#lib/account/service-template.ts'
import { accountWords, levelName, productName } from '#lib/account/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { MemberHomeFields } from '../../../member-acts.tsx'
import { memberWords } from '../../../member-words.ts'
import { addEndUser } from '../../actions.ts'
import { StartFrom } from '../../start-from.tsx'
import { words as catalogue } from '../../words.ts'

export const generateMetadata = titled(catalogue, words => words.addUser)

/** A new end user: who, on which product, with which level there. */
export default async function AddEndUserPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/services/users/new'>) {
  const page = await accountPage((await params).account, 'people.update', async (tx, sight, actor) => ({
    ...(await homeOfAccount(tx, actor.providerId, sight.account.id)),
    products: sight.products.filter(hasEndUsers),
    templates: await offeredTemplates(tx, sight.account.id, sight.products),
  }))
  const { account, authority, language, data } = page
  if (data.products.length === 0) notFound()
  const words = catalogue[language]
  const shared = memberWords[language]
  const { field } = accountWords[language]
  const list = `/accounts/${account.slug}/settings/services`
  const templates = data.templates.filter(startsUser)
  const wanted = (await searchParams).template
  const chosen = templates.find(one => one.id === wanted)
  const levels = [...new Set(data.products.flatMap(product => endUserLevelsToGive(authority, product)))]
  const labels = {
    name: shared.name,
    email: shared.email,
    product: words.product,
    level: field.level,
    extension: field.extension,
    homeBrand: shared.homeBrand,
    language: shared.language,
  }
  return (
    <AccountFrame page={page} current="services">
      <PageHeader
        title={words.addUser}
        description={words.addUserText}
        back={{ href: list, label: words.title }}
      />
      <StartFrom {...{ templates, chosen, language }} own={`${list}/users/new`} />
      <Card>
        <Form action={addEndUser} label={words.addUser} labels={fieldLabels(labels, language)}>
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <NameFields words={shared} />
          <SelectField
            name="product"
            label={words.product}
            defaultValue={chosen?.product}
            options={data.products.map(value => ({ value, label: productName(value, language) }))}
          />
          <SelectField
            name="level"
            label={field.level}
            hint={words.levelHint}
            defaultValue={chosen?.level || 'user'}
            options={levels.map(value => ({ value, label: levelName(value, language) }))}
            width="medium"
          />
          <TextField
            name="extension"
            label={field.extension}
            hint={words.extensionHint}
            optional={words.optional}
            inputMode="numeric"
            width="short"
            plain
          />
          <MemberHomeFields
            homes={data.homes}
            home={data.home?.host ?? ''}
            chosen={data.home?.language ?? language}
            language={language}
          />
          <SaveActions save={shared.save} saving={shared.saving} cancel={shared.cancel} back={list} />
        </Form>
      </Card>
    </AccountFrame>
  )
}
