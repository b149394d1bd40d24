import { Card } from '#components/ui/card.tsx'
import { ChooseAll } from '#components/ui/choose-all.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { Once } from './once.tsx'

/** The form to which the boxes of a list belong. */
export const chosenForm = 'chosen'

interface ChosenBarProps {
  readonly action: Parameters<typeof Form>[0]['action']
  readonly accountId: string
  /** Field of the boxes. */
  readonly boxes: string
  readonly words: {
    readonly chosen: string
    readonly chooseAll: string
    readonly chosenCount: string
    readonly chosenHint: string
    readonly takeAway: string
  }
  /** What the chosen ones can be put into: its field, which is also the act, and what there is of it. */
  readonly into: {
    readonly field: string
    readonly label: string
    readonly none: string
    readonly put: string
    readonly options: readonly { readonly id: string; readonly name: string }[]
  }
  readonly language: Language
}

/** What can be done with several of a list at once: put them into something, or remove them. */
export function ChosenBar({ action, accountId, boxes, words, into, language }: ChosenBarProps) {
  const labels = fieldLabels({ [boxes]: words.chosen, [into.field]: into.label }, language)
  return (
    <Card className="chosen-bar">
      <Form action={action} id={chosenForm} label={words.chosen} labels={labels}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <ChooseAll form={chosenForm} name={boxes} label={words.chooseAll} chosen={words.chosenCount} />
        <div className="chosen-acts">
          {into.options.length > 0 ? (
            <>
              <SelectField
                name={into.field}
                label={into.label}
                emptyLabel={into.none}
                options={into.options.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SubmitButton variant="secondary" name="act" value={into.field}>
                {into.put}
              </SubmitButton>
            </>
          ) : (
            <>
              <input type="hidden" name={into.field} value="" />
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
