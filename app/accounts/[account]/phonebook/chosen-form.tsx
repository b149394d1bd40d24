import { ChosenBar } from '#app/_server/chosen-bar.tsx'
import type { ListedGroup } from '#db/phonebook/reads.ts'
import type { Language } from '#lib/language.ts'
import { changeChosen } from './actions.ts'
import { words as catalogue } from './words.ts'

interface ChosenFormProps {
  readonly accountId: string
  readonly groups: readonly ListedGroup[]
  readonly language: Language
}

/** What can be done with several contacts at once. */
export function ChosenForm({ accountId, groups, language }: ChosenFormProps) {
  const words = catalogue[language]
  const { toGroup: label, noGroup: none, putIn: put } = words
  return (
    <ChosenBar
      action={changeChosen}
      accountId={accountId}
      boxes="contact"
      words={words}
      into={{ field: 'group', label, none, put, options: groups }}
      language={language}
    />
  )
}
