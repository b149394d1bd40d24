import { Once } from '#app/_server/once.tsx'
import { DurationFields } from '#components/access/duration-fields.tsx'
import { ScopeFields } from '#components/access/scope-fields.tsx'
import { accessWords } from '#components/access/words.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { DateTimeField, SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type AskableAccount, type AskingChoices, mostAskable } from '#db/access-request/partner-reads.ts'
import { type ScopeName, scopePages } from '#lib/access/scopes.ts'
import { longestReason } from '#lib/access-request/asking-form.ts'
import { type Duration, durationChoices, formatDuration } from '#lib/duration.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { exactTime, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
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
  /** Where another account can be asked. */
  readonly anotherHref: string
  /** The reader's zone, in which a start is meant. */
  readonly zone: string
  readonly language: Language
}

/** The form that asks. What is preselected is the least harmful: to read, for 24 hours. */
export function AskForm(props: AskFormProps) {
  const { partnerId, choices, zone, language } = props
  const words = askWords[language]
  const { again, longestHours } = choices
  return (
    <Form action={ask} label={words.title} labels={labelsOf(language)}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <AccountFields {...props} />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint(wholeNumber(longestReason, language))}
        rows={4}
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
        width="medium"
      />
      <DateTimeField
        name="starts"
        label={words.starts}
        optional={words.optional}
        hint={words.startsHint(zoneText(zone, language))}
      />
      <SendActions {...props} />
    </Form>
  )
}

function labelsOf(language: Language) {
  const words = askWords[language]
  const { duration, until, scopeWanted, pages } = accessWords[language]
  return fieldLabels(
    {
      account: words.account,
      requestCode: words.code,
      reason: words.reason,
      scope: scopeWanted,
      pages,
      duration,
      until,
      ticket: words.ticket,
      starts: words.starts,
    },
    language,
  )
}

/** The button that sends; off, and saying why, where the account that was to be asked must wait. */
function SendActions({ choices, chosen, cancelHref, anotherHref, zone, language }: AskFormProps) {
  const words = askWords[language]
  const wanted = choices.accounts.find(account => account.slug === chosen)
  const cancel = <CancelLink href={cancelHref}>{words.cancel}</CancelLink>
  if (!wanted?.askFrom)
    return (
      <FormActions>
        <SubmitButton pendingLabel={words.sending}>{words.send}</SubmitButton>
        {cancel}
      </FormActions>
    )
  return (
    <>
      <p id="send-off" className="field-hint">
        {words.sendOff(wanted.name, exactTime(wanted.askFrom, zone, language))}{' '}
        <a href={anotherHref}>{words.another}</a>
      </p>
      <FormActions>
        <Button type="submit" variant="primary" disabled aria-describedby="send-off">
          {words.send}
        </Button>
        {cancel}
      </FormActions>
    </>
  )
}

function AccountFields({ choices, chosen, byCode, zone, language }: AskFormProps) {
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
        options={options(accounts, zone, language)}
        defaultValue={chosen}
        emptyLabel={words.chooseAccount}
      />
      <CodeDetails summary={words.codeSummary} open={byCode}>
        <TextField
          name="requestCode"
          label={words.code}
          optional={words.optional}
          hint={accounts.length > 0 ? `${words.codeHint} ${words.codeNeedsEmpty}` : words.codeHint}
          width="medium"
          plain
        />
      </CodeDetails>
    </>
  )
}

/** Two accounts of one name are told apart by their addresses; one that must wait says until when. */
function options(accounts: readonly AskableAccount[], zone: string, language: Language) {
  const words = askWords[language]
  return accounts.map(({ slug, name, askFrom }) => {
    const twin = accounts.some(other => other.name === name && other.slug !== slug)
    const label = twin ? `${name} (${slug})` : name
    if (!askFrom) return { value: slug, label }
    return {
      value: slug,
      label: words.accountFrom(label, exactTime(askFrom, zone, language)),
      disabled: true,
    }
  })
}

function durationAgain(duration: Duration | undefined) {
  if (!duration) return {}
  // A day of last time is most likely over, so it is shown but must be looked at.
  if (duration.kind === 'until') return { defaultValue: 'until', defaultUntil: duration.date }
  const text = formatDuration(duration)
  return durationChoices.some(choice => choice === text) ? { defaultValue: text } : {}
}
