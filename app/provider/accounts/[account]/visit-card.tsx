import { Once } from '#app/_server/once.tsx'
import { endVisit } from '#app/_server/visit-actions.ts'
import { TimeLeft } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { AccountAtDesk } from '#db/provider/account-page.ts'
import { longestReason, visitMinutes } from '#lib/account/visit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { lookIn } from '../actions.ts'
import { visitWords } from '../visit-words.ts'

interface Props {
  readonly account: AccountAtDesk
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** How support comes into an account: by saying why, for an hour; and that it is inside while that runs. */
export function VisitCard({ account, language, zone, now }: Props) {
  const { id, visit } = account
  const words = visitWords[language]
  if (visit) return <Running {...{ account, language, zone, now, visit }} />
  return (
    <Card title={words.title} description={words.text(visitMinutes)}>
      <Form action={lookIn} label={words.title} labels={fieldLabels({ reason: words.reason }, language)}>
        <Once />
        <input type="hidden" name="account" value={id} />
        <TextField
          name="reason"
          label={words.reason}
          hint={words.reasonHint(longestReason)}
          autoComplete="off"
          required
        />
        <FormActions>
          <SubmitButton>{words.submit}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}

function Running({
  account,
  visit,
  language,
  zone,
  now,
}: Props & { visit: { until: Date; reason: string } }) {
  const words = visitWords[language]
  return (
    <Card title={words.runningTitle}>
      <p>
        {words.runningUntil} <When at={visit.until} zone={zone} language={language} />
        {', '}
        <TimeLeft until={visit.until} now={now} language={language} kind="left" />.
      </p>
      <blockquote className="plain-text border-line-strong border-s-2 ps-2.5">{visit.reason}</blockquote>
      <Form action={endVisit} label={words.end}>
        <Once />
        <input type="hidden" name="account" value={account.id} />
        <FormActions>
          <LinkButton href={`/accounts/${account.slug}`}>{words.open}</LinkButton>
          <SubmitButton variant="secondary">{words.end}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
