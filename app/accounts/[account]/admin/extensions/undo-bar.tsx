import { Once } from '#app/_server/once.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { OneExtension } from '#db/pbx-extension/one.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { restore } from './actions.ts'
import { words as catalogue } from './words.ts'

interface UndoBarProps {
  /** The extension that was removed a moment ago, alone or with others, if the address names one. */
  readonly extension: OneExtension | null
  readonly accountId: string
  readonly language: Language
}

/** The way back in one press, right where one lands after removing something. */
export function UndoBar({ extension, accountId, language }: UndoBarProps) {
  const words = catalogue[language]
  if (!extension?.removed?.canComeBack) return null
  const { together } = extension.removed
  const label =
    together > 1
      ? words.restoreSeveral(wholeNumber(together, language))
      : words.restoreNamed(extension.number)
  return (
    <Form action={restore} label={label}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="extension" value={extension.id} />
      <div>
        <SubmitButton
          variant="secondary"
          name="how"
          value={together > 1 ? 'together' : 'one'}
          icon={<Icon name="history" />}
        >
          {label}
        </SubmitButton>
      </div>
    </Form>
  )
}
