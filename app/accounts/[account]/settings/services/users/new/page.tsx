import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { productsOf } from '#db/account/services.ts'
import { homeOfAccount } from '#db/membership/home.ts'
import { hasEndUsers, levelsOf } from '#lib/access/products.ts'
import { accountWords, productName } from '#lib/account/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { HomeFields } from '../../../member-acts.tsx'
import { memberWords } from '../../../member-words.ts'
import { addEndUser } from '../../actions.ts'
import { levelName } from '../../user-table.tsx'
import { words as catalogue } from '../../words.ts'

export const generateMetadata = titled(catalogue, words => words.addUser)

/** A new end user: who, on which product, with which level there. */
export default async function AddEndUserPage({
  params,
}: PageProps<'/accounts/[account]/settings/services/users/new'>) {
  const page = await accountPage((await params).account, 'people.update', async (tx, { account }, actor) => ({
    ...(await homeOfAccount(tx, actor.providerId, account.id)),
    products: (await productsOf(tx, account.id)).filter(hasEndUsers),
  }))
  const { account, language, data } = page
  if (data.products.length === 0) notFound()
  const words = catalogue[language]
  const shared = memberWords[language]
  const { field } = accountWords[language]
  const list = `/accounts/${account.slug}/settings/services`
  const levels = [...new Set(data.products.flatMap(levelsOf))]
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
      <Card>
        <Form action={addEndUser} label={words.addUser} labels={fieldLabels(labels, language)}>
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <TextField name="name" label={shared.name} autoComplete="off" width="medium" required />
          <TextField
            name="email"
            label={shared.email}
            type="email"
            autoComplete="off"
            width="medium"
            required
          />
          <SelectField
            name="product"
            label={words.product}
            options={data.products.map(value => ({ value, label: productName(value, language) }))}
            width="medium"
          />
          <SelectField
            name="level"
            label={field.level}
            hint={words.levelHint}
            defaultValue="user"
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
          <HomeFields
            homes={data.homes}
            home={data.home?.host ?? ''}
            chosen={data.home?.language ?? language}
            language={language}
          />
          <FormActions>
            <SubmitButton pendingLabel={shared.saving}>{shared.save}</SubmitButton>
            <LinkButton href={list} variant="quiet">
              {shared.cancel}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </AccountFrame>
  )
}
