import { Once } from '#app/_server/once.tsx'
import { ExtraFields } from '#components/access/extra-fields.tsx'
import { extraWords } from '#components/access/extra-words.ts'
import { accessWords } from '#components/access/words.ts'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import { extendTo } from '#lib/grant/terms.ts'
import { packedTerms } from '#lib/grant/terms-forms.ts'
import type { Language } from '#lib/language.ts'
import { asksForProof } from '#lib/proof.ts'
import { declineMore, extend } from './terms-actions.ts'
import type { Movable } from './terms-page.tsx'
import { termsPageWords } from './terms-words.ts'

export function Hidden({ grant, account }: Pick<Movable, 'grant' | 'account'>) {
  return (
    <>
      <Once />
      <input type="hidden" name="account" value={account.id} />
      <input type="hidden" name="grant" value={grant.id} />
      <input type="hidden" name="shown" value={packedTerms(grant)} />
    </>
  )
}

export function Save({ language, cancelHref }: Pick<Movable, 'language' | 'cancelHref'>) {
  const words = termsPageWords[language]
  return (
    <FormActions sticky>
      <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      <CancelLink href={cancelHref}>{words.cancel}</CancelLink>
    </FormActions>
  )
}

function labelsOf(language: Language) {
  const { field: duration } = extraWords[language]
  const { until } = accessWords[language]
  return fieldLabels({ duration, until, reason: termsPageWords[language].reason }, language)
}

interface ExtendFormProps extends Movable {
  /** What had been chosen before the approver was asked to confirm who they are. */
  readonly chosen: { readonly duration?: string; readonly until?: string }
}

/** Yes as asked, or another end. What was asked is preselected where its end is in sight, else a day. */
export function ExtendForm({ chosen, ...movable }: ExtendFormProps) {
  const { grant, longestHours, account, language, zone, now } = movable
  const { extension } = grant
  const extendable = { ...grant, longestHours }
  const asked =
    extension && extendTo(grant, extension.askedEnd, now, extendable).ok
      ? { end: extension.askedEnd }
      : undefined
  const usual = asked && !asksForProof(asked.end, now) ? 'asked' : '24h'
  return (
    <Form action={extend} label={termsPageWords[language].give} className="form" labels={labelsOf(language)}>
      <Hidden {...movable} />
      <input type="hidden" name="extension" value={extension?.id ?? ''} />
      <ExtraFields
        grant={extendable}
        accountZone={account.timeZone}
        asked={asked}
        defaultValue={chosen.duration ?? usual}
        defaultUntil={chosen.until}
        language={language}
        zone={zone}
        now={now}
      />
      <Save {...movable} />
    </Form>
  )
}

export function DeclineForm({ grant, account, language }: Movable) {
  if (!grant.extension) return null
  const words = termsPageWords[language]
  return (
    <Form
      action={declineMore}
      label={words.decline}
      className="form form-divided"
      labels={labelsOf(language)}
    >
      <Once />
      <input type="hidden" name="account" value={account.id} />
      <input type="hidden" name="extension" value={grant.extension.id} />
      <h3 className="section-title">{words.declineTitle}</h3>
      <p className="form-note">{words.declineText}</p>
      <TextArea name="reason" label={words.reason} optional={words.optional} rows={2} />
      <FormActions>
        <SubmitButton variant="danger-quiet">{words.decline}</SubmitButton>
      </FormActions>
    </Form>
  )
}
