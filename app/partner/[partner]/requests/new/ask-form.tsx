import { Once } from '#app/_server/once.tsx'
import { DurationFields } from '#components/access/duration-fields.tsx'
import { ScopeFields } from '#components/access/scope-fields.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { DateTimeField, SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type AskableAccount, type AskingChoices, mostAskable } from '#db/access-request/partner-reads.ts'
import { type ScopeName, scopePages } from '#lib/access/scopes.ts'
import { type Duration, durationChoices, formatDuration } from '#lib/duration.ts'
import type { Language } from '#lib/language.ts'
import { ask } from '../actions.ts'
import { askWords } from '../ask-words.ts'
import { CodeDetails } from './code-details.tsx'

/** The least harmful first; what is picked piece by piece last, with its pieces behind it. */
const order: readonly ScopeName[] = ['read-only', 'services', 'people', 'full', 'chosen']

interface AskFormProps {
  readonly partnerId: string
  readonly choices: AskingChoices
  /** The slug of the account that is chosen already. */
  readonly chosen: string | undefined
  /** The field for a request code stands open. */
  readonly byCode: boolean
  readonly cancelHref: string
  /** The reader's zone, in which a start is meant. */
  readonly zone: string
  readonly language: Language
}

/** The form that asks. What is preselected is the least harmful: to read, for 24 hours. */
export function AskForm(props: AskFormProps) {
  const { partnerId, choices, cancelHref, zone, language } = props
  const words = askWords[language]
  const { again, longestHours } = choices
  return (
    <Form action={ask} label={words.title}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <AccountFields {...props} />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        rows={4}
        maxLength={2000}
        defaultValue={again?.reason}
        required
      />
      <ScopeFields
        language={language}
        names={order}
        pages={scopePages}
        defaultName={again?.scope.name ?? 'read-only'}
        defaultPages={again?.scope.pages ?? []}
        reader="asker"
      />
      <DurationFields
        language={language}
        zone={null}
        longestHours={longestHours}
        {...durationAgain(again?.duration)}
      />
      <TextField
        name="ticket"
        label={words.ticket}
        optional={words.optional}
        defaultValue={again?.ticket}
        maxLength={60}
        width="medium"
      />
      <DateTimeField
        name="starts"
        label={words.starts}
        optional={words.optional}
        hint={words.startsHint(zone)}
      />
      <FormActions>
        <SubmitButton pendingLabel={words.sending}>{words.send}</SubmitButton>
        <CancelLink href={cancelHref}>{words.cancel}</CancelLink>
      </FormActions>
    </Form>
  )
}

function AccountFields({ choices, chosen, byCode, language }: AskFormProps) {
  const words = askWords[language]
  const { accounts } = choices
  const hint =
    accounts.length === 0
      ? words.noneListed
      : accounts.length < mostAskable
        ? words.accountHint
        : words.someListed(mostAskable)
  return (
    <>
      <SelectField
        name="account"
        label={words.account}
        hint={hint}
        options={options(accounts)}
        defaultValue={chosen}
        emptyLabel={words.chooseAccount}
      />
      <CodeDetails summary={words.codeSummary} open={byCode}>
        <TextField
          name="requestCode"
          label={words.code}
          optional={words.optional}
          hint={accounts.length > 0 ? `${words.codeHint} ${words.codeNeedsEmpty}` : words.codeHint}
          maxLength={60}
          width="medium"
          plain
        />
      </CodeDetails>
    </>
  )
}

/** Two accounts of one name are told apart by their addresses. */
function options(accounts: readonly AskableAccount[]) {
  return accounts.map(({ slug, name }) => {
    const twin = accounts.some(other => other.name === name && other.slug !== slug)
    return { value: slug, label: twin ? `${name} (${slug})` : name }
  })
}

function durationAgain(duration: Duration | undefined) {
  if (!duration) return {}
  // A day of last time is most likely over, so it is shown but must be looked at.
  if (duration.kind === 'until') return { defaultValue: 'until', defaultUntil: duration.date }
  const text = formatDuration(duration)
  return durationChoices.some(choice => choice === text) ? { defaultValue: text } : {}
}
