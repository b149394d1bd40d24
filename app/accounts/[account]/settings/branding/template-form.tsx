import { Once } from '#app/_server/once.tsx'
import { SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import type { ServiceTemplate } from '#db/account/service-templates.ts'
import { type EndUserLevel, endUserLevels, endUserLevelsOf } from '#lib/access/products.ts'
import { longestSupportText, serviceTemplateFields, templateProducts } from '#lib/account/service-template.ts'
import { serviceTemplateWords } from '#lib/account/service-template-words.ts'
import { levelName, productName } from '#lib/account/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { add, edit } from './template-actions.ts'
import { words as catalogue } from './words.ts'

interface TemplateFormProps {
  readonly accountId: string
  /** The one that is changed; null = a new one. */
  readonly template: ServiceTemplate | null
  /** What the account has bought. */
  readonly products: readonly string[]
  readonly back: string
  readonly language: Language
}

/** The fields of a service template. A product that the account has no more is offered to nobody but its own templates. */
export function TemplateForm({ accountId, template, products, back, language }: TemplateFormProps) {
  const words = catalogue[language]
  const { field } = serviceTemplateWords[language]
  const bought = templateProducts(products)
  const offered = template && !bought.includes(template.product) ? [...bought, template.product] : bought
  const levels = endUserLevels.filter(level => offered.some(one => endUserLevelsOf(one).includes(level)))
  return (
    <Form
      action={template ? edit : add}
      label={template ? words.page : words.newTitle}
      labels={fieldLabels(field, language)}
    >
      <Once />
      <input type="hidden" name="account" value={accountId} />
      {template && (
        <>
          <input type="hidden" name="template" value={template.id} />
          <HiddenField name="shown" value={packed(serviceTemplateFields, template)} />
        </>
      )}
      <TextField
        name="name"
        label={field.name}
        hint={words.nameHint}
        defaultValue={template?.name}
        width="medium"
        required
      />
      <SelectField
        name="product"
        label={field.product}
        defaultValue={template?.product}
        options={offered.map(value => ({ value, label: productName(value, language) }))}
      />
      <FilledFields template={template} levels={levels} language={language} />
      <SaveActions save={words.saveTemplate} saving={words.saving} cancel={words.cancel} back={back} />
    </Form>
  )
}

interface FilledProps {
  readonly template: ServiceTemplate | null
  readonly levels: readonly EndUserLevel[]
  readonly language: Language
}

/** What a template fills in; each may stay empty. */
function FilledFields({ template, levels, language }: FilledProps) {
  const words = catalogue[language]
  const { field } = serviceTemplateWords[language]
  return (
    <>
      <TextField
        name="label"
        label={field.label}
        hint={words.labelHint}
        optional={words.optional}
        defaultValue={template?.label}
        width="medium"
      />
      <SelectField
        name="level"
        label={field.level}
        hint={words.levelHint}
        optional={words.optional}
        defaultValue={template?.level}
        emptyLabel={words.noLevel}
        options={levels.map(value => ({ value, label: levelName(value, language) }))}
        width="medium"
      />
      <TextArea
        name="supportText"
        label={field.supportText}
        hint={words.supportHint(wholeNumber(longestSupportText, language))}
        optional={words.optional}
        defaultValue={template?.supportText}
      />
    </>
  )
}
