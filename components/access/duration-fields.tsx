import { SelectField } from '#components/ui/field.tsx'
import { type Duration, durationChoices, formatDuration, parseDuration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { UntilField } from './until-field.tsx'
import { accessWords } from './words.ts'

type DurationFieldsProps = {
  language: Language
  /** Where "to the end of that day" is meant; null where the account is still to be chosen. */
  zone: string | null
  /** The provider's limit in hours; null = none. What is longer is not offered. */
  longestHours: number | null
  /** 24 hours unless something else is right: the least harmful choice is preselected. */
  defaultValue?: string | undefined
  /** In which order they are offered; 24 hours first unless said otherwise. */
  choices?: readonly (typeof durationChoices)[number][] | undefined
  /** The day, where that is what is right. */
  defaultUntil?: string | undefined
}

/** How long access is to last: the field "Access duration", and a date where that is chosen. */
export function DurationFields(props: DurationFieldsProps) {
  const {
    language,
    zone,
    longestHours,
    defaultValue = '24h',
    defaultUntil,
    choices = durationChoices,
  } = props
  const words = accessWords[language]
  const options = choices.flatMap((choice): { value: string; label: string }[] => {
    if (choice === 'until') return [{ value: choice, label: words.untilChoice }]
    const duration = parseDuration(choice)
    if (!duration || isTooLong(duration, longestHours)) return []
    return [{ value: choice, label: durationText(duration, language) }]
  })
  const limit =
    longestHours === null
      ? undefined
      : words.limit(durationText({ kind: 'hours', hours: longestHours }, language))
  return (
    <>
      <SelectField
        name="duration"
        label={words.duration}
        hint={limit}
        options={options}
        defaultValue={defaultValue}
        required
      />
      <UntilField
        language={language}
        defaultValue={defaultUntil}
        hint={zone === null ? words.untilThere : words.untilHint(zoneText(zone, language))}
      />
    </>
  )
}

/** What the fields begin with where something was chosen before. */
export function durationDefaults(
  duration: Duration | undefined,
): Pick<DurationFieldsProps, 'defaultValue' | 'defaultUntil'> {
  if (!duration) return {}
  // A day of last time is most likely over, so it is shown but must be looked at.
  if (duration.kind === 'until') return { defaultValue: 'until', defaultUntil: duration.date }
  const text = formatDuration(duration)
  return durationChoices.some(choice => choice === text) ? { defaultValue: text } : {}
}

function isTooLong(
  duration: NonNullable<ReturnType<typeof parseDuration>>,
  longestHours: number | null,
): boolean {
  if (longestHours === null) return false
  return duration.kind === 'ongoing' || (duration.kind === 'hours' && duration.hours > longestHours)
}
