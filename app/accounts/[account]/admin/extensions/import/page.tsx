import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { UploadCard } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { importWords } from '#components/import/words.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
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
  const words = { ...importWords[language], ...catalogue[language] }
  const { field } = pbxWords[language]
  const list = `/accounts/${account.slug}/admin/extensions`
  return (
    <AccountFrame page={page} current="admin">
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ href: list, label: extensions[language].title }}
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
