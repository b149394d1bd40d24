import { Once } from '#app/_server/once.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { OwnGrant } from '#db/partner/grants.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../words.ts'
import { giveUp } from './actions.ts'
import { words as catalogue } from './words.ts'

interface GiveUpFormProps {
  readonly partner: { readonly id: string; readonly name: string }
  readonly grant: OwnGrant
  readonly cancelHref: string
  readonly language: Language
}

/** What stands between the firm and handing its key back; the same on the page and in the dialog. */
export function GiveUpForm({ partner, grant, cancelHref, language }: GiveUpFormProps) {
  const words = catalogue[language]
  const desk = deskWords[language]
  const out = grant.assigned.length > 0 ? [words.peopleOut(plainList(grant.assigned, language))] : []
  return (
    <Form action={giveUp} label={words.giveUpTitle}>
      <Once />
      <input type="hidden" name="partner" value={partner.id} />
      <input type="hidden" name="grant" value={grant.id} />
      <ConfirmPanel
        statement={words.giveUpStatement(grant.accountName, partner.name)}
        consequences={[...out, words.othersStay, words.askAgain]}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {desk.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{desk.giveUp}</SubmitButton>
          </>
        }
      >
        <TextArea
          name="reason"
          label={desk.reason}
          optional={desk.optional}
          hint={words.reasonHint}
          rows={2}
        />
      </ConfirmPanel>
    </Form>
  )
}
