import { AccountFrame } from '#app/_server/frames.tsx'
import { UploadCard } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { importWords } from '#components/import/words.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { fileColumns } from '#lib/phonebook/file.ts'
import { phonebookWords } from '#lib/phonebook/words.ts'
import { words as phonebook } from '../words.ts'
import { look } from './actions.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** A file of contacts is sent to be looked at. */
export default async function ImportPage({ params }: Props) {
  const page = await accountPage((await params).account, 'module.phonebook', async () => null)
  const { account, language } = page
  const words = { ...importWords[language], ...catalogue[language] }
  const { field } = phonebookWords[language]
  const list = `/accounts/${account.slug}/phonebook`
  return (
    <AccountFrame page={page} current="phonebook">
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ href: list, label: phonebook[language].title }}
      />
      <UploadCard
        action={look}
        accountId={account.id}
        label={words.title}
        hint={words.fileHint}
        back={list}
        language={language}
      />
      <Card title={words.columns} description={words.columnsText}>
        <Facts items={fileColumns.map(column => ({ term: field[column], value: words.about[column] }))} />
        <p>
          <a href={`${list}/export`} download>
            {words.sample}
          </a>
        </p>
      </Card>
    </AccountFrame>
  )
}
