'use client'

import { type FormEvent, useRef, useSyncExternalStore } from 'react'
import { described, FieldFrame, type FieldWords } from '#components/ui/field.tsx'
import { useField } from '#components/ui/form-context.ts'
import { parseColour } from '#lib/branding/colour.ts'

type ColourFieldProps = FieldWords & {
  readonly defaultValue: string
  /** What the browser's own colour picker is called. */
  readonly pick: string
  /** Where the picker stands while nothing is typed. */
  readonly unset?: string | undefined
}

/** A colour as text. Where there is a script the browser's own picker stands beside it, and writes into it. */
export function ColourField({ name, label, hint, optional, defaultValue, pick, unset }: ColourFieldProps) {
  const field = useField(name)
  const text = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const able = useSyncExternalStore(never, yes, no)
  const first = field.typed?.[0] ?? defaultValue

  function typed() {
    const colour = parseColour(text.current?.value.trim())
    if (colour && picker.current) picker.current.value = colour
  }

  function picked(event: FormEvent<HTMLInputElement>) {
    // The field beside it tells of the change, and the preview listens to that.
    event.stopPropagation()
    if (!text.current) return
    text.current.value = event.currentTarget.value
    text.current.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <span className="colour-field">
        <input
          key={field.key}
          ref={text}
          id={field.id}
          name={name}
          className="control"
          data-width="short"
          defaultValue={first}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          onInput={typed}
          {...described(field, hint)}
        />
        {able && (
          <input
            key={`${field.key} picker`}
            ref={picker}
            type="color"
            aria-label={pick}
            defaultValue={parseColour(first) ?? unset ?? plain}
            onInput={picked}
          />
        )}
      </span>
    </FieldFrame>
  )
}

const plain = '#808080'
const never = () => () => {}
const yes = () => true
const no = () => false
