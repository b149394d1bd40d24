'use client'

import { type ReactNode, type SubmitEvent, useActionState, useEffect, useId, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { FormContext } from './form-context.ts'
import { FormErrors } from './form-errors.tsx'
import { type FormAction, type FormState, idle } from './form-state.ts'

type FormProps = {
  action: FormAction
  children: ReactNode
  className?: string | undefined
  id?: string | undefined
  /** The first state, where a page was reached with an answer already known. */
  initial?: FormState | undefined
  /** Names the form where its heading does not stand inside it. */
  label?: string | undefined
}

/**
 * A form that posts to a server action, with JavaScript and without. Its children are rendered on the server; the
 * fields among them find their error and what was typed through this form.
 *
 * Validation is the server's alone (`noValidate`): one wording, one language, the same with JavaScript off.
 */
export function Form({ action, children, className, id, initial = idle, label }: FormProps) {
  const [state, send, pending] = useActionState(action, initial)
  const ownId = useId()
  const formId = id ?? ownId
  const answer = useAnswerCount(state)
  const form = useRef<HTMLFormElement>(null)
  useClosingDialog(form, state, pending)

  function holdWhilePending(event: SubmitEvent<HTMLFormElement>) {
    if (pending) event.preventDefault()
  }

  return (
    <form
      ref={form}
      id={formId}
      action={send}
      onSubmit={holdWhilePending}
      className={classNames('form', className)}
      aria-label={label}
      aria-busy={pending || undefined}
      noValidate
    >
      <FormContext value={{ formId, state, answer }}>
        <FormErrors key={answer} formId={formId} state={state} fresh={answer > 0} />
        {children}
      </FormContext>
    </form>
  )
}

function useAnswerCount(state: FormState): number {
  const [seen, setSeen] = useState(state)
  const [count, setCount] = useState(0)
  if (state !== seen) {
    setSeen(state)
    setCount(count + 1)
    return count + 1
  }
  return count
}

/**
 * A form in a dialog closes it once its work is done. An action that redirects leaves the state as it was before, so
 * "no new refusal" is the sign.
 */
function useClosingDialog(form: { current: HTMLFormElement | null }, state: FormState, pending: boolean) {
  const sent = useRef<FormState | null>(null)
  useEffect(() => {
    if (pending) {
      sent.current ??= state
      return
    }
    const before = sent.current
    sent.current = null
    if (before && (state === before || state.status === 'done')) form.current?.closest('dialog')?.close()
  }, [form, state, pending])
}
