import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { ImportStart } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { extensionHead } from '#db/pbx-extension/reads.ts'
import { hasPbx } from '#lib/access/products.ts'
import { fileColumns } from '#lib/pbx-extension/file.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { words as extensions } from '../words.ts'
import { look } from './actions.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** A file of extensions is sent to be looked at. An account without a virtual PBX has no such page. */
export default async function ImportPage({ params }: Props) {
  const page = await accountPage((await params).account, 'module.admin', (tx, { account }) =>
    extensionHead(tx, account.id),
  )
  const { account, language, data } = page
  if (!hasPbx(data.products)) notFound()
  const words = catalogue[language]
  const { field } = pbxWords[language]
  return (
    <AccountFrame page={page} current="admin">
      <ImportStart
        action={look}
        accountId={account.id}
        back={`/accounts/${account.slug}/admin/extensions`}
        listTitle={extensions[language].title}
        words={words}
        columns={fileColumns.map(column => ({ term: field[column], value: words.about[column] }))}
        language={language}
      />
    </AccountFrame>
  )
}
