'use client'

import type { ChangeEvent, HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type FieldState, useField } from './form-context.ts'

/** What every field has: its name in the form, the words on it, and a hint where one is needed. */
export type FieldWords = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Stands after the label of a field that may stay empty, in the reader's language: "optional". */
  optional?: string | undefined
  required?: boolean | undefined
  className?: string | undefined
}

/** The attributes that tie a control to its hint and its error. */
export function described(field: FieldState, hint: ReactNode) {
  const parts = [hint ? `${field.id}-hint` : '', field.error ? `${field.id}-error` : ''].filter(Boolean)
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': field.error ? (true as const) : undefined,
  }
}

export function FieldHint({ field, children }: { field: FieldState; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={`${field.id}-hint`} className="field-hint">
      {children}
    </p>
  )
}

export function FieldError({ field }: { field: FieldState }) {
  if (!field.error) return null
  return (
    <p id={`${field.id}-error`} className="field-error">
      {field.error}
    </p>
  )
}

/** Label, hint, control and error, in this order on every field. */
export function FieldFrame({
  field,
  label,
  hint,
  optional,
  className,
  children,
}: Omit<FieldWords, 'name' | 'required'> & { field: FieldState; children: ReactNode }) {
  return (
    <div className={classNames('field', className)}>
      <label htmlFor={field.id}>
        {label}
        {optional && <span className="field-optional"> ({optional})</span>}
      </label>
      <FieldHint field={field}>{hint}</FieldHint>
      {children}
      <FieldError field={field} />
    </div>
  )
}

type TextFieldProps = FieldWords & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | undefined
  defaultValue?: string | number | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined
  maxLength?: number | undefined
  minLength?: number | undefined
  min?: number | undefined
  max?: number | undefined
  placeholder?: string | undefined
  readOnly?: boolean | undefined
  /** Off for codes and addresses, so that nothing is "corrected". */
  plain?: boolean | undefined
  /** The first field of a page that does one thing. */
  autoFocus?: boolean | undefined
  /** How wide the answer is, not the page: a code is short. */
  width?: 'full' | 'medium' | 'short' | undefined
}

/** One line of text. A password is never filled in again, whatever the action echoes. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    hint,
    optional,
    className,
    type = 'text',
    plain,
    defaultValue,
    width,
    ...control
  } = props
  const field = useField(name)
  const first = type === 'password' ? undefined : (field.typed?.[0] ?? defaultValue)
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <input
        key={field.key}
        id={field.id}
        name={name}
        type={type}
        className="control"
        data-width={width}
        defaultValue={first}
        {...control}
        {...(plain || type === 'email'
          ? { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false }
          : {})}
        {...described(field, hint)}
      />
    </FieldFrame>
  )
}

type TextAreaProps = FieldWords & {
  defaultValue?: string | undefined
  rows?: number | undefined
}

/** Several lines of plain text. No `maxlength`: it would cut what is pasted without a word; the server tells the limit. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  className,
  defaultValue,
  ...control
}: TextAreaProps) {
  const field = useField(name)
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <textarea
        key={field.key}
        id={field.id}
        name={name}
        className="control"
        rows={3}
        defaultValue={field.typed?.[0] ?? defaultValue}
        {...control}
        {...described(field, hint)}
      />
    </FieldFrame>
  )
}

type DateTimeFieldProps = FieldWords & {
  type?: 'datetime-local' | 'date' | undefined
  /** Wall-clock texts as the field takes them: `2026-11-24T14:00`, or the day alone. */
  defaultValue?: string | undefined
  min?: string | undefined
  max?: string | undefined
  step?: number | undefined
}

/** A day, or a day and a time, in the browser's own picker. Say the zone in the hint. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { name, label, hint, optional, className, type = 'datetime-local', defaultValue, ...control } = props
  const field = useField(name)
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <input
        key={field.key}
        id={field.id}
        name={name}
        type={type}
        className="control"
        data-width="medium"
        defaultValue={field.typed?.[0] ?? defaultValue}
        {...control}
        {...described(field, hint)}
      />
    </FieldFrame>
  )
}

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
}

type SelectFieldProps = FieldWords & {
  options: readonly { value: string; label: string; disabled?: boolean | undefined }[]
  defaultValue?: string | undefined
  /** Offered first where nothing may be chosen for the reader: its value is empty. */
  emptyLabel?: string | undefined
  width?: 'full' | 'medium' | 'short' | undefined
  /** The form that it belongs to, where that is not the one around it. */
  form?: string | undefined
  onChange?: ((event: ChangeEvent<HTMLSelectElement>) => void) | undefined
}

/** One of a list. Up to five choices that need weighing read better as a `RadioGroup`. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, optional, required, className, options, defaultValue, emptyLabel } = props
  const { width, form, onChange } = props
  const field = useField(name)
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <span className="select">
        <select
          key={field.key}
          id={field.id}
          name={name}
          form={form}
          required={required}
          className="control"
          data-width={width}
          defaultValue={field.typed?.[0] ?? defaultValue}
          onChange={onChange}
          {...described(field, hint)}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map(option => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <svg className="icon" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <path d="M5.5 8l4.5 4.5L14.5 8" />
        </svg>
      </span>
    </FieldFrame>
  )
}
