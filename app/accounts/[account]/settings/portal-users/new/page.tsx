import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxGroup } from '#components/ui/choices.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { homeOfAccount } from '#db/branding-domain/homes.ts'
import { modulesToOffer } from '#lib/access/offering.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { languageNames, languages } from '#lib/language.ts'
import { addPortalUser } from '../actions.ts'
import { moduleChoices } from '../module-choices.ts'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.add)

/** By their address, with the modules that they begin with. */
export default async function AddPortalUserPage({
  params,
}: PageProps<'/accounts/[account]/settings/portal-users/new'>) {
  const page = await accountPage((await params).account, 'portal-users.manage', (tx, { account }, actor) =>
    homeOfAccount(tx, actor.providerId, account.id),
  )
  const { account, authority, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/portal-users`
  const { email, name, language: spoken, modules } = words
  return (
    <AccountFrame page={page} current="portal-users">
      <PageHeader title={words.add} description={words.addText} back={{ href: list, label: words.title }} />
      <Card>
        <Form
          action={addPortalUser}
          label={words.add}
          labels={fieldLabels({ email, name, language: spoken, modules }, language)}
        >
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <TextField
            name="email"
            label={words.email}
            hint={words.emailHint}
            type="email"
            autoComplete="off"
            required
          />
          <TextField
            name="name"
            label={words.name}
            optional={words.nameOptional}
            hint={words.nameHint}
            autoComplete="off"
          />
          <SelectField
            name="language"
            label={words.language}
            options={languages.map(one => ({ value: one, label: languageNames[one] }))}
            defaultValue={data.home?.language ?? language}
            width="medium"
          />
          <CheckboxGroup
            name="modules"
            legend={words.modules}
            hint={words.modulesHint}
            layout="cards"
            options={moduleChoices(modulesToOffer(authority), language)}
          />
          <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={list} />
        </Form>
      </Card>
    </AccountFrame>
  )
}
