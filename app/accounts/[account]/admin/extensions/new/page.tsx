import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { membersOf } from '#db/pbx-extension/around.ts'
import { extensionHead } from '#db/pbx-extension/reads.ts'
import { hasPbx } from '#lib/access/products.ts'
import { ExtensionForm } from '../extension-form.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** An extension more. An account without a virtual PBX has no such page. */
export default async function NewExtensionPage({ params }: Props) {
  const page = await accountPage((await params).account, 'module.admin', async (tx, { account }) => ({
    head: await extensionHead(tx, account.id),
    members: await membersOf(tx, account.id),
  }))
  const { account, language, data } = page
  if (!hasPbx(data.head.products)) notFound()
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/admin/extensions`
  return (
    <AccountFrame page={page} current="admin">
      <PageHeader title={words.newTitle} back={{ href: list, label: words.title }} />
      <Card>
        <ExtensionForm
          accountId={account.id}
          extension={null}
          members={data.members}
          profiles={data.head.profiles}
          back={list}
          language={language}
        />
      </Card>
    </AccountFrame>
  )
}
