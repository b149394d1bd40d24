import { Once } from '#app/_server/once.tsx'
import { extraWords } from '#components/access/extra-words.ts'
import { StateBadge } from '#components/access/state-badge.tsx'
import { UntilField } from '#components/access/until-field.tsx'
import { accessWords } from '#components/access/words.ts'
import { Ends } from '#components/time/time-left.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { SelectField, TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { EndingGrant } from '#db/extension/extendable.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { parseDuration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { exactTime, lowerFirst } from '#lib/format.ts'
import { extraChoices } from '#lib/grant/terms.ts'
import { packedEnds } from '#lib/grant/terms-forms.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../words.ts'
import { askMany } from './actions.ts'
import { AllChoice, GrantChoice } from './choices.tsx'
import { words as catalogue } from './words.ts'

interface Shown {
  readonly grants: readonly EndingGrant[]
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

interface ManyFormProps extends Shown {
  readonly partnerId: string
  /** The provider's limit in hours; null = none. */
  readonly longestHours: number | null
  readonly cancelHref: string
}

/** Whom to ask, for how much more, and why: one form, and an ask of its own to each. */
export function ManyForm({ partnerId, longestHours, cancelHref, ...shown }: ManyFormProps) {
  const { grants, language } = shown
  const words = catalogue[language]
  const open = grants.filter(one => !one.extending)
  const labels = {
    grants: words.grants,
    duration: extraWords[language].field,
    until: accessWords[language].until,
    reason: words.reason,
  }
  return (
    <Form action={askMany} label={words.title} labels={fieldLabels(labels, language)}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="shown" value={packedEnds(open)} />
      <AllChoice label={words.all} />
      <GrantTable {...shown} first={open[0]?.id} />
      <SelectField
        name="duration"
        label={extraWords[language].field}
        hint={words.durationHint}
        options={extras(longestHours, language)}
        required
        width="medium"
      />
      <UntilField language={language} hint={words.untilHint} />
      <TextArea
        name="reason"
        label={words.reason}
        optional={words.optional}
        hint={words.reasonHint}
        rows={3}
      />
      <FormActions>
        <SubmitButton pendingLabel={words.asking}>{words.ask}</SubmitButton>
        <CancelLink href={cancelHref}>{words.cancel}</CancelLink>
      </FormActions>
    </Form>
  )
}

/** What may be possible for any of them; what is too far for one of them, that one's own refusal tells. */
function extras(longestHours: number | null, language: Language) {
  const words = catalogue[language]
  return extraChoices.flatMap((choice): { value: string; label: string }[] => {
    if (choice === 'until') return [{ value: choice, label: accessWords[language].untilChoice }]
    if (choice === 'most') return longestHours === null ? [] : [{ value: choice, label: words.most }]
    const extra = parseDuration(choice)
    if (extra?.kind === 'ongoing')
      return longestHours === null ? [{ value: choice, label: extraWords[language].noEnd }] : []
    if (extra?.kind !== 'hours' || (longestHours !== null && extra.hours > longestHours)) return []
    return [{ value: choice, label: words.more(lowerFirst(durationText(extra, language))) }]
  })
}

function GrantTable({ grants, first, language, zone, now }: Shown & { first: string | undefined }) {
  const words = catalogue[language]
  const { title, column, asked } = words
  return (
    <Table
      caption={title}
      hideCaption
      columns={[
        { id: 'customer', label: column.customer, rowHeading: true },
        { id: 'state', label: column.state },
        { id: 'scope', label: column.scope },
        { id: 'ends', label: column.ends },
      ]}
      rows={grants.map(one => ({
        key: one.id,
        faded: one.extending,
        cells: {
          customer: one.extending ? (
            one.accountName
          ) : (
            <GrantChoice
              grant={one.id}
              account={one.accountName}
              label={words.choice(
                one.accountName,
                scopeText(one.scope, language),
                exactTime(one.endsAt, zone, language),
              )}
              first={one.id === first}
            />
          ),
          state: (
            <TwoLines
              first={<StateBadge state={one.state}>{deskWords[language].state[one.state]}</StateBadge>}
              second={one.extending && asked}
            />
          ),
          scope: scopeText(one.scope, language),
          ends: <Ends until={one.endsAt} now={now} zone={zone} language={language} />,
        },
      }))}
    />
  )
}
