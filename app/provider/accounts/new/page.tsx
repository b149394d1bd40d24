import { ProviderFrame } from '#app/_server/frames.tsx'
import { HomeField } from '#app/_server/home-field.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { DetailFields } from '#components/account/detail-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { CheckboxGroup } from '#components/ui/choices.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Fieldset, FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { homesOf } from '#db/branding-domain/homes.ts'
import { products } from '#lib/access/products.ts'
import { contactKinds } from '#lib/account/contacts.ts'
import { accountWords, productName } from '#lib/account/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { create } from '../actions.ts'
import { formWords } from '../form-words.ts'
import { listWords } from '../list-words.ts'
import { LookedField } from '../looked-field.tsx'
import { ContactFields } from './contact-fields.tsx'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(formWords, words => words.newTitle)

/** A customer comes in: the account, and the people who look after it. */
export default async function NewAccountPage({ searchParams }: Props) {
  const query = await searchParams
  const page = await providerPage('accounts.manage', async (tx, _, { providerId }) => ({
    homes: await homesOf(tx, providerId),
  }))
  const { language, actor, data } = page
  const words = formWords[language]
  const list = '/provider/accounts'
  return (
    <ProviderFrame page={page} current="accounts" query={query}>
      <PageHeader
        title={words.newTitle}
        description={words.newText}
        back={{ href: list, label: listWords[language].title }}
      />
      <Card>
        <Form action={create} label={words.newTitle} labels={labelsOf(language)}>
          <Once />
          <DetailFields
            details={{ ...nothing, timeZone: actor.timeZone }}
            words={words}
            underName={<LookedField language={language} />}
            language={language}
          />
          <Fieldset legend={words.standing}>
            <HomeField homes={data.homes} here={page.brand.id} words={words} />
            <TextField
              name="parent"
              label={words.parent}
              hint={words.parentHint}
              optional={words.optional}
              defaultValue={typeof query.parent === 'string' ? query.parent.slice(0, 200) : ''}
              plain
            />
            <CheckboxGroup
              name="products"
              legend={words.products}
              options={products.map(product => ({ value: product, label: productName(product, language) }))}
            />
          </Fieldset>
          <h2>{words.people}</h2>
          <p>{words.peopleText}</p>
          <ContactFields language={language} />
          <FormActions>
            <SubmitButton pendingLabel={words.saving}>{words.create}</SubmitButton>
            <LinkButton href={list} variant="quiet">
              {words.cancel}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </ProviderFrame>
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

/** What the summary of a refusal calls the fields: those of people with whose they are. */
function labelsOf(language: Language): Readonly<Record<string, string>> {
  const words = formWords[language]
  const { contact } = accountWords[language]
  const people = contactKinds.flatMap(kind => [
    [`${kind}Name`, `${contact[kind]}, ${words.personName}`],
    [`${kind}Email`, `${contact[kind]}, ${words.email}`],
    [`${kind}Roles`, `${contact[kind]}, ${words.roles}`],
  ])
  const { brand, parent, products: bought } = words
  return fieldLabels(
    { ...accountWords[language].field, brand, parent, products: bought, ...Object.fromEntries(people) },
    language,
  )
}
