import { AccountFrame } from '#app/_server/frames.tsx'
import { ImportStart } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { fileColumns } from '#lib/phonebook/contact.ts'
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
  const words = catalogue[language]
  const { field } = phonebookWords[language]
  return (
    <AccountFrame page={page} current="phonebook">
      <ImportStart
        action={look}
        accountId={account.id}
        back={`/accounts/${account.slug}/phonebook`}
        listTitle={phonebook[language].title}
        words={words}
        columns={fileColumns.map(column => ({ term: field[column], value: words.about[column] }))}
        language={language}
      />
    </AccountFrame>
  )
}
