import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from './access-words.ts'
import { ReasonField } from './grant-act-form.tsx'

interface ClosingFormProps {
  readonly action: FormAction
  /** What is closed, as the action's form names it. */
  readonly of: { readonly name: 'account' | 'partner'; readonly id: string }
  readonly title: string
  readonly statement: string
  readonly consequences: readonly string[]
  readonly submit: string
  readonly cancelHref: string
  /** What was typed before whoever closes was asked who they are. */
  readonly reason: unknown
  readonly language: Language
}

/** What stands between the provider and closing an account or a firm for good. */
export function ClosingForm(props: ClosingFormProps) {
  const { action, of, title, statement, consequences, submit, cancelHref, reason, language } = props
  const words = accessWords[language]
  return (
    <Card tone="danger">
      <Form action={action} label={title} labels={fieldLabels({ reason: words.reason }, language)}>
        <Once />
        <input type="hidden" name={of.name} value={of.id} />
        <ConfirmPanel
          statement={statement}
          consequences={consequences}
          actions={
            <>
              <CancelLink href={cancelHref} first>
                {words.cancel}
              </CancelLink>
              <SubmitButton variant="danger">{submit}</SubmitButton>
            </>
          }
        >
          <ReasonField
            language={language}
            needed
            value={typeof reason === 'string' ? reason.slice(0, 1000) : ''}
          />
        </ConfirmPanel>
      </Form>
    </Card>
  )
}
