import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { phonebookHead } from '#db/phonebook/reads.ts'
import { ContactForm } from '../contact-form.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** A contact more. */
export default async function NewContactPage({ params }: Props) {
  const page = await accountPage((await params).account, 'module.phonebook', (tx, { account }) =>
    phonebookHead(tx, account.id),
  )
  const { account, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/phonebook`
  return (
    <AccountFrame page={page} current="phonebook">
      <PageHeader title={words.newTitle} back={{ href: list, label: words.title }} />
      <Card>
        <ContactForm
          accountId={account.id}
          contact={null}
          groups={data.groups}
          back={list}
          language={language}
        />
      </Card>
    </AccountFrame>
  )
}
