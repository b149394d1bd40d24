import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ChooseAll } from '#components/ui/choose-all.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { ListedGroup } from '#db/phonebook/reads.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { changeChosen } from './actions.ts'
import { words as catalogue } from './words.ts'

/** The form to which the boxes of the list belong. */
export const chosenForm = 'chosen'

interface ChosenFormProps {
  readonly accountId: string
  readonly groups: readonly ListedGroup[]
  readonly language: Language
}

/** What can be done with several contacts at once. */
export function ChosenForm({ accountId, groups, language }: ChosenFormProps) {
  const words = catalogue[language]
  const labels = fieldLabels({ contact: words.chosen, group: words.toGroup }, language)
  return (
    <Card className="chosen-bar">
      <Form action={changeChosen} id={chosenForm} label={words.chosen} labels={labels}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <ChooseAll form={chosenForm} name="contact" label={words.chooseAll} chosen={words.chosenCount} />
        <div className="chosen-acts">
          {groups.length > 0 ? (
            <>
              <SelectField
                name="group"
                label={words.toGroup}
                emptyLabel={words.noGroup}
                options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SubmitButton variant="secondary" name="act" value="group">
                {words.putIn}
              </SubmitButton>
            </>
          ) : (
            <>
              <input type="hidden" name="group" value="" />
              <p>{words.chosen}</p>
            </>
          )}
          <SubmitButton variant="danger-quiet" name="act" value="remove">
            {words.takeAway}
          </SubmitButton>
        </div>
        <p className="field-hint">{words.chosenHint}</p>
      </Form>
    </Card>
  )
}
