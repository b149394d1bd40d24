import { Once } from '#app/_server/once.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { OneFax } from '#db/fax/reads.ts'
import type { Language } from '#lib/language.ts'
import { restore } from './actions.ts'
import { partyText } from './fax-table.tsx'
import { words as catalogue } from './words.ts'

interface UndoBarProps {
  /** The fax that was removed a moment ago, if the address names one. */
  readonly fax: OneFax | null
  readonly accountId: string
  readonly language: Language
}

/** The way back, right where one lands after removing something. */
export function UndoBar({ fax, accountId, language }: UndoBarProps) {
  if (!fax?.removed?.canComeBack) return null
  const label = catalogue[language].restoreNamed(partyText(fax, language))
  return (
    <Form action={restore} label={label}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="fax" value={fax.id} />
      <div>
        <SubmitButton variant="secondary" icon={<Icon name="history" />}>
          {label}
        </SubmitButton>
      </div>
    </Form>
  )
}
