import { Once } from '#app/_server/once.tsx'
import { When } from '#components/time/when.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { ListedGrant } from '#db/grant/reads.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { mayAskAgainFrom } from '#lib/grant/designation.ts'
import type { Language } from '#lib/language.ts'
import { askToEnd } from './designation-actions.ts'
import { designationWords } from './designation-words.ts'
import { reviewWords } from './review-words.ts'

interface DesignatedProps {
  readonly grant: ListedGrant
  readonly account: { readonly id: string; readonly providerName: string }
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** An ask that waits for its answer, or from when another one can be sent; else the way is free. */
function standing({ lastAsk }: ListedGrant, now: Date) {
  if (lastAsk?.state === 'waiting') return { waiting: lastAsk } as const
  const from = lastAsk?.state === 'kept' ? mayAskAgainFrom(lastAsk.answeredAt, now) : null
  return from ? ({ from } as const) : 'free'
}

const reasonId = 'set-by-provider'

/** In place of what ends an access: the control that is off and says why, and the way to the provider. */
export function DesignatedActs({
  grant,
  own,
  language,
  now,
}: Omit<DesignatedProps, 'account' | 'zone'> & { readonly own: string }) {
  return (
    <>
      <Button variant="danger-quiet" disabled aria-describedby={reasonId}>
        {reviewWords[language].revoke}
      </Button>
      {standing(grant, now) === 'free' && (
        <LinkButton href={`${own}?act=ask`} variant="primary">
          {designationWords[language].ask}
        </LinkButton>
      )}
    </>
  )
}

/** Who set it, why, and how the account's ask to end it stands. */
export function DesignatedCard({ grant, account, language, zone, now }: DesignatedProps) {
  const words = designationWords[language]
  const { providerName } = account
  const { lastAsk, designationReason } = grant
  const stands = standing(grant, now)
  const said = (text: string) => <span className="plain-text">{text}</span>
  const items: Fact[] = [
    { term: words.setBy(providerName), value: words.setByPerson(grant.approvedBy, providerName) },
    ...(designationReason ? [{ term: words.reason, value: said(designationReason) }] : []),
    ...(lastAsk && lastAsk.state !== 'lapsed' && lastAsk.reason
      ? [{ term: words.askedWith(lastAsk.askedBy), value: said(lastAsk.reason) }]
      : []),
    ...(lastAsk?.state === 'kept' ? [{ term: words.answer(providerName), value: said(lastAsk.answer) }] : []),
  ]
  return (
    <Card title={words.setBy(providerName)}>
      <p id={reasonId}>{words.why(providerName)}</p>
      {stands !== 'free' && 'waiting' in stands && (
        <Notice tone="info">{words.waiting(stands.waiting.askedBy, providerName)}</Notice>
      )}
      {lastAsk?.state === 'kept' && (
        <Notice tone="info">
          {words.kept(lastAsk.answeredBy ?? providerName, providerName)}{' '}
          {stands !== 'free' && 'from' in stands && (
            <>
              {words.again} <When at={stands.from} zone={zone} language={language} />
            </>
          )}
        </Notice>
      )}
      <Facts items={items} />
    </Card>
  )
}

/** What stands between an approver and the ask: what it does and what not, a reason if they give one. */
export function AskForm({
  grant,
  account,
  cancelHref,
  language,
}: Omit<DesignatedProps, 'zone' | 'now'> & { readonly cancelHref: string }) {
  const words = designationWords[language]
  return (
    <Form action={askToEnd} label={words.ask} labels={fieldLabels({ reason: words.yourReason }, language)}>
      <Once />
      <input type="hidden" name="account" value={account.id} />
      <input type="hidden" name="grant" value={grant.id} />
      <ConfirmPanel
        statement={words.askStatement(account.providerName)}
        consequences={words.askConsequences}
        tone="warning"
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton>{words.send}</SubmitButton>
          </>
        }
      >
        <TextArea
          name="reason"
          label={words.yourReason}
          optional={words.optional}
          hint={words.reasonHint}
          rows={2}
        />
      </ConfirmPanel>
    </Form>
  )
}
