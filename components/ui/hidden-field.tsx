'use client'

import { useField } from './form-context.ts'

/** A value that travels with the form unseen, and that a refusal may replace. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const field = useField(name)
  return <input key={field.key} type="hidden" name={name} defaultValue={field.typed?.[0] ?? value} />
}
