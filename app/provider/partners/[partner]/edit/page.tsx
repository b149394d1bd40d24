import { notFound } from 'next/navigation'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxField } from '#components/ui/choices.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { partnerAtDesk } from '#db/provider/partners.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { rename } from '../../actions.ts'
import { formWords } from '../../form-words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
}

export const generateMetadata = titled(formWords, words => words.editTitle)

/** The name of a firm, verified anew. */
export default async function EditPartnerPage({ params }: Props) {
  const { partner: slug } = await params
  const page = await providerPage('partners.manage', (tx, _, { providerId }) =>
    partnerAtDesk(tx, providerId, slug),
  )
  if (!page.data || page.data.closedAt) notFound()
  const { language, data: partner } = page
  const words = formWords[language]
  const back = `/provider/partners/${partner.slug}`
  return (
    <ProviderFrame page={page} current="partners">
      <PageHeader
        title={words.editTitle}
        description={words.editText}
        back={{ href: back, label: partner.name }}
      />
      <Card>
        <Form action={rename} label={words.editTitle} labels={fieldLabels({ name: words.name }, language)}>
          <Once />
          <input type="hidden" name="partner" value={partner.id} />
          <HiddenField name="shown" value={packed(['name'], { name: partner.name })} />
          <TextField
            name="name"
            label={words.name}
            hint={words.nameHint}
            defaultValue={partner.name}
            required
          />
          <CheckboxField name="resembles" label={words.resembles} hint={words.resemblesHint} />
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
