import { SelectField } from '#components/ui/field.tsx'
import type { HomeChoice } from '#db/branding-domain/homes.ts'

interface HomeFieldProps {
  readonly homes: readonly HomeChoice[]
  /** The branding domain that the reader is on. */
  readonly here: string
  readonly words: { readonly brand: string; readonly brandHint: string }
}

/** Where an account or a person is to be at home; nothing where there is no choice. */
export function HomeField({ homes, here, words }: HomeFieldProps) {
  if (homes.length < 2) return null
  return (
    <SelectField
      name="brand"
      label={words.brand}
      hint={words.brandHint}
      defaultValue={here}
      options={homes.map(({ id, name, host }) => ({ value: id, label: `${name} · ${host}` }))}
    />
  )
}
