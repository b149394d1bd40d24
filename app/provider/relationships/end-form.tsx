import { Once } from '#app/_server/once.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Dependant } from '#db/provider/dependants.ts'
import type { Relationship } from '#db/provider/relationships.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from '../access-words.ts'
import { ReasonField } from '../grant-act-form.tsx'
import { end } from './actions.ts'
import { endWords } from './end-words.ts'

interface EndFormProps {
  readonly relationship: Relationship
  readonly dependants: readonly Dependant[]
  readonly cancelHref: string
  readonly language: Language
}

/** What stands between the provider and ending a relationship: what exactly ends, and that nothing of it comes back. */
export function EndForm({ relationship, dependants, cancelHref, language }: EndFormProps) {
  const words = endWords[language]
  const { partnerName, accountName, grants, requests, invitations, extensions } = relationship
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
          ...(invitations > 0 ? [accessWords[language].invitationsEnd(invitations)] : []),
          ...(extensions > 0 ? [accessWords[language].extensionsEnd(extensions)] : []),
          ...(staying > 0 ? [words.stays(staying)] : []),
          words.revivesNothing,
          words.told,
        ]}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {accessWords[language].cancel}
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
