import { Once } from '#app/_server/once.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { Technician, WaitingJoin } from '#db/assignment/reads.ts'
import { partScopeText } from '#lib/access/scope-words.ts'
import type { Scope } from '#lib/access/scopes.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { assignmentPageWords } from '../assignment-page-words.ts'
import { deskWords } from '../words.ts'
import { answer, takeOff } from './assignment-actions.ts'

/** What every card about who works under an access knows. */
export interface OfAccess {
  readonly partnerId: string
  readonly grant: { readonly id: string; readonly accountName: string; readonly scope: Scope }
  /** The page of the access. */
  readonly own: string
  readonly language: Language
  readonly zone: string
}

interface WorkersCardProps extends OfAccess {
  /** The firm's desk. */
  readonly root: string
  readonly technicians: readonly (Technician & { readonly lastEntry: Date | null })[]
}

/** The technicians who work under an access, for the firm's administrators. */
export function WorkersCard({ technicians, ...shown }: WorkersCardProps) {
  const words = assignmentPageWords[shown.language]
  const assigned = technicians.filter(one => one.held)
  const assign = (
    <LinkButton href={`${shown.own}/assign`} variant="secondary">
      {words.assign}
    </LinkButton>
  )
  if (assigned.length === 0)
    return (
      <Card title={words.title} description={words.description}>
        <EmptyState title={words.none} actions={assign}>
          <p>{words.noneText}</p>
        </EmptyState>
      </Card>
    )
  return (
    <Card title={words.title} description={words.description} actions={assign} flush>
      <WorkersTable technicians={assigned} {...shown} />
    </Card>
  )
}

function WorkersTable({ technicians, grant, root, own, language, zone }: WorkersCardProps) {
  const words = assignmentPageWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  return (
    <Table
      caption={words.caption}
      hideCaption
      columns={[
        { id: 'person', label: words.person, rowHeading: true },
        { id: 'scope', label: words.scope },
        { id: 'until', label: words.until },
        { id: 'since', label: words.since },
        { id: 'entered', label: words.entered },
        { id: 'acts', label: words.acts, hideLabel: true, align: 'end' },
      ]}
      rows={technicians.flatMap(({ staffId, name, held, lastEntry }) =>
        held
          ? [
              {
                key: staffId,
                cells: {
                  person: <a href={`${root}/staff/${staffId}`}>{name}</a>,
                  scope: held.scope ? partScopeText(held.scope, grant.scope, language) : words.whole,
                  until: held.endsAt ? at(held.endsAt) : words.wholeTime,
                  since: <TwoLines first={at(held.since)} second={words.by(held.by)} />,
                  entered: lastEntry ? at(lastEntry) : words.never,
                  acts: (
                    <RowActions>
                      <LinkButton
                        href={`${own}/assign?staff=${staffId}`}
                        variant="quiet"
                        size="small"
                        label={words.change(name)}
                      >
                        {words.changeShort}
                      </LinkButton>
                      <LinkButton
                        href={`${own}?act=take-off&staff=${staffId}`}
                        variant="danger-quiet"
                        size="small"
                        label={words.takeOffOf(name)}
                      >
                        {words.takeOff}
                      </LinkButton>
                    </RowActions>
                  ),
                },
              },
            ]
          : [],
      )}
    />
  )
}

/** What stands between an administrator and taking somebody off. */
export function TakeOffCard({
  technician: { staffId, name },
  partnerId,
  grant,
  own,
  language,
}: OfAccess & { readonly technician: Technician }) {
  const words = assignmentPageWords[language]
  return (
    <Card title={words.takeOffOf(name)} tone="danger">
      <Form action={takeOff} label={words.takeOffOf(name)}>
        <Once />
        <input type="hidden" name="partner" value={partnerId} />
        <input type="hidden" name="grant" value={grant.id} />
        <input type="hidden" name="staff" value={staffId} />
        <ConfirmPanel
          statement={words.takeOffStatement(name, grant.accountName)}
          consequences={[words.takeOffOut, words.takeOffAgain]}
          actions={
            <>
              <CancelLink href={own} first>
                {deskWords[language].cancel}
              </CancelLink>
              <SubmitButton variant="danger">{words.takeOffOf(name)}</SubmitButton>
            </>
          }
        />
      </Form>
    </Card>
  )
}

/** One of the firm's technicians who waits to be assigned, with both answers. */
export function WaitingCard({
  ask,
  partnerId,
  own,
  language,
  zone,
}: OfAccess & { readonly ask: WaitingJoin }) {
  const words = assignmentPageWords[language]
  return (
    <Card title={words.asks(ask.name)} tone="highlight">
      <Facts
        items={[
          { term: words.asked, value: <When at={ask.at} zone={zone} language={language} /> },
          { term: words.reason, value: <span className="plain-text">{ask.reason}</span> },
        ]}
      />
      <Form
        action={answer}
        label={words.asks(ask.name)}
        className="form form-divided"
        labels={fieldLabels({ answer: words.answer }, language)}
      >
        <Once />
        <input type="hidden" name="partner" value={partnerId} />
        <input type="hidden" name="ask" value={ask.id} />
        <TextArea
          name="answer"
          label={words.answer}
          optional={deskWords[language].optional}
          hint={words.answerHint}
          rows={2}
        />
        <FormActions>
          <SubmitButton name="act" value="grant">
            {words.assign}
          </SubmitButton>
          <SubmitButton name="act" value="decline" variant="danger-quiet">
            {words.decline}
          </SubmitButton>
          <LinkButton href={`${own}/assign?staff=${ask.staffId}`} variant="quiet">
            {words.assignLess}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  )
}
