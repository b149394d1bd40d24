'use client'

import { useEffect, useRef } from 'react'
import { fieldId } from './form-context.ts'
import type { FormState } from './form-state.ts'

type FormErrorsProps = {
  formId: string
  state: FormState
  /** True for an answer that came while the page was open: then the focus moves here. */
  fresh: boolean
}

/** What is wrong, at the top of the form, each sentence a link to its field. Takes the focus after a refusal. */
export function FormErrors({ formId, state, fresh }: FormErrorsProps) {
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
  if (!refused) return null
  const sentences = Object.entries(state.fields)
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript the page comes anew, and the reader must still land here
    <div ref={box} className="notice form-answer" data-tone="danger" role="alert" tabIndex={-1} autoFocus>
      <p className="notice-title">{state.message}</p>
      {sentences.length > 0 && (
        <ul>
          {sentences.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${fieldId(formId, name)}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
