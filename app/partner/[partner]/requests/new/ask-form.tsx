import { Fragment } from 'react'
import { Once } from '#app/_server/once.tsx'
import { AskedFields } from '#components/access/asked-fields.tsx'
import { accessWords } from '#components/access/words.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { DateTimeField, SelectField, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type AskableAccount, type AskingChoices, mostAskable } from '#db/access-request/partner-reads.ts'
import type { TemplateChoices } from '#db/access-request/templates.ts'
import { longestReason } from '#lib/access-request/asking-form.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { exactTime, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { ask } from '../actions.ts'
import { askWords } from '../ask-words.ts'
import { CodeDetails } from './code-details.tsx'
import { TemplateChooser } from './template-chooser.tsx'

interface AskFormProps {
  readonly partnerId: string
  readonly choices: AskingChoices
  readonly templates: TemplateChoices
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
  const { partnerId, choices, templates, zone, language } = props
  const words = askWords[language]
  const { again, longestHours } = choices
  const first = templates.chosen ?? again
  return (
    <Form action={ask} label={words.title} labels={labelsOf(language)}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      {templates.names.length > 0 && <StartFrom {...props} />}
      <AccountFields {...props} />
      {/* Another template brings these anew, and leaves all others as they are. */}
      <Fragment key={templates.chosen?.id}>
        <AskedFields
          first={first}
          label={words.reason}
          hint={words.reasonHint(wholeNumber(longestReason, language))}
          longestHours={longestHours}
          language={language}
        />
      </Fragment>
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

/** The form beside this one that asks for the page anew, with a template. */
export const startFromId = 'start-from'

function StartFrom({ templates, language }: AskFormProps) {
  const words = askWords[language]
  return (
    <TemplateChooser
      form={startFromId}
      label={words.startFrom}
      hint={words.startFromHint}
      button={words.fillIn}
      emptyLabel={words.noTemplate}
      options={templates.names.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={templates.chosen?.id}
    />
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
