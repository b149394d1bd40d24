'use client'

import { useContext, useId } from 'react'
import { CopyButton } from './copy-button.tsx'
import { FormContext } from './form-context.ts'

type ShownOnceProps = {
  label: string
  copy: string
  copied: string
}

/** What the form's answer tells once: to be selected, and with a script copied. Nothing before there is one. */
export function ShownOnce({ label, copy, copied }: ShownOnceProps) {
  const id = useId()
  const form = useContext(FormContext)
  const shown = form?.state.status === 'done' ? form.state.shown : undefined
  if (!shown) return null
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="control" readOnly value={shown} />
      <div>
        <CopyButton text={shown} copied={copied}>
          {copy}
        </CopyButton>
      </div>
    </div>
  )
}
