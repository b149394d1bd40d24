import { ChosenBar } from '#app/_server/chosen-bar.tsx'
import type { Profile } from '#db/pbx-extension/around.ts'
import type { Language } from '#lib/language.ts'
import { changeChosen } from './actions.ts'
import { words as catalogue } from './words.ts'

interface ChosenFormProps {
  readonly accountId: string
  readonly profiles: readonly Profile[]
  readonly language: Language
}

/** What can be done with several extensions at once. */
export function ChosenForm({ accountId, profiles, language }: ChosenFormProps) {
  const words = catalogue[language]
  const { toProfile: label, noProfile: none, apply: put } = words
  return (
    <ChosenBar
      action={changeChosen}
      accountId={accountId}
      boxes="extension"
      words={words}
      into={{ field: 'profile', label, none, put, options: profiles }}
      language={language}
    />
  )
}
