import { AccountFrame } from '#app/_server/frames.tsx'
import { ImportStart } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { callColumns } from '#lib/call-log/file.ts'
import { callWords } from '#lib/call-log/words.ts'
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
  const words = catalogue[language]
  const { field } = callWords[language]
  return (
    <AccountFrame page={page} current="call-log">
      <ImportStart
        action={look}
        accountId={account.id}
        back={`/accounts/${account.slug}/call-log`}
        listTitle={callLog[language].title}
        words={words}
        columns={callColumns.map(column => ({ term: field[column], value: words.about[column] }))}
        language={language}
      />
    </AccountFrame>
  )
}
