'use client'

import { type ChangeEvent, useState } from 'react'
import { described, FieldFrame, type FieldWords } from './field.tsx'
import { useField } from './form-context.ts'

type FileFieldProps = FieldWords & {
  /** What the browser's own dialog offers first; the server decides by what is inside. */
  accept: string
  /** Bytes, and what is said at once of a file that is larger: it would be refused on its way. */
  largest: number
  tooLarge: string
}

/** One file from the reader's machine. After a refusal it must be chosen again: no page may fill it in. */
export function FileField({ name, label, hint, optional, accept, largest, tooLarge }: FileFieldProps) {
  const field = useField(name)
  const [fault, setFault] = useState<{ readonly key: string; readonly text: string } | null>(null)
  // What was too large is not in the field any more: that it is empty is no answer to whoever chose it.
  const isToldHere = fault !== null && (fault.text !== '' || fault.key === field.key)
  const shown = { ...field, error: isToldHere ? fault.text : field.error }

  function chosen(event: ChangeEvent<HTMLInputElement>) {
    const tooMuch = (event.currentTarget.files?.[0]?.size ?? 0) > largest
    if (tooMuch) event.currentTarget.value = ''
    setFault({ key: field.key, text: tooMuch ? tooLarge : '' })
  }

  return (
    <FieldFrame field={shown} label={label} hint={hint} optional={optional}>
      <input
        key={field.key}
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        className="control"
        onChange={chosen}
        {...described(shown, hint)}
      />
    </FieldFrame>
  )
}
