import { SelectField } from '#components/ui/field.tsx'
import type { HomeChoice } from '#db/branding-domain/homes.ts'

interface HomeFieldProps {
  readonly homes: readonly HomeChoice[]
  /** The branding domain that is chosen at first: where the reader is, or where the thing is at home. */
  readonly here: string
  readonly words: { readonly brand: string; readonly brandHint: string }
  readonly name?: string
  /** How the form knows a domain. */
  readonly by?: 'id' | 'host'
}

/** Where an account or a person is to be at home; nothing where there is no choice. */
export function HomeField({ homes, here, words, name: field = 'brand', by = 'id' }: HomeFieldProps) {
  if (homes.length < 2) return null
  return (
    <SelectField
      name={field}
      label={words.brand}
      hint={words.brandHint}
      defaultValue={here}
      options={homes.map(({ name, host, ...home }) => ({
        value: by === 'host' ? host : home.id,
        label: `${name} · ${host}`,
      }))}
    />
  )
}
