import { UndoBar } from '#app/_server/coming-back.tsx'
import type { OwnServiceTemplate } from '#db/account/service-templates.ts'
import type { Language } from '#lib/language.ts'
import { restore } from './template-actions.ts'
import { words as catalogue } from './words.ts'

interface RestoreFormProps {
  readonly accountId: string
  readonly template: OwnServiceTemplate
  /** Where nothing else on the page says which one it is. */
  readonly named?: boolean
  readonly language: Language
}

/** The way back in one press; nothing where there is none. */
export function RestoreForm({ accountId, template, named, language }: RestoreFormProps) {
  const words = catalogue[language]
  if (!template.removed?.canComeBack) return null
  const label = named ? words.restoreNamed(template.name) : words.restore
  return <UndoBar action={restore} accountId={accountId} label={label} fields={{ template: template.id }} />
}
