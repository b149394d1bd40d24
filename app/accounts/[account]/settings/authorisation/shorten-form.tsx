import { UntilField } from '#components/access/until-field.tsx'
import { accessWords } from '#components/access/words.ts'
import { SelectField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { parseDuration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { exactTime, lowerFirst } from '#lib/format.ts'
import { endIn, shortenTo } from '#lib/grant/terms.ts'
import { shorterChoices } from '#lib/grant/terms-forms.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { shorten } from './terms-actions.ts'
import { Hidden, Save } from './terms-forms.tsx'
import type { Movable } from './terms-page.tsx'
import { termsPageWords } from './terms-words.ts'

/** An earlier end: each choice with the moment that it leads to. What is not earlier is not offered. */
export function ShortenForm(movable: Movable) {
  const { account, language } = movable
  const words = termsPageWords[language]
  const { until, untilHint } = accessWords[language]
  const options = optionsOf(movable)
  return (
    <Form
      action={shorten}
      label={words.shorten}
      className="form"
      labels={fieldLabels({ duration: words.newEnd, until }, language)}
    >
      <Hidden {...movable} />
      <p className="form-note">{words.shortenText}</p>
      <SelectField
        name="duration"
        label={words.newEnd}
        options={options}
        defaultValue={options[0]?.value}
        required
      />
      <UntilField language={movable.language} hint={untilHint(zoneText(account.timeZone, language))} />
      <Save {...movable} />
    </Form>
  )
}

function optionsOf({ grant, account, language, zone, now }: Movable) {
  const words = termsPageWords[language]
  return shorterChoices.flatMap((choice): { value: string; label: string }[] => {
    const duration = parseDuration(choice)
    if (!duration) return [{ value: choice, label: accessWords[language].untilChoice }]
    const end = shortenTo(grant, endIn(duration, grant, now, { zone: account.timeZone }), now)
    if (!end.ok) return []
    const span = lowerFirst(durationText(duration, language))
    return [{ value: choice, label: words.fromNow(span, exactTime(end.value, zone, language)) }]
  })
}
