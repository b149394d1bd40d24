import { notFound } from 'next/navigation'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { DetailFields } from '#components/account/detail-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { accountAtDesk } from '#db/provider/account-page.ts'
import { detailFields } from '#lib/account/details.ts'
import { accountWords } from '#lib/account/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { saveDetails } from '../../actions.ts'
import { formWords } from '../../form-words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(formWords, words => words.editTitle)

/** What the account says about itself, changed by the provider. */
export default async function EditAccountPage({ params }: Props) {
  const { account: slug } = await params
  const page = await providerPage((tx, { role }, actor) =>
    role === 'administrator' ? accountAtDesk(tx, actor, slug) : Promise.resolve(null),
  )
  if (!page.data || page.data.closedAt) notFound()
  const { language, data: account } = page
  const words = formWords[language]
  const back = `/provider/accounts/${account.slug}`
  return (
    <ProviderFrame page={page} current="accounts">
      <PageHeader title={words.editTitle} back={{ href: back, label: account.details.name }} />
      <Card>
        <Form
          action={saveDetails}
          label={words.editTitle}
          labels={fieldLabels(accountWords[language].field, language)}
        >
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <HiddenField name="shown" value={packed(detailFields, account.details)} />
          <DetailFields details={account.details} words={words} language={language} />
          <FormActions>
            <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
            <LinkButton href={back} variant="quiet">
              {words.cancel}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </ProviderFrame>
  )
}
