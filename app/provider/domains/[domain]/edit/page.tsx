import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { detailFields } from '#lib/branding/domain.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { saveDomain } from '../../actions.ts'
import { DetailFields } from '../../detail-fields.tsx'
import { domainPage, nothingMore } from '../../domain-page.ts'
import { words as catalogue } from '../../words.ts'

export const generateMetadata = titled(catalogue, words => words.editTitle)

export default async function EditDomainPage({ params }: { params: Promise<{ domain: string }> }) {
  const page = await domainPage((await params).domain, 'domains.manage', nothingMore)
  const { domain, language } = page
  const words = catalogue[language]
  const back = `/provider/domains/${domain.id}`
  return (
    <ProviderFrame page={page} current="domains">
      <PageHeader
        title={words.editTitle}
        description={words.editText}
        back={{ href: back, label: domain.name }}
      />
      <Card>
        <Form
          action={saveDomain}
          label={words.editTitle}
          labels={fieldLabels(brandingWords[language].field, language)}
        >
          <Once />
          <input type="hidden" name="domain" value={domain.id} />
          <HiddenField name="shown" value={packed(detailFields, domain.details)} />
          <DetailFields details={domain.details} hostHint={words.hint.hostEdit} language={language} />
          <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={back} />
        </Form>
      </Card>
    </ProviderFrame>
  )
}
