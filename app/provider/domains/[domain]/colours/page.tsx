import { headers } from 'next/headers'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { plainAccent } from '#lib/branding/brand.ts'
import { type ColourField, colourFields, type DomainColours } from '#lib/branding/domain.ts'
import { previewOf } from '#lib/branding/preview.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { saveColours } from '../../actions.ts'
import { ColourField as ColourInput } from '../../colour-field.tsx'
import { ColourPreview, type PreviewWords } from '../../colour-preview.tsx'
import { domainPage, nothingMore, pictureAddress } from '../../domain-page.ts'
import { words as catalogue } from '../../words.ts'
import '../../domains.css'

export const generateMetadata = titled(catalogue, words => words.editColours)

export default async function ColoursPage({ params }: { params: Promise<{ domain: string }> }) {
  const page = await domainPage((await params).domain, 'domains.manage', nothingMore)
  const { domain, language } = page
  const words = catalogue[language]
  const { field } = brandingWords[language]
  const { accent, accentDark } = domain.colours
  const initial = previewOf(accent, accentDark) ?? previewOf(plainAccent, '')
  const back = `/provider/domains/${domain.id}`
  return (
    <ProviderFrame page={page} current="domains" width="wide">
      <PageHeader
        title={words.editColours}
        description={words.coloursText}
        back={{ href: back, label: domain.name }}
      />
      <Card>
        <Form action={saveColours} label={words.editColours} labels={fieldLabels(field, language)}>
          <Once />
          <input type="hidden" name="domain" value={domain.id} />
          <HiddenField name="shown" value={packed(colourFields, domain.colours)} />
          <ColourFields colours={domain.colours} derived={initial?.dark.fill} language={language} />
          {/* The first button is the one that the Enter key presses. */}
          <FormActions>
            <SubmitButton name="act" value="save" pendingLabel={words.saving}>
              {words.save}
            </SubmitButton>
            <SubmitButton name="act" value="preview" variant="secondary">
              {words.preview.button}
            </SubmitButton>
            <LinkButton href={back} variant="quiet">
              {words.cancel}
            </LinkButton>
          </FormActions>
          <h2>{words.preview.title}</h2>
          {initial && (
            <ColourPreview
              initial={initial}
              brandName={domain.name}
              logo={domain.hasLogo ? pictureAddress(domain, 'logo') : null}
              nonce={(await headers()).get('x-nonce') ?? ''}
              words={previewWords(language)}
              point={language === 'fr' ? ',' : '.'}
            />
          )}
        </Form>
      </Card>
    </ProviderFrame>
  )
}

interface ColourFieldsProps {
  readonly colours: DomainColours
  /** What dark pages wear by themselves. */
  readonly derived: string | undefined
  readonly language: Language
}

function ColourFields({ colours, derived, language }: ColourFieldsProps) {
  const { hint, optional } = catalogue[language]
  const { field } = brandingWords[language]
  const colour = (name: ColourField) => ({
    name,
    label: field[name],
    hint: hint[name],
    pick: hint.pick(field[name]),
    defaultValue: colours[name],
  })
  return (
    <>
      <ColourInput {...colour('accent')} />
      <ColourInput {...colour('accentDark')} unset={derived} optional={optional} />
    </>
  )
}

function previewWords(language: Language): PreviewWords {
  const { picture, figure, use, ...words } = catalogue[language].preview
  return {
    ...words,
    pictureLight: picture(words.light),
    pictureDark: picture(words.dark),
    figure: figure('{ratio}'),
    use: use('{shade}'),
  }
}
