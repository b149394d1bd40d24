import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TemplateForm } from '../../template-form.tsx'
import { words as catalogue } from '../../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** One more service template. */
export default async function NewServiceTemplatePage({ params }: Props) {
  const page = await accountPage(
    (await params).account,
    'branding.update',
    async (_, { products }) => products,
  )
  const { account, language, data: products } = page
  const words = catalogue[language]
  const back = `/accounts/${account.slug}/settings/branding`
  return (
    <AccountFrame page={page} current="branding">
      <PageHeader title={words.newTitle} back={{ href: back, label: words.title }} />
      <Card>
        <TemplateForm accountId={account.id} template={null} {...{ products, back, language }} />
      </Card>
    </AccountFrame>
  )
}
