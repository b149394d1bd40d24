import { RadioGroup } from '#components/ui/choices.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import type { Language } from '#lib/language.ts'
import { shownLimits } from '#lib/limits/forms.ts'
import { type LimitValues, units } from '#lib/limits/limits.ts'
import { words as catalogue } from './words.ts'

interface FieldsProps {
  readonly values: LimitValues
  readonly language: Language
}

function unitOptions(language: Language) {
  return units.map(unit => ({ value: unit, label: catalogue[language].unit[unit] }))
}

/** Any length, or at most so many hours or days. */
export function LongestFields({ values, language }: FieldsProps) {
  const words = catalogue[language]
  const { longest, longestAmount, longestUnit } = shownLimits(values)
  return (
    <>
      <RadioGroup
        name="longest"
        legend={words.longest}
        hideLegend
        defaultValue={longest}
        options={[
          { value: 'any', label: words.any },
          { value: 'limited', label: words.limited },
        ]}
      />
      <div className="reveal-limited">
        <TextField
          name="longestAmount"
          label={words.longestAmount}
          inputMode="numeric"
          defaultValue={longestAmount}
          width="short"
          plain
        />
        <SelectField
          name="longestUnit"
          label={words.longestUnit}
          options={unitOptions(language)}
          defaultValue={longestUnit}
          width="short"
        />
      </div>
    </>
  )
}

export function LifeFields({ values, language }: FieldsProps) {
  const words = catalogue[language]
  const { lifeAmount, lifeUnit } = shownLimits(values)
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-3">
      <TextField
        name="lifeAmount"
        label={words.lifeAmount}
        inputMode="numeric"
        defaultValue={lifeAmount}
        width="short"
        plain
        required
      />
      <SelectField
        name="lifeUnit"
        label={words.lifeUnit}
        options={unitOptions(language)}
        defaultValue={lifeUnit}
        width="short"
      />
    </div>
  )
}

export function ReviewField({ values, language }: FieldsProps) {
  const words = catalogue[language]
  return (
    <TextField
      name="review"
      label={words.reviewAmount}
      hint={words.reviewHint}
      inputMode="numeric"
      defaultValue={shownLimits(values).review}
      width="short"
      plain
      required
    />
  )
}

export function UnansweredField({ values, language }: FieldsProps) {
  const words = catalogue[language]
  return (
    <RadioGroup
      name="unanswered"
      legend={words.unanswered}
      hideLegend
      defaultValue={shownLimits(values).unanswered}
      options={[
        { value: 'off', label: words.goesOn },
        { value: 'on', label: words.ends },
      ]}
    />
  )
}
