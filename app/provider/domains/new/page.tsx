import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { plainAccent } from '#lib/branding/brand.ts'
import { type DomainDetails, detailFields } from '#lib/branding/domain.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { add } from '../actions.ts'
import { ColourField } from '../colour-field.tsx'
import { DetailFields } from '../detail-fields.tsx'
import { words as catalogue } from '../words.ts'
import '../domains.css'

export const generateMetadata = titled(catalogue, words => words.addTitle)

export default async function NewDomainPage() {
  const page = await providerPage('domains.manage', async () => null)
  const { language } = page
  const words = catalogue[language]
  const { field } = brandingWords[language]
  const empty = Object.fromEntries(detailFields.map(name => [name, ''])) as DomainDetails
  return (
    <ProviderFrame page={page} current="domains">
      <PageHeader
        title={words.addTitle}
        description={words.addText}
        back={{ href: '/provider/domains', label: words.title }}
      />
      <Card>
        <Form action={add} label={words.addTitle} labels={fieldLabels(field, language)}>
          <Once />
          <DetailFields
            details={{ ...empty, defaultLanguage: language }}
            hostHint={words.hint.host}
            language={language}
          >
            <ColourField
              name="accent"
              label={field.accent}
              hint={words.hint.accent}
              pick={words.hint.pick(field.accent)}
              defaultValue={plainAccent}
            />
          </DetailFields>
          <SaveActions
            save={words.addSubmit}
            saving={words.saving}
            cancel={words.cancel}
            back="/provider/domains"
          />
        </Form>
      </Card>
    </ProviderFrame>
  )
}
