import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { DetailFields } from '#components/account/detail-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { generalOf } from '#db/account/details.ts'
import { detailFields } from '#lib/account/details.ts'
import { accountWords } from '#lib/account/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { saveDetails } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.editTitle)

export default async function EditGeneralPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'general.update', (tx, { account }) =>
    generalOf(tx, account.id),
  )
  const { account, language, data } = page
  const words = catalogue[language]
  const back = `/accounts/${account.slug}/settings/general`
  return (
    <AccountFrame page={page} current="general" query={await searchParams}>
      <PageHeader
        title={words.editTitle}
        description={words.editText}
        back={{ href: back, label: words.back }}
      />
      <Card>
        <Form
          action={saveDetails}
          label={words.editTitle}
          labels={fieldLabels(accountWords[language].field, language)}
        >
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <HiddenField name="shown" value={packed(detailFields, data.details)} />
          <DetailFields details={data.details} words={words} own language={language} />
          <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={back} />
        </Form>
      </Card>
    </AccountFrame>
  )
}
