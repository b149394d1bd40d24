import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ChooseAll } from '#components/ui/choose-all.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Profile } from '#db/pbx-extension/around.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { changeChosen } from './actions.ts'
import { words as catalogue } from './words.ts'

/** The form to which the boxes of the list belong. */
export const chosenForm = 'chosen'

interface ChosenFormProps {
  readonly accountId: string
  readonly profiles: readonly Profile[]
  readonly language: Language
}

/** What can be done with several extensions at once. */
export function ChosenForm({ accountId, profiles, language }: ChosenFormProps) {
  const words = catalogue[language]
  const labels = fieldLabels({ extension: words.chosen, profile: words.toProfile }, language)
  return (
    <Card className="chosen-bar">
      <Form action={changeChosen} id={chosenForm} label={words.chosen} labels={labels}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <ChooseAll form={chosenForm} name="extension" label={words.chooseAll} chosen={words.chosenCount} />
        <div className="chosen-acts">
          {profiles.length > 0 ? (
            <>
              <SelectField
                name="profile"
                label={words.toProfile}
                emptyLabel={words.noProfile}
                options={profiles.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SubmitButton variant="secondary" name="act" value="profile">
                {words.apply}
              </SubmitButton>
            </>
          ) : (
            <>
              <input type="hidden" name="profile" value="" />
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
