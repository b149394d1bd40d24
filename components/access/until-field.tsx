import { DateTimeField } from '#components/ui/field.tsx'
import type { Language } from '#lib/language.ts'
import { accessWords } from './words.ts'

interface UntilFieldProps {
  readonly language: Language
  /** In whose time zone that day ends. */
  readonly hint: string
  readonly defaultValue?: string | undefined
}

/** The day, where a duration is chosen "until a date": behind the select, which shows it. */
export function UntilField({ language, hint, defaultValue }: UntilFieldProps) {
  return (
    <div className="reveal-until">
      <DateTimeField
        name="until"
        type="date"
        defaultValue={defaultValue}
        label={accessWords[language].until}
        hint={hint}
      />
    </div>
  )
}
