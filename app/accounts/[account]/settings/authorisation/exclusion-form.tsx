import { Once } from '#app/_server/once.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { ReachingFirm } from '#db/exclusion/reads.ts'
import type { ExclusionAct } from '#lib/exclusion/exclusion.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { exclusion } from './exclusion-actions.ts'
import { reachingWords } from './reaching-words.ts'

interface ExclusionFormProps {
  readonly act: ExclusionAct
  readonly firm: ReachingFirm
  readonly account: { readonly id: string; readonly parentName: string | null }
  readonly cancelHref: string
  readonly language: Language
}

/** What stands between an approver of a client account and its exclusion: for what it holds, and who hears of it. */
export function ExclusionForm({ act, firm, account, cancelHref, language }: ExclusionFormProps) {
  const words = reachingWords[language]
  const parent = account.parentName ?? ''
  const excludes = act === 'exclude'
  const submit = excludes ? words.excludeThis : words.includeThis
  return (
    <Form action={exclusion} label={submit} labels={fieldLabels({ reason: words.reason }, language)}>
      <Once />
      <input type="hidden" name="account" value={account.id} />
      <input type="hidden" name="partner" value={firm.partnerId} />
      <input type="hidden" name="act" value={act} />
      <ConfirmPanel
        statement={(excludes ? words.excludeStatement : words.includeStatement)(firm.name, parent)}
        consequences={(excludes ? words.excludeConsequences : words.includeConsequences)(parent)}
        tone={excludes ? 'danger' : 'warning'}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant={excludes ? 'danger' : 'primary'}>{submit}</SubmitButton>
          </>
        }
      >
        <TextArea
          name="reason"
          label={words.reason}
          optional={words.optional}
          hint={words.reasonHint}
          rows={2}
        />
      </ConfirmPanel>
    </Form>
  )
}
