import { TextArea } from '#components/ui/field.tsx'
import type { Giving } from '#lib/access/giving.ts'
import { scopePages, scopesToAsk } from '#lib/access/scopes.ts'
import type { Language } from '#lib/language.ts'
import { DurationFields, durationDefaults } from './duration-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'

interface AskedFieldsProps {
  /** What they begin with; the least harmful without it: to read, for 24 hours. */
  readonly first: (Pick<Giving, 'scope' | 'duration'> & { readonly reason: string }) | null | undefined
  readonly label: string
  readonly hint: string
  /** The provider's limit in hours; null = none. */
  readonly longestHours: number | null
  readonly language: Language
}

/** Why, what and for how long: of a request that is sent, and of one that is kept ready-made. */
export function AskedFields({ first, label, hint, longestHours, language }: AskedFieldsProps) {
  return (
    <>
      <TextArea name="reason" label={label} hint={hint} rows={4} defaultValue={first?.reason} required />
      <ScopeFields
        language={language}
        names={scopesToAsk}
        pages={scopePages}
        defaultName={first?.scope.name ?? 'read-only'}
        defaultPages={first?.scope.pages ?? []}
        reader="asker"
      />
      <DurationFields
        language={language}
        zone={null}
        longestHours={longestHours}
        {...durationDefaults(first?.duration)}
      />
    </>
  )
}
