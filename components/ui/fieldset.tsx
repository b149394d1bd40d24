import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type FieldsetProps = {
  legend: ReactNode
  hint?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** Fields that belong together, under one heading that is read with each of them. */
export function Fieldset({ legend, hint, className, children }: FieldsetProps) {
  return (
    <fieldset className={classNames('fieldset', className)}>
      <legend>{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

/** The buttons at the foot of a form: the one that does it first, then the way out. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>
}
