import { Once } from '#app/_server/once.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Dependant, Relationship } from '#db/provider/relationships.ts'
import type { Language } from '#lib/language.ts'
import { changeAccess, end } from './actions.ts'
import { endWords } from './end-words.ts'
import { words as catalogue } from './words.ts'

interface EndFormProps {
  readonly relationship: Relationship
  readonly dependants: readonly Dependant[]
  readonly cancelHref: string
  readonly language: Language
}

/** What stands between the provider and ending a relationship: what exactly ends, and that nothing of it comes back. */
export function EndForm({ relationship, dependants, cancelHref, language }: EndFormProps) {
  const words = endWords[language]
  const { partnerName, accountName, grants, requests } = relationship
  const staying = dependants.filter(one => !one.hangs).length
  return (
    <Form action={end} label={words.title}>
      <Once />
      <input type="hidden" name="relationship" value={relationship.id} />
      <ConfirmPanel
        statement={words.statement(partnerName, accountName)}
        consequences={[
          words.grantsEnd(grants),
          words.requestsEnd(requests),
          ...(staying > 0 ? [words.stays(staying)] : []),
          words.revivesNothing,
          words.told,
        ]}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {catalogue[language].cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words.submit}</SubmitButton>
          </>
        }
      >
        <ReasonField language={language} />
      </ConfirmPanel>
    </Form>
  )
}

export type ProviderAct = 'suspend' | 'resume' | 'terminate'

interface ActFormProps {
  readonly act: ProviderAct
  readonly grantId: string
  readonly relationship: Pick<Relationship, 'id' | 'partnerName'>
  readonly cancelHref: string
  readonly language: Language
}

/** The same for one grant: to hold it, to let it go on, to end it. */
export function GrantActForm({ act, grantId, relationship, cancelHref, language }: ActFormProps) {
  const words = endWords[language].act[act]
  return (
    <Form action={changeAccess} label={words.title}>
      <Once />
      <input type="hidden" name="relationship" value={relationship.id} />
      <input type="hidden" name="grant" value={grantId} />
      <input type="hidden" name="act" value={act} />
      <ConfirmPanel
        statement={words.statement(relationship.partnerName)}
        consequences={words.consequences}
        tone={act === 'terminate' ? 'danger' : 'warning'}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {catalogue[language].cancel}
            </CancelLink>
            <SubmitButton variant={act === 'terminate' ? 'danger' : 'primary'}>{words.submit}</SubmitButton>
          </>
        }
      >
        {act !== 'resume' && <ReasonField language={language} />}
      </ConfirmPanel>
    </Form>
  )
}

function ReasonField({ language }: { language: Language }) {
  const words = catalogue[language]
  return (
    <TextArea
      name="reason"
      label={words.reason}
      optional={words.optional}
      hint={endWords[language].reasonHint}
      rows={2}
    />
  )
}
