import { Once } from '#app/_server/once.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Dependant } from '#db/provider/dependants.ts'
import type { ProviderAct } from '#db/provider/grants.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from './access-words.ts'
import { isOwnLive } from './dependants-table.tsx'

const acts: readonly ProviderAct[] = ['suspend', 'resume', 'terminate']

/** What an address asks to be confirmed: one of the acts, on one of the grants that are shown; null where nothing. */
export function askedAct(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  dependants: readonly Dependant[],
) {
  const act = acts.find(one => one === query.act)
  const grant = dependants.find(one => one.id === query.grant && one.kind === 'grant' && isOwnLive(one))
  return act && grant ? { act, grantId: grant.id, partnerName: grant.partnerName } : null
}

export type AskedAct = NonNullable<ReturnType<typeof askedAct>>

interface ActFormProps {
  readonly asked: AskedAct
  readonly action: FormAction
  /** Where the grant is listed, as the action's form names it. */
  readonly shown: { readonly name: 'relationship' | 'account'; readonly id: string }
  readonly cancelHref: string
  readonly language: Language
}

/** What stands between the provider and one grant: to hold it, to let it go on, to end it. */
export function GrantActForm({ asked, action, shown, cancelHref, language }: ActFormProps) {
  const { act, grantId, partnerName } = asked
  const words = accessWords[language].confirm[act]
  return (
    <Form action={action} label={words.title}>
      <Once />
      <input type="hidden" name={shown.name} value={shown.id} />
      <input type="hidden" name="grant" value={grantId} />
      <input type="hidden" name="act" value={act} />
      <ConfirmPanel
        statement={words.statement(partnerName)}
        consequences={words.consequences}
        tone={act === 'terminate' ? 'danger' : 'warning'}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {accessWords[language].cancel}
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

interface ReasonFieldProps {
  readonly language: Language
  /** Where nothing can be done without it. */
  readonly needed?: boolean
  readonly value?: string
}

export function ReasonField({ language, needed = false, value }: ReasonFieldProps) {
  const words = accessWords[language]
  return (
    <TextArea
      name="reason"
      label={words.reason}
      optional={needed ? undefined : words.optional}
      hint={words.reasonHint}
      rows={2}
      defaultValue={value}
    />
  )
}
