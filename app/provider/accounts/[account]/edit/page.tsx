import { notFound } from 'next/navigation'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { HomeField } from '#app/_server/home-field.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { DetailFields } from '#components/account/detail-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { Fieldset, FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { contactChoices, contactValues } from '#db/account/named-contacts.ts'
import { homesOf } from '#db/branding-domain/homes.ts'
import { accountAtDesk } from '#db/provider/account-page.ts'
import { deskFields } from '#lib/account/details.ts'
import { accountWords } from '#lib/account/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { saveDetails } from '../../actions.ts'
import { formWords } from '../../form-words.ts'
import { LookedField } from '../../looked-field.tsx'
import { ContactChoices } from './contact-choices.tsx'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(formWords, words => words.editTitle)

/** What the account says about itself, where it is at home and whom to speak with, changed by the provider. */
export default async function EditAccountPage({ params }: Props) {
  const { account: slug } = await params
  const page = await providerPage('accounts.manage', async (tx, _, actor) => {
    const account = await accountAtDesk(tx, actor, slug)
    if (!account || account.closedAt) return null
    const homes = await homesOf(tx, actor.providerId)
    return { account, homes, choices: await contactChoices(tx, account.id) }
  })
  if (!page.data) notFound()
  const { language } = page
  const { account, homes, choices } = page.data
  const words = formWords[language]
  const back = `/provider/accounts/${account.slug}`
  const shown = { ...account.details, homeBrand: account.brandHost, ...contactValues(account.contacts) }
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
          <HiddenField name="shown" value={packed(deskFields, shown)} />
          <DetailFields
            details={account.details}
            words={words}
            underName={<LookedField language={language} />}
            language={language}
          />
          {homes.length > 1 && (
            <Fieldset legend={words.standing}>
              <HomeField
                name="homeBrand"
                homes={homes}
                here={account.brandHost}
                by="host"
                words={{ brand: accountWords[language].field.homeBrand, brandHint: words.brandEditHint }}
              />
            </Fieldset>
          )}
          <ContactChoices contacts={account.contacts} choices={choices} language={language} />
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
