import { SelectField } from '#components/ui/field.tsx'
import { parseDuration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { exactTime, lowerFirst } from '#lib/format.ts'
import { type Extra, endWith, extraChoices, latestEnd } from '#lib/grant/terms.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { extraWords } from './extra-words.ts'
import { UntilField } from './until-field.tsx'
import { accessWords } from './words.ts'

/** What is needed to reckon where a choice leads. */
export interface Extendable {
  readonly startsAt: Date
  readonly endsAt: Date | null
  /** The provider's limit in hours; null = none. */
  readonly longestHours: number | null
}

interface Reader {
  readonly language: Language
  /** The reader's, in which moments are told. */
  readonly zone: string
  readonly now: Date
}

interface ExtraFieldsProps extends Reader {
  readonly grant: Extendable
  /** Where a day ends. */
  readonly accountZone: string
  /** What the firm asked for, where it asked: the first choice, told with its end. */
  readonly asked?: { readonly end: Date | null } | undefined
  readonly defaultValue?: string | undefined
  readonly defaultUntil?: string | undefined
}

/** Whether any end later than the present one may be given now. */
export function canExtend(grant: Extendable, now: Date): boolean {
  const latest = latestEnd(grant, now, grant)
  return grant.endsAt !== null && (latest === null || latest > grant.endsAt)
}

/** How much longer: each choice with the end that it leads to, in the reader's zone. What is too far is not offered. */
export function ExtraFields(props: ExtraFieldsProps) {
  const { grant, language, zone, accountZone, now, asked, defaultValue, defaultUntil } = props
  const words = extraWords[language]
  const latest = latestEnd(grant, now, grant)
  const until = (end: Date | null) => (end ? words.until(exactTime(end, zone, language)) : words.noEnd)
  const options = extraChoices.flatMap((choice): { value: string; label: string }[] => {
    if (choice === 'until') return [{ value: choice, label: accessWords[language].untilChoice }]
    if (choice === 'most') return latest ? [{ value: choice, label: words.most(until(latest)) }] : []
    const extra: Extra | null = parseDuration(choice)
    const end = extra && endWith(extra, grant, now, { ...grant, zone: accountZone })
    if (!extra || (latest && (!end || end > latest))) return []
    if (extra.kind === 'ongoing') return [{ value: choice, label: words.noEnd }]
    return [{ value: choice, label: words.more(lowerFirst(durationText(extra, language)), until(end)) }]
  })
  const first = asked ? [{ value: 'asked', label: words.asked(until(asked.end)) }] : []
  const offered = [...first, ...options]
  const chosen = offered.find(option => option.value === defaultValue) ?? offered[0]
  return (
    <>
      <SelectField
        name="duration"
        label={words.field}
        hint={latest ? words.limit(exactTime(latest, zone, language)) : undefined}
        options={offered}
        defaultValue={chosen?.value}
        required
      />
      <UntilField
        language={language}
        defaultValue={defaultUntil}
        hint={accessWords[language].untilHint(zoneText(accountZone, language))}
      />
    </>
  )
}
