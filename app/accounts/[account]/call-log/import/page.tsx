import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { importWords } from '#components/import/words.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { callColumns, largestCallFile } from '#lib/call-log/file.ts'
import { callWords } from '#lib/call-log/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { words as callLog } from '../words.ts'
import { look } from './actions.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** A file of call records is sent to be looked at. */
export default async function ImportCallsPage({ params }: Props) {
  const page = await accountPage((await params).account, 'module.call-log', async () => null)
  const { account, language } = page
  const words = { ...importWords[language], ...catalogue[language] }
  const { field } = callWords[language]
  const list = `/accounts/${account.slug}/call-log`
  return (
    <AccountFrame page={page} current="call-log">
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ href: list, label: callLog[language].title }}
      />
      <Card>
        <Form action={look} label={words.title} labels={fieldLabels({ file: words.file }, language)}>
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            accept=".csv,text/csv"
            largest={largestCallFile}
            tooLarge={words.tooLarge}
          />
          <SaveActions save={words.look} saving={words.looking} cancel={words.cancel} back={list} />
        </Form>
      </Card>
      <Card title={words.columns} description={words.columnsText}>
        <Facts items={callColumns.map(column => ({ term: field[column], value: words.about[column] }))} />
      </Card>
    </AccountFrame>
  )
}
