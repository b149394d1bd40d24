import { notFound } from 'next/navigation'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxGroup } from '#components/ui/choices.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { accountAtDesk } from '#db/provider/account-page.ts'
import { products, productsText } from '#lib/access/products.ts'
import { accountWords, productName } from '#lib/account/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { saveProducts } from '../../actions.ts'
import { formWords } from '../../form-words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
}

export const generateMetadata = titled(formWords, words => words.productsTitle)

/** What the account bought. */
export default async function ProductsPage({ params }: Props) {
  const { account: slug } = await params
  const page = await providerPage('accounts.manage', (tx, _, actor) => accountAtDesk(tx, actor, slug))
  if (!page.data || page.data.closedAt) notFound()
  const { language, data: account } = page
  const words = formWords[language]
  const back = `/provider/accounts/${account.slug}`
  return (
    <ProviderFrame page={page} current="accounts">
      <PageHeader
        title={words.productsTitle}
        description={words.productsText}
        back={{ href: back, label: account.details.name }}
      />
      <Card>
        <Form
          action={saveProducts}
          label={words.productsTitle}
          labels={fieldLabels(accountWords[language].field, language)}
        >
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <HiddenField name="shown" value={productsText(account.products)} />
          <CheckboxGroup
            name="products"
            legend={words.products}
            hideLegend
            defaultValues={account.products}
            options={products.map(product => ({ value: product, label: productName(product, language) }))}
          />
          <FormActions>
            <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
            <LinkButton href={back} variant="quiet">
              {words.cancel}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </ProviderFrame>
  )
}
