import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { homeOfAccount } from '#db/membership/home.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { HomeFields } from '../../member-acts.tsx'
import { memberWords } from '../../member-words.ts'
import { addManager } from '../actions.ts'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.addTitle)

/** The four fields of a new account manager. */
export default async function AddManagerPage({
  params,
}: PageProps<'/accounts/[account]/settings/user-access/new'>) {
  const page = await accountPage((await params).account, 'managers.manage', (tx, { account }, actor) =>
    homeOfAccount(tx, actor.providerId, account.id),
  )
  const { account, language, data } = page
  const words = catalogue[language]
  const shared = memberWords[language]
  const list = `/accounts/${account.slug}/settings/user-access`
  const { name, email, homeBrand, language: spoken } = shared
  return (
    <AccountFrame page={page} current="user-access">
      <PageHeader
        title={words.addTitle}
        description={words.addText}
        back={{ href: list, label: words.title }}
      />
      <Card>
        <Form
          action={addManager}
          label={words.addTitle}
          labels={fieldLabels({ name, email, homeBrand, language: spoken }, language)}
        >
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <TextField name="name" label={name} autoComplete="off" width="medium" required />
          <TextField name="email" label={email} type="email" autoComplete="off" width="medium" required />
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
