import type { ReactNode } from 'react'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Fieldset } from '#components/ui/fieldset.tsx'
import type { AccountDetails } from '#lib/account/details.ts'
import { accountWords } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { presentZone, zoneChoices } from '#lib/person/time-zones.ts'

interface DetailFieldsProps {
  readonly details: AccountDetails
  /** How each side explains them to those who fill them in. */
  readonly words: Readonly<
    Record<
      | 'identity'
      | 'nameHint'
      | 'legalNameHint'
      | 'place'
      | 'zoneHint'
      | 'contact'
      | 'phoneHint'
      | 'emergencyHint'
      | 'optional',
      string
    >
  >
  /** Whether the address is the reader's own, which their browser may know. */
  readonly own?: boolean
  /** What stands under the name, where one may be taken for another. */
  readonly underName?: ReactNode
  readonly language: Language
}

/** What an account says about itself, as fields of a form. */
export function DetailFields({ details, words, own = false, underName, language }: DetailFieldsProps) {
  const { field } = accountWords[language]
  const { optional } = words
  const text = (name: Exclude<keyof AccountDetails, 'timeZone'>) => ({
    name,
    label: field[name],
    defaultValue: details[name],
  })
  return (
    <>
      <Fieldset legend={words.identity}>
        <TextField {...text('name')} hint={words.nameHint} required />
        {underName}
        <TextField {...text('legalName')} hint={words.legalNameHint} required />
      </Fieldset>
      <Fieldset legend={words.place}>
        <TextField
          {...text('addressLine')}
          optional={optional}
          autoComplete={own ? 'street-address' : undefined}
        />
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
