import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { pictureKinds } from '#lib/branding/domain.ts'
import { heaviest } from '#lib/branding/picture.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { savePicture } from '../../actions.ts'
import { domainPage, nothingMore } from '../../domain-page.ts'
import { PictureShown } from '../../pictures.tsx'
import { words as catalogue } from '../../words.ts'
import '../../domains.css'

interface Props {
  readonly params: Promise<{ domain: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.editPictures)

/** Each picture is changed by itself: one file a form. */
export default async function PicturesPage({ params, searchParams }: Props) {
  const page = await domainPage((await params).domain, 'domains.manage', nothingMore)
  const { domain, language } = page
  const words = catalogue[language]
  const { field } = brandingWords[language]
  return (
    <ProviderFrame page={page} current="domains" query={await searchParams}>
      <PageHeader
        title={words.editPictures}
        description={words.picturesText}
        back={{ href: `/provider/domains/${domain.id}`, label: domain.name }}
      />
      {pictureKinds.map(kind => (
        <Card key={kind} title={field[kind]} description={words.pictureHint[kind]}>
          <PictureShown domain={domain} kind={kind} language={language} named={false} />
          <Form
            action={savePicture}
            label={field[kind]}
            labels={fieldLabels({ picture: field[kind] }, language)}
          >
            <Once />
            <input type="hidden" name="domain" value={domain.id} />
            <input type="hidden" name="kind" value={kind} />
            <FileField
              name="picture"
              label={words.choose}
              accept="image/png,image/jpeg,image/webp"
              largest={heaviest}
              tooLarge={words.tooHeavy}
            />
            <div className="form-actions">
              <SubmitButton variant="secondary" pendingLabel={words.saving}>
                {words.replace}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      ))}
    </ProviderFrame>
  )
}
