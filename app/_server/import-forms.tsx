import { importWords } from '#components/import/words.ts'
import { Card } from '#components/ui/card.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { largestUpload } from '#lib/upload-forms.ts'
import { Once } from './once.tsx'

interface ImportFormProps {
  readonly action: Parameters<typeof Form>[0]['action']
  readonly accountId: string
  /** Where who changes their mind goes. */
  readonly back: string
  readonly language: Language
}

interface UploadCardProps extends ImportFormProps {
  readonly label: string
  readonly hint: string
}

/** A file is chosen and sent to be looked at. */
export function UploadCard({ action, accountId, label, hint, back, language }: UploadCardProps) {
  const words = importWords[language]
  return (
    <Card>
      <Form action={action} label={label} labels={fieldLabels({ file: words.file }, language)}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <FileField
          name="file"
          label={words.file}
          hint={hint}
          accept=".csv,text/csv"
          largest={largestUpload}
          tooLarge={words.tooLarge}
        />
        <SaveActions save={words.look} saving={words.looking} cancel={words.cancel} back={back} />
      </Form>
    </Card>
  )
}

/** What was looked at is taken in. */
export function TakeInForm({
  action,
  accountId,
  uploadId,
  back,
  language,
}: ImportFormProps & { readonly uploadId: string }) {
  const words = importWords[language]
  return (
    <Form action={action} label={words.takeIn}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="upload" value={uploadId} />
      <SaveActions save={words.takeIn} saving={words.takingIn} cancel={words.cancel} back={back} />
    </Form>
  )
}
