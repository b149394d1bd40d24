import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type OwnServiceTemplate, serviceTemplateOf } from '#db/account/service-templates.ts'
import { may } from '#lib/access/authority.ts'
import { serviceTemplateFields } from '#lib/account/service-template.ts'
import { serviceTemplateWords } from '#lib/account/service-template-words.ts'
import { valueText } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { RestoreForm } from '../../restore-form.tsx'
import { remove } from '../../template-actions.ts'
import { TemplateForm } from '../../template-form.tsx'
import { words as catalogue } from '../../words.ts'

interface Props {
  readonly params: Promise<{ account: string; template: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.page)

/** One service template: a form for whoever may change it, else what it holds; for some days also after it was removed. */
export default async function ServiceTemplatePage({ params, searchParams }: Props) {
  const { account: slug, template: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'branding.read', async (tx, { account, products }) => ({
    template: await serviceTemplateOf(tx, account.id, id),
    products,
  }))
  const { account, authority, language, data } = page
  const { template, products } = data
  if (!template) notFound()
  const words = catalogue[language]
  const back = `/accounts/${account.slug}/settings/branding`
  const edits = may(authority, 'branding.update')
  const isForm = edits && !template.removed
  return (
    <AccountFrame page={page} current="branding" query={await searchParams}>
      <PageHeader
        title={template.name}
        description={isForm ? words.pageText : undefined}
        back={{ href: back, label: words.title }}
      />
      {template.removed && <Notice tone="neutral" title={words.removed(template.removed.by)} />}
      <Card>
        {isForm ? (
          <TemplateForm accountId={account.id} {...{ template, products, back, language }} />
        ) : (
          <HeldFacts template={template} language={language} />
        )}
      </Card>
      {edits && template.removed && <RestoreForm accountId={account.id} {...{ template, language }} />}
      {isForm && <RemoveCard accountId={account.id} {...{ template, language }} />}
    </AccountFrame>
  )
}

function HeldFacts({
  template,
  language,
}: {
  readonly template: OwnServiceTemplate
  readonly language: Language
}) {
  const { field } = serviceTemplateWords[language]
  const held = serviceTemplateFields.filter(one => one !== 'name' && template[one] !== '')
  return (
    <Facts items={held.map(one => ({ term: field[one], value: valueText(one, template[one], language) }))} />
  )
}

interface RemoveCardProps {
  readonly accountId: string
  readonly template: OwnServiceTemplate
  readonly language: Language
}

function RemoveCard({ accountId, template, language }: RemoveCardProps) {
  const words = catalogue[language]
  return (
    <Card title={words.removeTemplate} description={words.removeText}>
      <Form action={remove} label={words.removeTemplate}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="template" value={template.id} />
        <div>
          <SubmitButton variant="danger-quiet">{words.removeTemplate}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
