import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Fieldset, FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { generalOf } from '#db/account/details.ts'
import { type AccountDetails, detailFields } from '#lib/account/details.ts'
import { accountWords } from '#lib/account/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { presentZone, zoneChoices } from '#lib/person/time-zones.ts'
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
          <Fields details={data.details} language={language} />
          <FormActions>
            <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
            <LinkButton href={back} variant="quiet">
              {words.cancel}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </AccountFrame>
  )
}

function Fields({ details, language }: { details: AccountDetails; language: Language }) {
  const words = catalogue[language]
  const { field } = accountWords[language]
  const { optional } = words
  const text = (name: Exclude<keyof AccountDetails, 'timeZone'>) => ({
    name,
    label: field[name],
    defaultValue: details[name],
  })
  return (
    <>
      <Fieldset legend={words.name}>
        <TextField {...text('name')} hint={words.nameHint} required />
        <TextField {...text('legalName')} hint={words.legalNameHint} required />
      </Fieldset>
      <Fieldset legend={words.place}>
        <TextField {...text('addressLine')} optional={optional} autoComplete="street-address" />
        <TextField {...text('city')} optional={optional} width="medium" />
        <TextField {...text('postalCode')} optional={optional} width="short" plain />
        <TextField {...text('country')} optional={optional} width="medium" />
        <SelectField
          name="timeZone"
          label={field.timeZone}
          hint={words.zoneHint}
          defaultValue={presentZone(details.timeZone)}
          options={zoneChoices(details.timeZone, language)}
          width="medium"
        />
      </Fieldset>
      <Fieldset legend={words.contact}>
        <TextField {...text('phone')} type="tel" hint={words.phoneHint} optional={optional} width="medium" />
        <TextField {...text('emergencyContact')} hint={words.emergencyHint} optional={optional} />
      </Fieldset>
    </>
  )
}
