import { Once } from '#app/_server/once.tsx'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import type { OwnJoin } from '#db/assignment/reads.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { assignmentWords } from '#lib/grant/assignment-words.ts'
import { assignmentPageWords } from '../assignment-page-words.ts'
import { deskWords } from '../words.ts'
import { join, withdrawOwn } from './assignment-actions.ts'
import type { OfAccess } from './assignment-card.tsx'

/** A technician who is not assigned asks for it, or sees what came of that. */
export function JoinCards({ latest, ...shown }: OfAccess & { readonly latest: OwnJoin | null }) {
  const waits = latest?.state === 'waiting'
  return (
    <>
      {latest && <OwnJoinCard latest={latest} {...shown} />}
      {!waits && <JoinCard {...shown} />}
    </>
  )
}

function OwnJoinCard({ latest, partnerId, language, zone }: OfAccess & { readonly latest: OwnJoin }) {
  const words = assignmentPageWords[language]
  const waits = latest.state === 'waiting'
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const { decidedAt, decidedBy } = latest
  return (
    <Card title={words.own} tone={waits ? 'highlight' : 'plain'}>
      <Facts
        items={[
          {
            term: words.state,
            value: (
              <Badge tone={waits ? 'info' : 'neutral'}>{assignmentWords[language].state[latest.state]}</Badge>
            ),
          },
          { term: words.asked, value: at(latest.at) },
          { term: words.reason, value: <span className="plain-text">{latest.reason}</span> },
          ...(decidedAt
            ? [{ term: words.answered, value: <TwoLines first={at(decidedAt)} second={decidedBy} /> }]
            : []),
          ...(latest.answer
            ? [{ term: words.said, value: <span className="plain-text">{latest.answer}</span> }]
            : []),
        ]}
      />
      {waits && (
        <Form action={withdrawOwn} label={deskWords[language].withdraw} className="form form-divided">
          <Once />
          <input type="hidden" name="partner" value={partnerId} />
          <input type="hidden" name="ask" value={latest.id} />
          <FormActions>
            <SubmitButton variant="danger-quiet">{deskWords[language].withdraw}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}

function JoinCard({ partnerId, grant, language }: OfAccess) {
  const words = assignmentPageWords[language]
  return (
    <Card title={words.join} description={words.joinText}>
      <Form
        action={join}
        label={words.join}
        className="form"
        labels={fieldLabels({ reason: words.reason }, language)}
      >
        <Once />
        <input type="hidden" name="partner" value={partnerId} />
        <input type="hidden" name="grant" value={grant.id} />
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} required />
        <FormActions>
          <SubmitButton>{words.join}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
