import { Card } from '#components/ui/card.tsx'
import { ChooseAll } from '#components/ui/choose-all.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { moduleName } from '#lib/access/place-words.ts'
import type { Module } from '#lib/access/roles.ts'
import type { Language } from '#lib/language.ts'
import { severalFormId } from './user-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly list: string
  readonly offers: readonly Module[]
  readonly language: Language
}

/** What to do with those who are ticked in the table; leads to the page that shows what comes of it. */
export function SeveralForm({ list, offers, language }: Props) {
  const words = catalogue[language]
  const switches = offers.flatMap(module => [
    { value: `on.${module}`, label: words.on(moduleName(module, language)) },
    { value: `off.${module}`, label: words.off(moduleName(module, language)) },
  ])
  return (
    <Card title={words.several}>
      <form id={severalFormId} method="get" action={`${list}/several`} className="form">
        <ChooseAll form={severalFormId} name="people" label={words.chooseAll} chosen={words.chosenCount} />
        <SelectField
          name="what"
          label={words.what}
          hint={words.previewText}
          options={[...switches, { value: 'remove', label: words.remove }]}
          width="medium"
        />
        <FormActions>
          <button type="submit" className="button" data-variant="secondary">
            {words.preview}
          </button>
        </FormActions>
      </form>
    </Card>
  )
}
