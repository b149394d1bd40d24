import { SelectField, TextField } from '#components/ui/field.tsx'
import { type Language, languageNames, languages } from '#lib/language.ts'

export interface HomeFieldsProps {
  readonly words: { readonly brand: string; readonly brandHint: string; readonly language: string }
  /** The branding domains to choose from, and the field that holds the choice. */
  readonly brand: {
    readonly field: string
    readonly chosen: string
    readonly options: readonly { readonly value: string; readonly label: string }[]
  }
  readonly language: Language
}

/** Where somebody signs in and in which language they are written to; the first only where there is something to choose. */
export function HomeFields({ words, brand, language }: HomeFieldsProps) {
  return (
    <>
      {brand.options.length > 1 && (
        <SelectField
          name={brand.field}
          label={words.brand}
          hint={words.brandHint}
          defaultValue={brand.chosen}
          options={brand.options}
        />
      )}
      <SelectField
        name="language"
        label={words.language}
        defaultValue={language}
        options={languages.map(value => ({ value, label: languageNames[value] }))}
        width="medium"
      />
    </>
  )
}

/** Who somebody new is. */
export function NameFields({ words }: { words: { readonly name: string; readonly email: string } }) {
  return (
    <>
      <TextField name="name" label={words.name} autoComplete="off" required />
      <TextField name="email" label={words.email} type="email" autoComplete="off" required />
    </>
  )
}
