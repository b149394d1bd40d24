import { AccountFrame } from '#app/_server/frames.tsx'
import { HomeField } from '#app/_server/home-field.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { DetailFields } from '#components/account/detail-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { CheckboxField, CheckboxGroup } from '#components/ui/choices.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Fieldset } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { clientFormFacts } from '#db/account/client-list.ts'
import { homeOfAccount } from '#db/branding-domain/homes.ts'
import { productsForClients } from '#lib/account/clients.ts'
import { accountWords, productName } from '#lib/account/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { addClientAccount } from '../actions.ts'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.add)

/** A client account of this one, and its first Account Owner. */
export default async function AddClientPage({
  params,
}: PageProps<'/accounts/[account]/settings/clients/new'>) {
  const page = await accountPage(
    (await params).account,
    'clients.create',
    async (tx, { account }, { providerId }) => ({
      ...(await homeOfAccount(tx, providerId, account.id)),
      ...(await clientFormFacts(tx, account.id)),
    }),
  )
  const { account, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/clients`
  return (
    <AccountFrame page={page} current="clients">
      <PageHeader
        title={words.add}
        description={words.addText(account.name)}
        back={{ href: list, label: words.title }}
      />
      <Card>
        <Form action={addClientAccount} label={words.add} labels={labelsOf(language)}>
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <DetailFields
            details={{ ...nothing, timeZone: account.timeZone }}
            words={words}
            underName={<CheckboxField name="looked" label={words.looked} hint={words.lookedHint} />}
            language={language}
          />
          <Fieldset legend={words.standing}>
            <HomeField homes={data.homes} here={data.home?.id ?? ''} words={words} />
            <Products
              products={data.products}
              account={account.name}
              provider={account.providerName}
              language={language}
            />
          </Fieldset>
          <Fieldset
            legend={words.owner}
            hint={
              data.acting.length > 0
                ? words.ownerText(plainList(data.acting, language))
                : words.ownerTextNobody
            }
          >
            <TextField
              name="ownerName"
              label={words.ownerName}
              optional={words.optional}
              autoComplete="off"
            />
            <TextField
              name="ownerEmail"
              label={words.ownerEmail}
              type="email"
              optional={words.optional}
              autoComplete="off"
            />
          </Fieldset>
          <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={list} />
        </Form>
      </Card>
    </AccountFrame>
  )
}

interface ProductsProps {
  /** The parent's own. */
  readonly products: readonly string[]
  readonly account: string
  readonly provider: string
  readonly language: Language
}

function Products({ products, account, provider, language }: ProductsProps) {
  const words = catalogue[language]
  const offered = productsForClients(products)
  if (offered.length === 0) return <p>{words.noProducts(account, provider)}</p>
  return (
    <CheckboxGroup
      name="products"
      legend={words.products}
      hint={words.productsHint(account, provider)}
      options={offered.map(product => ({ value: product, label: productName(product, language) }))}
    />
  )
}

const nothing = {
  name: '',
  legalName: '',
  addressLine: '',
  city: '',
  postalCode: '',
  country: '',
  phone: '',
  emergencyContact: '',
}

/** What the summary of a refusal calls the fields. */
function labelsOf(language: Language): Readonly<Record<string, string>> {
  const { brand, products, owner, ownerName, ownerEmail } = catalogue[language]
  const ofOwner = { ownerName: `${owner}, ${ownerName}`, ownerEmail: `${owner}, ${ownerEmail}` }
  return fieldLabels({ ...accountWords[language].field, brand, products, ...ofOwner }, language)
}
