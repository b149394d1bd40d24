import type { ReactNode } from 'react'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Fieldset } from '#components/ui/fieldset.tsx'
import type { DomainDetails } from '#lib/branding/domain.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { type Language, languageNames, languages } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

type Named = Exclude<keyof DomainDetails, 'defaultLanguage'>

interface DetailFieldsProps {
  readonly details: DomainDetails
  readonly hostHint: string
  readonly language: Language
  /** Stand with the name of the portal. */
  readonly children?: ReactNode
}

/** What a branding domain says about itself, as it is typed when it is added and when it is changed. */
export function DetailFields({ details, hostHint, language, children }: DetailFieldsProps) {
  const { group, hint, optional } = catalogue[language]
  const { field } = brandingWords[language]
  const text = (name: Named) => ({ name, label: field[name], defaultValue: details[name] })
  return (
    <>
      <Fieldset legend={group.portal}>
        <TextField {...text('host')} inputMode="url" hint={hostHint} plain required />
        <TextField {...text('brandName')} hint={hint.brandName} required />
        <SelectField
          name="defaultLanguage"
          label={field.defaultLanguage}
          hint={hint.language}
          defaultValue={details.defaultLanguage}
          options={languages.map(value => ({ value, label: languageNames[value] }))}
          width="medium"
        />
        {children}
      </Fieldset>
      <Fieldset legend={group.support}>
        <TextField {...text('supportName')} required />
        <TextField {...text('supportEmail')} type="email" required />
        <TextField {...text('supportPhone')} type="tel" optional={optional} width="medium" />
        <TextField {...text('supportUrl')} type="url" hint={hint.https} optional={optional} plain />
      </Fieldset>
      <Fieldset legend={group.letters}>
        <TextField {...text('senderName')} hint={hint.senderName} required />
        <TextField {...text('senderAddress')} type="email" hint={hint.senderAddress} required />
      </Fieldset>
      <Fieldset legend={group.links}>
        <TextField {...text('termsUrl')} type="url" hint={hint.https} optional={optional} plain />
        <TextField {...text('privacyUrl')} type="url" hint={hint.https} optional={optional} plain />
      </Fieldset>
    </>
  )
}
