import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxField } from '#components/ui/choices.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { productsOf } from '#db/account/services.ts'
import { homeOfAccount } from '#db/branding-domain/homes.ts'
import { rolesToOffer } from '#lib/access/offering.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { languageNames, languages } from '#lib/language.ts'
import { invite } from '../actions.ts'
import { roleChoices } from '../role-choices.ts'
import { RoleFields } from '../role-fields.tsx'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.invite)

/** Whom to invite and as what: by a letter, or by a link to hand over. */
export default async function InvitePage({
  params,
}: PageProps<'/accounts/[account]/settings/administrators/new'>) {
  const page = await accountPage(
    (await params).account,
    'administrators.manage',
    async (tx, { account }, actor) => ({
      products: await productsOf(tx, account.id),
      home: (await homeOfAccount(tx, actor.providerId, account.id)).home,
    }),
  )
  const { account, authority, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/administrators`
  const { email, roles, language: spoken, anyAddress } = words
  return (
    <AccountFrame page={page} current="administrators">
      <PageHeader
        title={words.invite}
        description={words.inviteText}
        back={{ href: list, label: words.title }}
      />
      <Card>
        <Form
          action={invite}
          label={words.invite}
          className="form"
          labels={fieldLabels({ email, roles, language: spoken, anyAddress }, language)}
        >
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <RoleFields
            legend={words.roles}
            chosen={[]}
            {...roleChoices(rolesToOffer(authority, data.products), account.parentId !== null, language)}
          />
          <TextField name="email" label={words.email} hint={words.emailHint} type="email" />
          <SelectField
            name="language"
            label={words.language}
            hint={words.languageHint}
            options={languages.map(one => ({ value: one, label: languageNames[one] }))}
            defaultValue={data.home?.language ?? language}
            required
          />
          <CheckboxField name="anyAddress" label={words.anyAddress} hint={words.anyAddressHint} />
          <FormActions>
            <SubmitButton name="way" value="email" pendingLabel={words.sending}>
              {words.send}
            </SubmitButton>
            <SubmitButton name="way" value="link" variant="secondary">
              {words.link}
            </SubmitButton>
            <CancelLink href={list}>{words.cancel}</CancelLink>
          </FormActions>
        </Form>
      </Card>
    </AccountFrame>
  )
}
