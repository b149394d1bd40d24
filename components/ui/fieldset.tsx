import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type FieldsetProps = {
  legend: ReactNode
  hint?: ReactNode
  /** For a link that leads to it. */
  id?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** Fields that belong together, under one heading that is read with each of them. */
export function Fieldset({ legend, hint, id, className, children }: FieldsetProps) {
  return (
    <fieldset id={id} className={classNames('fieldset', className)}>
      <legend>{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

/** The buttons at the foot of a form: the one that does it first, then the way out. `sticky` keeps them in sight in a dialog. */
export function FormActions({ children, sticky }: { children: ReactNode; sticky?: boolean | undefined }) {
  return (
    <div className="form-actions" data-sticky={sticky}>
      {children}
    </div>
  )
}
