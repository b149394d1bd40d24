import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { DeskAsk } from '#db/designation/desk.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from '../../access-words.ts'
import { designationWords } from '../../designation-words.ts'
import { answer } from './actions.ts'

interface AnswerFormsProps {
  readonly ask: DeskAsk
  readonly cancelHref: string
  readonly language: Language
}

/** Both answers: the access ends, or it stays and the account reads why. */
export function AnswerForms({ ask, cancelHref, language }: AnswerFormsProps) {
  const words = designationWords[language]
  const labels = fieldLabels({ reason: words.reason }, language)
  return (
    <>
      <Card title={words.end} tone="danger">
        <Form action={answer} label={words.end} labels={labels}>
          <Hidden ask={ask} says="end" />
          <ConfirmPanel
            statement={words.endStatement(ask.partnerName)}
            consequences={words.endConsequences}
            actions={
              <>
                <CancelLink href={cancelHref} first>
                  {words.cancel}
                </CancelLink>
                <SubmitButton variant="danger">{words.end}</SubmitButton>
              </>
            }
          >
            <TextArea
              name="reason"
              label={words.reason}
              optional={words.optional}
              hint={accessWords[language].reasonHint}
              rows={2}
            />
          </ConfirmPanel>
        </Form>
      </Card>
      <Card title={words.keepTitle} description={words.keepText}>
        <Form action={answer} label={words.keep} className="form" labels={labels}>
          <Hidden ask={ask} says="keep" />
          <TextArea name="reason" label={words.reason} hint={words.keepHint} rows={2} required />
          <FormActions>
            <SubmitButton variant="secondary">{words.keep}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </>
  )
}

function Hidden({ ask, says }: { readonly ask: DeskAsk; readonly says: 'end' | 'keep' }) {
  return (
    <>
      <Once />
      <input type="hidden" name="ask" value={ask.id} />
      <input type="hidden" name="answer" value={says} />
    </>
  )
}
