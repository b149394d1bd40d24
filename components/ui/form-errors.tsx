'use client'

import { useEffect, useRef } from 'react'
import { fieldId } from './form-context.ts'
import type { FormState } from './form-state.ts'

type FormErrorsProps = {
  formId: string
  state: FormState
  /** What the fields are called, by name, as it stands before their sentences: "Reason:". */
  labels?: Readonly<Record<string, string>> | undefined
  /** True for an answer that came while the page was open: then the focus moves here. */
  fresh: boolean
}

/** What is wrong, at the top of the form, each sentence a link to its field. Takes the focus after a refusal. */
export function FormErrors({ formId, state, labels = {}, fresh }: FormErrorsProps) {
  const box = useRef<HTMLDivElement>(null)
  const refused = state.status === 'refused'
  useEffect(() => {
    if (refused && fresh) box.current?.focus()
  }, [refused, fresh])

  if (state.status === 'done' && state.message)
    return (
      <p className="notice form-answer" data-tone="success" role="status">
        {state.message}
      </p>
    )
  // What came too late is told at the top of the page, which has changed meanwhile: see OvertakenNotice.
  if (!refused || state.overtaken) return null
  const sentences = Object.entries(state.fields)
  const heard = { 'data-tone': state.tone ?? 'danger', role: state.tone ? 'status' : 'alert' } as const
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript the page comes anew, and the reader must still land here
    <div ref={box} className="notice form-answer" {...heard} tabIndex={-1} autoFocus>
      <p className="notice-title">{state.message}</p>
      {sentences.length > 0 && (
        <ul>
          {sentences.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${fieldId(formId, name)}`}>
                {labels[name] ? `${labels[name]} ${sentence}` : sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
      {state.further && <FurtherLink {...state.further} />}
    </div>
  )
}

type FurtherProps = { href: string; label: string; newTab?: boolean | undefined }

/** The way on, where sending the form again can't help. */
export function FurtherLink({ href, label, newTab }: FurtherProps) {
  return (
    <p className="notice-actions">
      <a
        href={href}
        target={newTab ? '_blank' : undefined}
        className="button"
        data-variant="secondary"
        data-size="small"
      >
        {label}
      </a>
    </p>
  )
}
