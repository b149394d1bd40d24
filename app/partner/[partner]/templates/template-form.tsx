import { Once } from '#app/_server/once.tsx'
import { AskedFields } from '#components/access/asked-fields.tsx'
import { accessWords } from '#components/access/words.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import type { Template } from '#db/access-request/templates.ts'
import { longestReason } from '#lib/access-request/asking-form.ts'
import { templateFields, templateValues } from '#lib/access-request/template.ts'
import { templateWords } from '#lib/access-request/template-words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { add, edit } from './actions.ts'
import { words as catalogue } from './words.ts'

interface TemplateFormProps {
  readonly partnerId: string
  /** The one that is changed; null = a new one. */
  readonly template: Template | null
  /** What a new one begins with. */
  readonly like?: Template | undefined
  /** The provider's limit in hours; null = none. */
  readonly longestHours: number | null
  readonly back: string
  readonly language: Language
}

/** The fields of a request that is kept ready-made: the same as of the request itself, and a name. */
export function TemplateForm({ partnerId, template, like, longestHours, back, language }: TemplateFormProps) {
  const words = catalogue[language]
  const { field } = templateWords[language]
  const first = template ?? like
  return (
    <Form
      action={template ? edit : add}
      label={template ? words.page : words.newTitle}
      labels={labelsOf(language)}
    >
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      {template && (
        <>
          <input type="hidden" name="template" value={template.id} />
          <HiddenField name="shown" value={packed(templateFields, templateValues(template))} />
        </>
      )}
      <TextField name="name" label={words.name} hint={words.nameHint} defaultValue={first?.name} required />
      <AskedFields
        first={first}
        label={field.reason}
        hint={words.reasonHint(wholeNumber(longestReason, language))}
        longestHours={longestHours}
        language={language}
      />
      <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={back} />
    </Form>
  )
}

function labelsOf(language: Language) {
  const { field } = templateWords[language]
  const { until, pages } = accessWords[language]
  return fieldLabels({ ...field, pages, until }, language)
}
