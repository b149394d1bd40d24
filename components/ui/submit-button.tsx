'use client'

import type { MouseEvent, ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonLook, buttonLook } from './button-look.ts'

type SubmitButtonProps = ButtonLook & {
  children: ReactNode
  icon?: ReactNode
  /** Where a form has several: which one was pressed. */
  name?: string | undefined
  value?: string | undefined
  /** Said while the answer is on its way: "Saving…". */
  pendingLabel?: string | undefined
  id?: string | undefined
}

/** The button of a form. While the answer is on its way it shows so and cannot be pressed again, but keeps the focus. */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, icon, name, value, pendingLabel, id, variant = 'primary', size, wide } = props
  const { pending, data } = useFormStatus()
  const mine = pending && (name === undefined || data.get(name) === (value ?? ''))

  function holdWhilePending(event: MouseEvent) {
    if (pending) event.preventDefault()
  }

  return (
    <button
      type="submit"
      id={id}
      name={name}
      value={value}
      {...buttonLook({ variant, size, wide })}
      aria-disabled={pending || undefined}
      aria-busy={mine || undefined}
      onClick={holdWhilePending}
    >
      {mine ? <span className="spinner" aria-hidden="true" /> : icon}
      {mine && pendingLabel ? pendingLabel : children}
    </button>
  )
}
