import { ProviderFrame } from '#app/_server/frames.tsx'
import { HomeField } from '#app/_server/home-field.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxField } from '#components/ui/choices.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Fieldset, FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { homesOf } from '#db/branding-domain/homes.ts'
import { freePartnerId } from '#db/partner/create.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { create } from '../actions.ts'
import { formWords } from '../form-words.ts'
import { listWords } from '../list-words.ts'

export const generateMetadata = titled(formWords, words => words.newTitle)

/** An outside firm comes in, with the one who administers it. */
export default async function NewPartnerPage() {
  const page = await providerPage('partners.manage', async (tx, _, { providerId }) => ({
    code: await freePartnerId(tx, providerId, 'Partner'),
    homes: await homesOf(tx, providerId),
  }))
  const { language, data } = page
  const words = formWords[language]
  const list = '/provider/partners'
  const labels = {
    name: words.name,
    partnerCode: words.code,
    adminName: words.personName,
    adminEmail: words.email,
    brand: words.brand,
  }
  return (
    <ProviderFrame page={page} current="partners">
      <PageHeader
        title={words.newTitle}
        description={words.newText}
        back={{ href: list, label: listWords[language].title }}
      />
      <Card>
        <Form action={create} label={words.newTitle} labels={fieldLabels(labels, language)}>
          <Once />
          <Fieldset legend={words.firm}>
            <TextField name="name" label={words.name} hint={words.nameHint} required />
            <CheckboxField name="resembles" label={words.resembles} hint={words.resemblesHint} />
            <TextField
              name="partnerCode"
              label={words.code}
              hint={words.codeHint}
              defaultValue={data.code}
              width="short"
              plain
              required
            />
          </Fieldset>
          <Fieldset legend={words.administrator} hint={words.administratorText}>
            <TextField name="adminName" label={words.personName} autoComplete="off" required />
            <TextField name="adminEmail" label={words.email} type="email" autoComplete="off" required />
            <HomeField homes={data.homes} here={page.brand.id} words={words} />
          </Fieldset>
          <FormActions>
            <SubmitButton pendingLabel={words.saving}>{words.create}</SubmitButton>
            <LinkButton href={list} variant="quiet">
              {words.cancel}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </ProviderFrame>
  )
}
