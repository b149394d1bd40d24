import { Once } from '#app/_server/once.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { accept, decline } from './actions.ts'
import { words as catalogue } from './words.ts'

interface AnswerFormsProps {
  readonly partnerId: string
  readonly invitation: { readonly id: string; readonly accountName: string; readonly inviterDecides: boolean }
  readonly language: Language
}

/** Yes or no, for an administrator of the firm. What can't be accepted any more can still be declined. */
export function AnswerForms({ partnerId, invitation, language }: AnswerFormsProps) {
  const words = catalogue[language]
  const hidden = (
    <>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="invitation" value={invitation.id} />
    </>
  )
  return (
    <div className="stack">
      {invitation.inviterDecides && (
        <Form action={accept} label={words.acceptTitle} className="form">
          {hidden}
          <p className="form-note">{words.acceptText}</p>
          <FormActions>
            <SubmitButton pendingLabel={words.accepting}>{words.accept}</SubmitButton>
          </FormActions>
        </Form>
      )}
      <Form
        action={decline}
        label={words.declineTitle}
        className={invitation.inviterDecides ? 'form form-divided' : 'form'}
        labels={fieldLabels({ reason: words.reason }, language)}
      >
        {hidden}
        <h3 className="section-title">{words.declineTitle}</h3>
        <p className="form-note">{words.declineText(invitation.accountName)}</p>
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          optional={words.optional}
          rows={2}
        />
        <FormActions>
          <SubmitButton variant="danger-quiet">{words.decline}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  )
}
