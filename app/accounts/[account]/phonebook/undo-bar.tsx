import { Once } from '#app/_server/once.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { OneContact } from '#db/phonebook/reads.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { restore } from './actions.ts'
import { words as catalogue } from './words.ts'

interface UndoBarProps {
  /** The contact that was removed a moment ago, alone or with others, if the address names one. */
  readonly contact: OneContact | null
  readonly accountId: string
  readonly language: Language
}

/** The way back in one press, right where one lands after removing something. */
export function UndoBar({ contact, accountId, language }: UndoBarProps) {
  const words = catalogue[language]
  if (!contact?.removed?.canComeBack) return null
  const { together } = contact.removed
  const [kind, label] =
    together > 1
      ? (['contacts', words.restoreSeveral(wholeNumber(together, language))] as const)
      : (['contact', words.restoreNamed(contact.name)] as const)
  return (
    <Form action={restore} label={label}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="thing" value={`${kind}:${contact.id}`} />
      <div>
        <SubmitButton variant="secondary" icon={<Icon name="history" />}>
          {label}
        </SubmitButton>
      </div>
    </Form>
  )
}
