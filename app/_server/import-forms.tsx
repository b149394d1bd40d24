import { FaultCard } from '#components/import/fault-card.tsx'
import { importWords } from '#components/import/words.ts'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import type { Upload } from '#db/csv/upload.ts'
import type { PlacedFault } from '#lib/csv-reader.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { largestUpload } from '#lib/upload-forms.ts'
import { Once } from './once.tsx'

interface ImportFormProps {
  readonly action: Parameters<typeof Form>[0]['action']
  readonly accountId: string
  /** Address of the list that the file is of. */
  readonly back: string
  readonly language: Language
}

interface ImportStartProps extends ImportFormProps {
  /** What the list is called, to which `back` leads. */
  readonly listTitle: string
  /** What this sort of file is about; `sample` where the list itself can be had as one. */
  readonly words: {
    readonly title: string
    readonly description: string
    readonly fileHint: string
    readonly columnsText: string
    readonly sample?: string
  }
  /** Each column by its name, with what may stand in it. */
  readonly columns: readonly Fact[]
}

/** What stands on a page on which a file is sent to be looked at. */
export function ImportStart({ listTitle, words, columns, ...form }: ImportStartProps) {
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ href: form.back, label: listTitle }}
      />
      <UploadCard {...form} label={words.title} hint={words.fileHint} />
      <Card title={importWords[form.language].columns} description={words.columnsText}>
        <Facts items={columns} />
        {words.sample && (
          <p>
            <a href={`${form.back}/export`} download>
              {words.sample}
            </a>
          </p>
        )}
      </Card>
    </>
  )
}

interface UploadCardProps extends ImportFormProps {
  readonly label: string
  readonly hint: string
}

/** A file is chosen and sent to be looked at. */
function UploadCard({ action, accountId, label, hint, back, language }: UploadCardProps) {
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

interface LookedAtProps extends ImportFormProps {
  readonly listTitle: string
  readonly upload: Pick<Upload<unknown>, 'id' | 'faults' | 'faultCount' | 'takenAt'>
  /** What does not fit what the account has by now. */
  readonly misfits?: readonly PlacedFault[]
  /** What the columns are called. */
  readonly columns: Readonly<Record<string, string>>
  /** Sentences for what only this sort of file can have wrong. */
  readonly own?: Readonly<Record<string, (fact: string) => string>>
  /** What would happen, in numbers. */
  readonly counts: readonly Fact[]
  /** Said where nothing would; null where something does. */
  readonly nothing: string | null
}

/** What stands on a page on which a file was looked at: what is wrong with it, or the button that takes it in. */
export function LookedAt({ listTitle, upload, misfits = [], columns, own, ...ready }: LookedAtProps) {
  const words = importWords[ready.language]
  const count = upload.faultCount + misfits.length
  return (
    <>
      <PageHeader
        title={words.report}
        back={{ href: ready.back, label: listTitle }}
        actions={<LinkButton href={`${ready.back}/import`}>{words.another}</LinkButton>}
      />
      {upload.takenAt ? (
        <Notice tone="success">{words.taken}</Notice>
      ) : count > 0 ? (
        <FaultCard
          faults={[...upload.faults, ...misfits].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))}
          count={count}
          columns={columns}
          language={ready.language}
          {...(own && { own })}
        />
      ) : (
        <Ready {...ready} uploadId={upload.id} />
      )}
    </>
  )
}

type ReadyProps = ImportFormProps & Pick<LookedAtProps, 'counts' | 'nothing'> & { readonly uploadId: string }

/** Nothing is wrong: what would happen, in numbers, and the form that lets it. */
function Ready({ action, accountId, uploadId, back, counts, nothing, language }: ReadyProps) {
  const words = importWords[language]
  return (
    <Card>
      <Notice tone={nothing ? 'neutral' : 'info'}>{nothing ?? words.ready}</Notice>
      <Facts items={counts} />
      {!nothing && (
        <Form action={action} label={words.takeIn}>
          <Once />
          <input type="hidden" name="account" value={accountId} />
          <input type="hidden" name="upload" value={uploadId} />
          <SaveActions save={words.takeIn} saving={words.takingIn} cancel={words.cancel} back={back} />
        </Form>
      )}
    </Card>
  )
}
