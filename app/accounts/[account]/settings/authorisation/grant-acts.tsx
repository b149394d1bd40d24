import { Once } from '#app/_server/once.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { SeenAccount } from '#db/authority.ts'
import { type ListedGrant, mostFirms, type RevocableFirm } from '#db/grant/reads.ts'
import { plainList } from '#lib/format.ts'
import type { GrantAct } from '#lib/grant/grant.ts'
import type { Language } from '#lib/language.ts'
import { changeAccess, revokeEverything } from './actions.ts'
import { reviewWords } from './review-words.ts'

/** What the account's side does to a grant. */
export type AccountAct = Extract<GrantAct, 'revoke' | 'suspend' | 'resume'>

interface ActFormProps {
  readonly act: AccountAct
  readonly grant: Pick<ListedGrant, 'id' | 'partnerName' | 'people' | 'state' | 'reachesClients'>
  readonly accountId: string
  readonly language: Language
  readonly cancelHref: string
}

/** What stands between an approver and the change of a grant: the consequence, a reason, the button that says it. */
export function ActForm({ act, grant, accountId, language, cancelHref }: ActFormProps) {
  const words = reviewWords[language]
  const { partnerName, people, state, reachesClients } = grant
  const out = state === 'active' && people.length > 0 ? [words.peopleOut(plainList(people, language))] : []
  const clients = reachesClients ? [words.clientsToo] : []
  const telling = {
    revoke: {
      statement: words.revokeStatement(partnerName),
      consequences: [...out, ...clients, words.askAgain],
    },
    suspend: {
      statement: words.suspendStatement(partnerName),
      consequences: [...out, ...clients, words.endStays],
    },
    resume: { statement: words.resumeStatement(partnerName), consequences: [...clients, words.endStays] },
  }[act]
  return (
    <Form action={changeAccess} label={words[act]}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="grant" value={grant.id} />
      <input type="hidden" name="act" value={act} />
      <ConfirmPanel
        {...telling}
        tone={act === 'revoke' ? 'danger' : 'warning'}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant={act === 'revoke' ? 'danger' : 'primary'}>{words[act]}</SubmitButton>
          </>
        }
      >
        {act !== 'resume' && (
          <TextArea name="reason" label={words.reason} optional={words.optional} rows={2} />
        )}
      </ConfirmPanel>
    </Form>
  )
}

interface RevokeAllFormProps extends Pick<ActFormProps, 'language' | 'cancelHref'> {
  readonly account: Pick<SeenAccount, 'id'>
  /** The one firm whose access ends; null = all partners'. */
  readonly partner: string | null
  /** Whom it puts out. */
  readonly firms: readonly RevocableFirm[]
  /** What is not over by it, in sentences. */
  readonly stays: readonly string[]
}

export function RevokeAllForm(props: RevokeAllFormProps) {
  const { partner, firms, stays, account, language, cancelHref } = props
  const words = reviewWords[language]
  const isWhole = firms.length <= mostFirms
  const names = isWhole
    ? plainList(
        firms.map(firm => firm.name),
        language,
      )
    : ''
  const out = (isWhole ? firms : []).flatMap(firm =>
    firm.people.length > 0 ? [words.peopleOfFirm(firm.name, plainList(firm.people, language))] : [],
  )
  return (
    <Form action={revokeEverything} label={words.revokeAll}>
      <Once />
      <input type="hidden" name="account" value={account.id} />
      <input type="hidden" name="partner" value={partner ?? ''} />
      <ConfirmPanel
        statement={
          partner || firms.length === 1 ? words.revokeStatement(names) : words.revokeAllStatement(names)
        }
        consequences={[
          ...out,
          ...(out.length > 0 || !isWhole ? [words.putOut] : []),
          words.askAgain,
          ...stays,
        ]}
        actions={
          <>
            <CancelLink href={cancelHref} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words.revokeAll}</SubmitButton>
          </>
        }
      >
        <TextArea name="reason" label={words.reason} optional={words.optional} rows={2} />
      </ConfirmPanel>
    </Form>
  )
}
