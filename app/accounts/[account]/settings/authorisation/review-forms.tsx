import { Once } from '#app/_server/once.tsx'
import { ClientsField } from '#components/access/clients-field.tsx'
import { DurationFields } from '#components/access/duration-fields.tsx'
import type { Chosen } from '#components/access/giving-fields.tsx'
import { ScopeFields } from '#components/access/scope-fields.tsx'
import { accessWords } from '#components/access/words.ts'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { SeenRequest } from '#db/access-request/reads.ts'
import { choicesWithin, isScopeName, isScopePage } from '#lib/access/scopes.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { approve, ask, decline } from './actions.ts'
import { reviewWords } from './review-words.ts'

export interface ReviewFormsProps {
  readonly request: SeenRequest
  readonly account: { readonly id: string; readonly timeZone: string }
  readonly language: Language
  readonly cancelHref: string
  /** What had been chosen before the approver was asked to confirm who they are. */
  readonly chosen?: Chosen
}

/** Everything that an approver can answer: give (less), decline, ask. The same on the request's page and in the dialog. */
export function ReviewForms(props: ReviewFormsProps) {
  return (
    <div className="stack">
      <GiveForm {...props} />
      <DeclineForm {...props} />
      {props.request.state === 'pending' && <QuestionForm {...props} />}
    </div>
  )
}

function Hidden({ request, account }: Pick<ReviewFormsProps, 'request' | 'account'>) {
  return (
    <>
      <Once />
      <input type="hidden" name="account" value={account.id} />
      <input type="hidden" name="request" value={request.id} />
    </>
  )
}

function labelsOf(language: Language) {
  const { question, reason } = reviewWords[language]
  const { duration, until, scope, pages, clients } = accessWords[language]
  return fieldLabels({ duration, until, scope, pages, clients, question, reason }, language)
}

function GiveForm({ request, account, language, cancelHref, chosen }: ReviewFormsProps) {
  const words = reviewWords[language]
  const { names, pages } = choicesWithin(request.scope)
  const scope =
    chosen?.scope && isScopeName(chosen.scope) && names.includes(chosen.scope)
      ? chosen.scope
      : request.scope.name
  const defaultPages = chosen?.pages?.filter(isScopePage) ?? request.scope.pages
  return (
    <Form action={approve} label={words.give} className="form" labels={labelsOf(language)}>
      <Hidden request={request} account={account} />
      <p className="form-note">{request.startsAt ? words.giveTextLater : words.giveText}</p>
      <DurationFields
        language={language}
        zone={account.timeZone}
        longestHours={request.longestHours}
        defaultValue={chosen?.duration}
        defaultUntil={chosen?.until}
      />
      <ScopeFields
        language={language}
        names={names}
        pages={pages}
        defaultName={scope}
        defaultPages={defaultPages}
      />
      {request.clients && (
        <ClientsField clients={request.clients} defaultChecked={chosen?.clients} language={language} />
      )}
      <FormActions sticky>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
        <CancelLink href={cancelHref}>{words.cancel}</CancelLink>
      </FormActions>
    </Form>
  )
}

function DeclineForm({ request, account, language }: ReviewFormsProps) {
  const words = reviewWords[language]
  return (
    <Form action={decline} label={words.decline} className="form form-divided" labels={labelsOf(language)}>
      <Hidden request={request} account={account} />
      <h3 className="section-title">{words.declineTitle}</h3>
      <p className="form-note">{words.declineText(request.partnerName)}</p>
      <TextArea name="reason" label={words.reason} optional={words.optional} rows={2} />
      <FormActions>
        <SubmitButton variant="danger-quiet">{words.decline}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function QuestionForm({ request, account, language }: ReviewFormsProps) {
  const words = reviewWords[language]
  // What is refused is told outside of what folds, where it is seen without JavaScript, too.
  return (
    <Form action={ask} label={words.askTitle} className="form form-divided" labels={labelsOf(language)}>
      <Hidden request={request} account={account} />
      <details className="disclosure">
        <summary>{words.askTitle}</summary>
        <div className="form">
          <TextArea name="question" label={words.question} hint={words.askText} rows={2} required />
          <FormActions>
            <SubmitButton variant="secondary">{words.ask}</SubmitButton>
          </FormActions>
        </div>
      </details>
    </Form>
  )
}
