'use client'

import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type Choice, described, FieldError, FieldHint, type FieldWords } from './field.tsx'
import { useField } from './form-context.ts'

type CheckboxFieldProps = Omit<FieldWords, 'optional'> & {
  value?: string | undefined
  defaultChecked?: boolean | undefined
  disabled?: boolean | undefined
}

/** One yes or no. `value` is what the form sends when it is on. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, hint, className, value = 'on', defaultChecked = false, disabled, required } = props
  const field = useField(name)
  const checked = field.refused ? (field.typed?.includes(value) ?? false) : defaultChecked
  return (
    <div className={classNames('field', className)}>
      <div className="choice">
        <input
          key={field.key}
          id={field.id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={checked}
          disabled={disabled}
          required={required}
          {...described(field, hint)}
        />
        <label htmlFor={field.id}>{label}</label>
        <FieldHint field={field}>{hint}</FieldHint>
      </div>
      <FieldError field={field} />
    </div>
  )
}

type GroupProps = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  optional?: string | undefined
  options: readonly Choice[]
  className?: string | undefined
  /** `cards` gives each choice a frame of its own; `row` sets short choices side by side. */
  layout?: 'list' | 'cards' | 'row' | undefined
  /** Keeps the legend for screen readers alone, where the heading above says the same. */
  hideLegend?: boolean | undefined
}

/** Exactly one of a few, each with room for a sentence. The least harmful choice is the one to preselect. */
export function RadioGroup({ defaultValue, required, ...props }: GroupProps & RadioOnly) {
  const field = useField(props.name)
  const chosen = field.refused ? field.typed?.[0] : defaultValue
  return <ChoiceGroup {...props} type="radio" isOn={value => value === chosen} required={required} />
}

type RadioOnly = { defaultValue?: string | undefined; required?: boolean | undefined }

/** Any number of a few. */
export function CheckboxGroup({
  defaultValues = [],
  ...props
}: GroupProps & { defaultValues?: readonly string[] | undefined }) {
  const field = useField(props.name)
  const chosen = field.refused ? (field.typed ?? []) : defaultValues
  return <ChoiceGroup {...props} type="checkbox" isOn={value => chosen.includes(value)} />
}

type ChoiceGroupProps = GroupProps & {
  type: 'radio' | 'checkbox'
  isOn: (value: string) => boolean
  required?: boolean | undefined
}

function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, legend, hint, optional, options, className, layout = 'list', hideLegend, type, isOn } = props
  const field = useField(name)
  return (
    <fieldset className={classNames('field', className)} {...described(field, hint)}>
      <legend className={hideLegend ? 'sr-only' : undefined}>
        {legend}
        {optional && <span className="field-optional"> ({optional})</span>}
      </legend>
      <FieldHint field={field}>{hint}</FieldHint>
      <div className="choices" data-layout={layout}>
        {options.map((option, index) => {
          // The error summary links to the field's name: the first choice answers to it.
          const id = index === 0 ? field.id : `${field.id}-${option.value}`
          return (
            <div key={option.value} className="choice">
              <input
                key={field.key}
                id={id}
                type={type}
                name={name}
                value={option.value}
                defaultChecked={isOn(option.value)}
                disabled={option.disabled}
                required={props.required}
                aria-describedby={option.hint ? `${id}-hint` : undefined}
              />
              <label htmlFor={id}>{option.label}</label>
              {option.hint && (
                <p id={`${id}-hint`} className="field-hint">
                  {option.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
      <FieldError field={field} />
    </fieldset>
  )
}
