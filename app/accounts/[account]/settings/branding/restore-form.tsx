import { Once } from '#app/_server/once.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
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
  return (
    <Form action={restore} label={label}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="template" value={template.id} />
      <div>
        <SubmitButton variant="secondary" icon={<Icon name="history" />}>
          {label}
        </SubmitButton>
      </div>
    </Form>
  )
}
