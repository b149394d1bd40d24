import { UndoBar } from '#app/_server/coming-back.tsx'
import type { OneExtension } from '#db/pbx-extension/one.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { restore } from './actions.ts'
import { words as catalogue } from './words.ts'

interface UndoProps {
  /** The extension that was removed a moment ago, alone or with others, if the address names one. */
  readonly extension: OneExtension | null
  readonly accountId: string
  readonly language: Language
}

/** The way back, right where one lands after removing something. */
export function Undo({ extension, accountId, language }: UndoProps) {
  const words = catalogue[language]
  if (!extension?.removed?.canComeBack) return null
  const { together } = extension.removed
  const [how, label] =
    together > 1
      ? ['together', words.restoreSeveral(wholeNumber(together, language))]
      : ['one', words.restoreNamed(extension.number)]
  const fields = { extension: extension.id, how }
  return <UndoBar action={restore} accountId={accountId} label={label} fields={fields} />
}
