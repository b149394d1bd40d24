import { Once } from '#app/_server/once.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { OwnRequest } from '#db/access-request/partner-reads.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../words.ts'
import { answer, withdraw } from './actions.ts'
import { words as catalogue } from './words.ts'

interface FormProps {
  readonly partnerId: string
  readonly request: Pick<OwnRequest, 'id' | 'accountName'>
  readonly language: Language
}

function Hidden({ partnerId, request }: FormProps) {
  return (
    <>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="request" value={request.id} />
    </>
  )
}

export function AnswerForm(props: FormProps) {
  const words = catalogue[props.language]
  return (
    <Form
      action={answer}
      label={words.answerTitle}
      labels={fieldLabels({ answer: words.answer }, props.language)}
    >
      <Hidden {...props} />
      <TextArea name="answer" label={words.answer} hint={words.answerText} rows={4} required />
      <FormActions>
        <SubmitButton pendingLabel={words.sending}>{words.sendAnswer}</SubmitButton>
      </FormActions>
    </Form>
  )
}

/** What stands between the firm and taking its request back; the same on the page and in the dialog. */
export function WithdrawForm(props: FormProps & { readonly cancelHref: string }) {
  const { request, language, cancelHref } = props
  const words = catalogue[language]
  const desk = deskWords[language]
  return (
    <Form action={withdraw} label={words.withdrawTitle}>
      <Hidden {...props} />
      <ConfirmPanel
        tone="warning"
        statement={words.withdrawStatement(request.accountName)}
        consequences={words.withdrawConsequences}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {desk.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{desk.withdraw}</SubmitButton>
          </>
        }
      />
    </Form>
  )
}
